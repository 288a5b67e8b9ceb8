/**
 * The incremental cache: the only invalidation code of the engine.
 *
 * An *input* is set from outside (the text of a file, the configuration). A *query* is computed from inputs and other
 * queries and remembers what it asked. An *index* gathers entries from many members (files) into buckets by key (an
 * identifier, a kind); when one member changes, only the buckets whose entries differ change.
 *
 * A changed input marks everything that could depend on it as stale, which is cheap; a stale fact is computed again only
 * when somebody asks for it and one of its answers really changed. An answer equal to the old one stops the wave.
 *
 * Invariant: a query is pure. It reads nothing but its key and `get`. Entries of an index never ask an index.
 */
import { sameData } from './sameData.ts';

export interface Input<V> {
  readonly sort: 'input';
  readonly name: string;
  readonly initial: V;
}

export interface Query<V> {
  readonly sort: 'query';
  readonly name: string;
  compute(key: string, get: Get): V;
  equal(before: V, after: V): boolean;
}

export interface Index<E> {
  readonly sort: 'index';
  readonly name: string;
  /** The keys of all members, under the key `ALL`. */
  readonly members: Fact<readonly string[]>;
  readonly entries: Query<Entries<E>>;
}

/** What one member puts into an index: bucket key → values, in the member's own order. */
export type Entries<E> = ReadonlyMap<string, readonly E[]>;

export type Fact<V> = Input<V> | Query<V>;

/** Asks for one fact, or for one bucket of an index, and notes that it was asked. */
export interface Get {
  <V>(fact: Fact<V>, key: string): V;
  <E>(index: Index<E>, key: string): readonly E[];
}

/** The key of facts that exist once. */
export const ALL = '';

export function input<V>(name: string, initial: V): Input<V> {
  return { sort: 'input', name, initial };
}

export function query<V>(name: string, compute: (key: string, get: Get) => V, equal: (before: V, after: V) => boolean = Object.is): Query<V> {
  return { sort: 'query', name, compute, equal };
}

export function index<E>(
  name: string,
  members: Fact<readonly string[]>,
  entries: (member: string, get: Get) => Iterable<readonly [key: string, value: E]>,
): Index<E> {
  const gather = (member: string, get: Get) => grouped(entries(member, get));
  return { sort: 'index', name, members, entries: query(`${name} of`, gather, sameEntries) };
}

function grouped<E>(pairs: Iterable<readonly [string, E]>): Entries<E> {
  const byKey = new Map<string, E[]>();
  for (const [key, value] of pairs) {
    const bucket = byKey.get(key);
    if (bucket) bucket.push(value);
    else byKey.set(key, [value]);
  }
  return byKey;
}

function sameEntries<E>(a: Entries<E>, b: Entries<E>): boolean {
  return a.size === b.size && [...a].every(([key, values]) => b.has(key) && sameData(values, b.get(key)));
}

interface Cell {
  readonly fact: Fact<unknown> | Index<unknown>;
  readonly key: string;
  value: unknown;
  computed: boolean;
  stale: boolean;
  /** Its value was let go to save memory; what it was is still what its readers have seen. */
  released: boolean;
  changedAt: number;
  verifiedAt: number;
  /** What it asked; not made before it asks. */
  reads: Set<Cell> | undefined;
  /** Who asked it. */
  readers: Set<Cell> | undefined;
}

interface IndexState {
  readonly index: Index<unknown>;
  readonly members: Map<string, { readonly cell: Cell; seen: Entries<unknown> }>;
  readonly buckets: Map<string, Map<string, readonly unknown[]>>;
  readonly waiting: Set<string>;
  memberList: readonly string[];
}

const NOTHING: Entries<unknown> = new Map();

export class Cache {
  readonly #cells = new Map<Cell['fact'], Map<string, Cell>>();
  readonly #indexes = new Map<Index<unknown>, IndexState>();
  readonly #memberOf = new Map<Cell, IndexState>();
  readonly #asked: Cell[] = [];
  readonly #loaders = new Map<Input<unknown>, (key: string) => unknown>();
  #revision = 1;
  /** The revision at which all indexes were last up to date. */
  #refreshedAt = 0;

  /** How many times each query has been computed. For tests and measured runs. */
  readonly computed = new Map<string, number>();

  /** Fills an input on its first use, for facts that are costly to push (texts of ten thousand files). */
  provide<V>(fact: Input<V>, load: (key: string) => V): void {
    this.#loaders.set(fact as Input<unknown>, load);
  }

  set<V>(fact: Input<V>, key: string, value: V): void {
    const cell = this.#cell(fact as Input<unknown>, key);
    if (cell.computed && Object.is(cell.value, value)) return;
    this.#change(cell, value);
  }

  /** Lets go of a value that can be computed again, without telling anybody that it changed. */
  release(fact: Fact<unknown>, key: string): void {
    const cell = this.#cells.get(fact)?.get(key);
    if (cell === undefined || !cell.computed || (fact.sort === 'input' && !this.#loaders.has(fact))) return;
    cell.value = undefined;
    cell.computed = false;
    cell.released = true;
  }

  readonly get: Get = (fact: Cell['fact'], key: string): never => {
    if (this.#asked.length === 0 && this.#refreshedAt !== this.#revision) this.#refreshAll();
    if (fact.sort === 'index') this.#stateOf(fact);
    const cell = this.#cell(fact, key);
    const asker = this.#asked.at(-1);
    if (asker && !asker.reads?.has(cell)) {
      (asker.reads ??= new Set()).add(cell);
      (cell.readers ??= new Set()).add(asker);
    }
    this.#bringUpToDate(cell);
    return cell.value as never;
  };

  #change(cell: Cell, value: unknown): void {
    this.#revision += 1;
    cell.value = value;
    cell.computed = true;
    cell.changedAt = this.#revision;
    this.#markReaders(cell);
  }

  #markReaders(changed: Cell): void {
    const wave = [changed];
    for (let cell = wave.pop(); cell; cell = wave.pop()) {
      for (const reader of cell.readers ?? []) {
        if (reader.stale) continue;
        reader.stale = true;
        this.#memberOf.get(reader)?.waiting.add(reader.key);
        wave.push(reader);
      }
    }
  }

  #bringUpToDate(cell: Cell): void {
    if (cell.fact.sort === 'index') this.#fillBucket(cell, cell.fact);
    else if (cell.fact.sort === 'input') this.#load(cell, cell.fact);
    else if (!cell.computed || (cell.stale && this.#someReadChanged(cell))) this.#compute(cell, cell.fact);
    cell.stale = false;
    cell.verifiedAt = this.#revision;
  }

  #load(cell: Cell, fact: Input<unknown>): void {
    if (cell.computed) return;
    const load = this.#loaders.get(fact);
    cell.value = load ? load(cell.key) : fact.initial;
    cell.computed = true;
  }

  #someReadChanged(cell: Cell): boolean {
    for (const read of cell.reads ?? []) {
      this.#bringUpToDate(read);
      if (read.changedAt > cell.verifiedAt) return true;
    }
    return false;
  }

  #compute(cell: Cell, fact: Query<unknown>): void {
    if (this.#asked.includes(cell)) throw new Error(`query ${fact.name} of ${cell.key} asks for itself`);
    const unchanged = cell.released && !(cell.stale && this.#someReadChanged(cell));
    cell.released = false;
    for (const read of cell.reads ?? []) read.readers?.delete(cell);
    cell.reads = undefined;
    this.#asked.push(cell);
    let value: unknown;
    try {
      value = fact.compute(cell.key, this.get);
    } finally {
      this.#asked.pop();
    }
    this.computed.set(fact.name, (this.computed.get(fact.name) ?? 0) + 1);
    if (cell.computed && fact.equal(cell.value, value)) return;
    cell.value = value;
    cell.computed = true;
    if (!unchanged) cell.changedAt = this.#revision;
  }

  #cell(fact: Cell['fact'], key: string): Cell {
    let byKey = this.#cells.get(fact);
    if (byKey === undefined) this.#cells.set(fact, (byKey = new Map()));
    let cell = byKey.get(key);
    if (cell === undefined) {
      cell = {
        fact,
        key,
        value: undefined,
        computed: false,
        stale: false,
        released: false,
        changedAt: 0,
        verifiedAt: 0,
        reads: undefined,
        readers: undefined,
      };
      byKey.set(key, cell);
    }
    return cell;
  }

  #stateOf(index: Index<unknown>): IndexState {
    let state = this.#indexes.get(index);
    if (state === undefined) {
      state = { index, members: new Map(), buckets: new Map(), waiting: new Set(), memberList: [] };
      this.#indexes.set(index, state);
      this.#refresh(state);
    }
    return state;
  }

  /** Before a question from outside: a bucket must have told its readers that it changed. */
  #refreshAll(): void {
    for (const state of this.#indexes.values()) this.#refresh(state);
    this.#refreshedAt = this.#revision;
  }

  /** Takes in what members changed since the last question, by the difference of their entries. */
  #refresh(state: IndexState): void {
    this.#followMembers(state);
    for (const member of state.waiting) {
      const known = state.members.get(member);
      if (known === undefined) continue;
      this.#bringUpToDateAlone(known.cell);
      this.#replaceEntries(state, member, known.seen, known.cell.value as Entries<unknown>);
      known.seen = known.cell.value as Entries<unknown>;
    }
    state.waiting.clear();
  }

  /** Brings a member up to date without making the cell that happens to be computed a reader of it. */
  #bringUpToDateAlone(cell: Cell): void {
    const asked = this.#asked.splice(0);
    this.#bringUpToDate(cell);
    this.#asked.push(...asked);
  }

  #followMembers(state: IndexState): void {
    const list = this.#cell(state.index.members as Fact<unknown>, ALL);
    this.#bringUpToDateAlone(list);
    const now = list.value as readonly string[];
    if (now === state.memberList) return;
    state.memberList = now;
    const present = new Set(now);
    for (const [member, { cell, seen }] of state.members) {
      if (present.has(member)) continue;
      this.#replaceEntries(state, member, seen, NOTHING);
      state.members.delete(member);
      this.#memberOf.delete(cell);
    }
    for (const member of present) {
      if (state.members.has(member)) continue;
      const cell = this.#cell(state.index.entries as Query<unknown>, member);
      state.members.set(member, { cell, seen: NOTHING });
      this.#memberOf.set(cell, state);
      state.waiting.add(member);
    }
  }

  #replaceEntries(state: IndexState, member: string, before: Entries<unknown>, after: Entries<unknown>): void {
    if (before === after) return;
    for (const key of before.keys()) if (!after.has(key)) this.#putEntries(state, key, member, undefined);
    for (const [key, values] of after) {
      if (!before.has(key) || !sameData(before.get(key), values)) this.#putEntries(state, key, member, values);
    }
  }

  #putEntries(state: IndexState, key: string, member: string, values: readonly unknown[] | undefined): void {
    let bucket = state.buckets.get(key);
    if (bucket === undefined) state.buckets.set(key, (bucket = new Map()));
    if (values) bucket.set(member, values);
    else bucket.delete(member);
    const cell = this.#cells.get(state.index)?.get(key);
    if (cell?.computed) {
      this.#change(cell, undefined);
      cell.computed = false;
    }
  }

  /** A bucket lists its members in path order, so that it equals the one of a fresh cache. */
  #fillBucket(cell: Cell, index: Index<unknown>): void {
    if (cell.computed) return;
    const bucket = this.#stateOf(index).buckets.get(cell.key);
    const members = bucket ? [...bucket.keys()].sort() : [];
    cell.value = members.flatMap(member => bucket?.get(member) ?? []);
    cell.computed = true;
  }
}

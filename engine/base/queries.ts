/**
 * The incremental cache: the only code of the engine that decides what must be computed again.
 *
 * An *input* is set from outside (the text of a file, the configuration). A *query* is computed from inputs and other
 * queries; the cache remembers what it read. An *index* gathers entries of many members (files) into buckets by key (an
 * identifier, a kind); when a member changes, only buckets with different entries change. A changed input marks
 * everything that may depend on it as stale, which is cheap. A stale value is computed again only when it is asked for
 * and a value it read has changed. When the new value equals the old one, its readers are not computed again.
 *
 * An index may use a *directory* of an earlier moment, which knows the members under each key. A bucket then asks only
 * those members and the changed ones, without the list of all members.
 *
 * Invariant: a query is pure. It reads nothing but its key and `get`. The entries of an index never ask an index.
 */
import { Buckets, type BucketEntries, grouped, EMPTY_BUCKET, sameEntries } from './buckets.ts';

/** A value that is set from outside, one for each key. `initial` is its value until it is set or loaded. */
interface Input<V> {
  readonly sort: 'input';
  readonly name: string;
  readonly initial: V;
}

/** A value that is computed from other values, one for each key. */
export interface Query<V> {
  readonly sort: 'query';
  readonly name: string;
  compute(key: string, get: Get): V;
  equal(before: V, after: V): boolean;
}

/** A lookup table over many members. Its answer for a key is a list of entries. */
export interface Index<E> {
  readonly sort: 'index';
  readonly name: string;
  /** The fact that lists all members, under the key `ALL`. */
  readonly members: Fact<readonly string[]>;
  readonly entries: Query<BucketEntries<E>>;
}

type Fact<V> = Input<V> | Query<V>;

/**
 * The members that had an entry under each key of an index at an earlier moment. Only the members reported as changed
 * differ from it.
 */
interface Directory {
  /** The list of members that the directory covers. Indexes over another list do not use it. */
  readonly members: Fact<readonly string[]>;
  /** Whether a changed member is still in that list. */
  readonly isMember: Fact<boolean>;
  /**
   * The members with an entry under the key; undefined when the directory does not know. The index then asks all
   * members.
   */
  under(index: string, key: string): readonly string[] | undefined;
}

/** Asks for one fact or one bucket of an index. The cache notes which query asked. */
export interface Get {
  <V>(fact: Fact<V>, key: string): V;
  <E>(index: Index<E>, key: string): readonly E[];
}

/** The key of a fact that has only one value. */
export const ALL = '';

/** Declares an input. `initial` is its value under each key that is neither set nor loaded. */
export function input<V>(name: string, initial: V): Input<V> {
  return { sort: 'input', name, initial };
}

/** Declares a query. `compute` must be pure; `equal` decides whether a new value is a change (default: identity). */
export function query<V>(
  name: string,
  compute: (key: string, get: Get) => V,
  equal: (before: V, after: V) => boolean = Object.is,
): Query<V> {
  return { sort: 'query', name, compute, equal };
}

/** Declares an index. `entries` gives the pairs of key and value of one member; it must not ask an index. */
export function index<E>(
  name: string,
  members: Fact<readonly string[]>,
  entries: (member: string, get: Get) => Iterable<readonly [key: string, value: E]>,
): Index<E> {
  const gather = (member: string, get: Get) => grouped(entries(member, get));
  const made: Index<E> = { sort: 'index', name, members, entries: query(`${name} of`, gather, sameEntries) };
  defined.push(made as Index<unknown>);
  return made;
}

const defined: Index<unknown>[] = [];

/** All declared indexes over these members. */
export function indexesOver(members: Fact<readonly string[]>): readonly Index<unknown>[] {
  return defined.filter(made => made.members === members);
}

interface Cell {
  readonly fact: Fact<unknown> | Index<unknown>;
  readonly key: string;
  value: unknown;
  computed: boolean;
  stale: boolean;
  /** The value was removed to save memory; its readers still hold results computed from it. */
  released: boolean;
  changedAt: number;
  verifiedAt: number;
  /** The cells it has read; undefined until it reads one. */
  reads: Set<Cell> | undefined;
  /** The cells that have read it. */
  readers: Set<Cell> | undefined;
}

interface IndexState {
  readonly index: Index<unknown>;
  readonly members: Map<string, { readonly cell: Cell; seen: BucketEntries<unknown> }>;
  readonly buckets: Buckets<unknown>;
  readonly waiting: Set<string>;
  memberList: readonly string[];
  /** The directory in use; undefined when the index follows the list of all members. */
  directory: Directory | undefined;
}

/** The values of one project at one moment. */
export class Cache {
  readonly #cells = new Map<Cell['fact'], Map<string, Cell>>();
  readonly #indexes = new Map<Index<unknown>, IndexState>();
  readonly #memberOf = new Map<Cell, IndexState>();
  readonly #asked: Cell[] = [];
  readonly #loaders = new Map<Input<unknown>, (key: string) => unknown>();
  /** Members that have changed since the moment of the directory. */
  readonly #changed = new Set<string>();
  #directory: Directory | undefined;
  #revision = 1;
  /** The revision at which all indexes were last up to date. */
  #refreshedAt = 0;

  /** How many times each query has been computed. For tests and measured runs. */
  readonly computed = new Map<string, number>();

  /**
   * Sets the function that loads an input at its first use, for values that are costly to set beforehand (texts of ten
   * thousand files).
   */
  provide<V>(fact: Input<V>, load: (key: string) => V): void {
    this.#loaders.set(fact as Input<unknown>, load);
  }

  /** Sets an input. Nothing is computed until it is asked for. */
  set<V>(fact: Input<V>, key: string, value: V): void {
    const cell = this.#cell(fact as Input<unknown>, key);
    if (cell.computed && Object.is(cell.value, value)) return;
    this.#change(cell, value);
  }

  /** Indexes use a directory from now on. It must be right for every member that is not reported as changed. */
  standOn(directory: Directory): void {
    this.#directory = directory;
  }

  /** Reports that a member is new, changed or gone since the moment of the directory. */
  memberChanged(member: string): void {
    if (this.#directory === undefined || this.#changed.has(member)) return;
    this.#changed.add(member);
    this.#refreshedAt = 0;
  }

  /** Stops the use of the directory, because it no longer fits. Every index then asks all members. */
  standAlone(): void {
    this.#directory = undefined;
    this.#changed.clear();
    for (const state of this.#indexes.values()) state.directory = undefined;
    this.#refreshedAt = 0;
  }

  /** Removes a value that can be computed or loaded again, to save memory. It does not count as a change. */
  release(fact: Fact<unknown>, key: string): void {
    const cell = this.#cells.get(fact)?.get(key);
    if (cell === undefined || !cell.computed || (fact.sort === 'input' && !this.#loaders.has(fact))) return;
    cell.value = undefined;
    cell.computed = false;
    cell.released = true;
  }

  /** Asks for a value. Computes it when it is missing or stale. @throws when a query asks for itself. */
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
      const directory = this.#directory?.members === index.members ? this.#directory : undefined;
      state = { index, members: new Map(), buckets: new Buckets(), waiting: new Set(), memberList: [], directory };
      this.#indexes.set(index, state);
      this.#refresh(state);
    }
    return state;
  }

  /** Runs before each question from outside: a bucket must mark its readers as stale before they are read. */
  #refreshAll(): void {
    for (const state of this.#indexes.values()) this.#refresh(state);
    this.#refreshedAt = this.#revision;
  }

  /** Updates the buckets by the difference of the entries of each changed member. */
  #refresh(state: IndexState): void {
    if (state.directory) this.#followChanged(state, state.directory);
    else this.#followMembers(state);
    this.#takeIn(state);
  }

  #takeIn(state: IndexState): void {
    for (const member of state.waiting) {
      const known = state.members.get(member);
      if (known === undefined) continue;
      this.#bringUpToDateAlone(known.cell);
      this.#replaceEntries(state, member, known.seen, known.cell.value as BucketEntries<unknown>);
      known.seen = known.cell.value as BucketEntries<unknown>;
    }
    state.waiting.clear();
  }

  #valueAlone(fact: Fact<unknown>, key: string = ALL): unknown {
    const cell = this.#cell(fact, key);
    this.#bringUpToDateAlone(cell);
    return cell.value;
  }

  /** Brings a member up to date without recording the cell that is being computed as its reader. */
  #bringUpToDateAlone(cell: Cell): void {
    const asked = this.#asked.splice(0);
    this.#bringUpToDate(cell);
    this.#asked.push(...asked);
  }

  #followMembers(state: IndexState): void {
    const now = this.#valueAlone(state.index.members) as readonly string[];
    if (now === state.memberList) return;
    state.memberList = now;
    const present = new Set(now);
    for (const member of state.members.keys()) if (!present.has(member)) this.#dismiss(state, member);
    for (const member of present) this.#admit(state, member);
  }

  #followChanged(state: IndexState, { isMember }: Directory): void {
    for (const member of this.#changed) {
      if (this.#valueAlone(isMember, member)) this.#admit(state, member);
      else this.#dismiss(state, member);
    }
  }

  /**
   * Adds the members that the directory names under a key. Buckets filled before have all their members and stay as
   * they are.
   */
  #callIn(state: IndexState, key: string): void {
    if (state.directory === undefined) return;
    const named = state.directory.under(state.index.name, key);
    if (named === undefined) {
      state.directory = undefined;
      this.#followMembers(state);
    } else for (const member of named) if (!this.#changed.has(member)) this.#admit(state, member);
    this.#takeIn(state);
  }

  #admit(state: IndexState, member: string): void {
    if (state.members.has(member)) return;
    const cell = this.#cell(state.index.entries as Query<unknown>, member);
    state.members.set(member, { cell, seen: EMPTY_BUCKET });
    this.#memberOf.set(cell, state);
    state.waiting.add(member);
  }

  #dismiss(state: IndexState, member: string): void {
    const known = state.members.get(member);
    if (known === undefined) return;
    this.#replaceEntries(state, member, known.seen, EMPTY_BUCKET);
    state.members.delete(member);
    this.#memberOf.delete(known.cell);
  }

  #replaceEntries(
    state: IndexState,
    member: string,
    before: BucketEntries<unknown>,
    after: BucketEntries<unknown>,
  ): void {
    for (const key of state.buckets.replace(member, before, after)) {
      const cell = this.#cells.get(state.index)?.get(key);
      if (!cell?.computed) continue;
      this.#change(cell, undefined);
      cell.computed = false;
    }
  }

  #fillBucket(cell: Cell, index: Index<unknown>): void {
    if (cell.computed) return;
    const state = this.#stateOf(index);
    this.#callIn(state, cell.key);
    cell.value = state.buckets.values(cell.key);
    cell.computed = true;
  }
}

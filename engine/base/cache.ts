/**
 * The incremental cache: the only code of the engine that decides what must be computed again. `queries.ts` says what
 * inputs, queries and indexes are.
 *
 * In: values of inputs. Out: values of queries and buckets of indexes, computed when they are asked for.
 */
import { type BucketEntries, Buckets, EMPTY_BUCKET } from './buckets.ts';
import { ALL, type Directory, type Fact, type Get, type Index, type Input, type Query } from './queries.ts';

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

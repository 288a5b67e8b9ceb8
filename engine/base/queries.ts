/**
 * Facts of the engine and how they depend on each other. `cache.ts` holds their values.
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
import { type BucketEntries, grouped, sameEntries } from './buckets.ts';

/** A value that is set from outside, one for each key. `initial` is its value until it is set or loaded. */
export interface Input<V> {
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

/** An input or a query. */
export type Fact<V> = Input<V> | Query<V>;

/**
 * The members that had an entry under each key of an index at an earlier moment. Only the members reported as changed
 * differ from it.
 */
export interface Directory {
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

/** Entries of many members, gathered by key. An index of the incremental cache keeps its content here. */
import { sameData } from './sameData.ts';

/** The entries of one member (a file) by key, each list in the order in which the member gave them. */
export type BucketEntries<E> = ReadonlyMap<string, readonly E[]>;

/** The entries of a member that has none. */
export const EMPTY_BUCKET: BucketEntries<never> = new Map();

/** Gathers pairs by key. Values of one key keep their order. */
export function grouped<E>(pairs: Iterable<readonly [string, E]>): BucketEntries<E> {
  const byKey = new Map<string, E[]>();
  for (const [key, value] of pairs) {
    const bucket = byKey.get(key);
    if (bucket) bucket.push(value);
    else byKey.set(key, [value]);
  }
  return byKey;
}

/** Whether two members have equal entries under the same keys. The order of the keys does not count. */
export function sameEntries<E>(a: BucketEntries<E>, b: BucketEntries<E>): boolean {
  return a.size === b.size && [...a].every(([key, values]) => b.has(key) && sameData(values, b.get(key)));
}

/** One bucket for each key, which holds the entries of all members under that key. */
export class Buckets<E> {
  readonly #byKey = new Map<string, Map<string, readonly E[]>>();

  /** Replaces the entries of one member. Returns the keys whose buckets are different now. */
  replace(member: string, before: BucketEntries<E>, after: BucketEntries<E>): readonly string[] {
    if (before === after) return [];
    const gone = [...before.keys()].filter(key => !after.has(key));
    const put = [...after].filter(([key, values]) => !before.has(key) || !sameData(before.get(key), values));
    for (const key of gone) this.#byKey.get(key)?.delete(member);
    for (const [key, values] of put) this.#bucket(key).set(member, values);
    return [...gone, ...put.map(([key]) => key)];
  }

  /** The entries under a key, ordered by the names of their members, so that a bucket equals that of a new index. */
  values(key: string): readonly E[] {
    const bucket = this.#byKey.get(key);
    if (bucket === undefined) return [];
    // Most keys have entries of one member only.
    if (bucket.size === 1) for (const values of bucket.values()) return values;
    return [...bucket.keys()].sort().flatMap(member => bucket.get(member) ?? []);
  }

  #bucket(key: string): Map<string, readonly E[]> {
    let bucket = this.#byKey.get(key);
    if (bucket === undefined) this.#byKey.set(key, (bucket = new Map()));
    return bucket;
  }
}

/** Entries of many members, by key: what an index holds. */
import { sameData } from './sameData.ts';

/** What one member puts in: key → values, in the member's own order. */
export type Entries<E> = ReadonlyMap<string, readonly E[]>;

export const NOTHING: Entries<never> = new Map();

export function grouped<E>(pairs: Iterable<readonly [string, E]>): Entries<E> {
  const byKey = new Map<string, E[]>();
  for (const [key, value] of pairs) {
    const bucket = byKey.get(key);
    if (bucket) bucket.push(value);
    else byKey.set(key, [value]);
  }
  return byKey;
}

export function sameEntries<E>(a: Entries<E>, b: Entries<E>): boolean {
  return a.size === b.size && [...a].every(([key, values]) => b.has(key) && sameData(values, b.get(key)));
}

export class Buckets<E> {
  readonly #byKey = new Map<string, Map<string, readonly E[]>>();

  /** Takes a member's entries in for those it had; the keys whose buckets differ now. */
  replace(member: string, before: Entries<E>, after: Entries<E>): readonly string[] {
    if (before === after) return [];
    const gone = [...before.keys()].filter(key => !after.has(key));
    const put = [...after].filter(([key, values]) => !before.has(key) || !sameData(before.get(key), values));
    for (const key of gone) this.#byKey.get(key)?.delete(member);
    for (const [key, values] of put) this.#bucket(key).set(member, values);
    return [...gone, ...put.map(([key]) => key)];
  }

  /** In the order of the members' names, so that a bucket equals the one of a fresh index. */
  values(key: string): readonly E[] {
    const bucket = this.#byKey.get(key);
    if (bucket === undefined) return [];
    // Most keys are those of one member.
    if (bucket.size === 1) for (const values of bucket.values()) return values;
    return [...bucket.keys()].sort().flatMap(member => bucket.get(member) ?? []);
  }

  #bucket(key: string): Map<string, readonly E[]> {
    let bucket = this.#byKey.get(key);
    if (bucket === undefined) this.#byKey.set(key, (bucket = new Map()));
    return bucket;
  }
}

/**
 * A union merge keeps lines, not bindings: where both sides changed neighbours, a value may come to stand below a later key than its
 * own, and of two keys with like values the first may be left with none. A value tells by its signatures whose it is, so it goes back.
 */
import type { Agreement, Lock } from './lock.ts';

/** Whether a value says that the code and the unit of a key agree as they are now. */
export type Fits = (key: string, value: Agreement) => boolean;

/** How many keys before its place a value is looked for: as many as one side of a merge usually puts between. */
const REACH = 32;

export function inPlace(agreements: Lock['agreements'], fits: Fits): Lock['agreements'] {
  const keys = [...agreements.keys()];
  const next = new Map(agreements);
  for (const [n, key] of keys.entries()) {
    const values = agreements.get(key) ?? [];
    if (values.length === 0)
      next.set(
        key,
        sharedWith(keys.slice(n + 1, n + REACH), agreements, value => fits(key, value)),
      );
    if (values.length < 2) continue;
    for (const value of values.filter(value => !fits(key, value))) {
      const own = keys.slice(Math.max(0, n - REACH), n).findLast(before => fits(before, value));
      if (own === undefined) continue;
      next.set(own, [...(next.get(own) ?? []), value]);
      next.set(
        key,
        (next.get(key) ?? []).filter(other => other !== value),
      );
    }
  }
  return next;
}

/** Of the values below the next key that has some. */
function sharedWith(
  following: readonly string[],
  agreements: Lock['agreements'],
  isOwn: (value: Agreement) => boolean,
): readonly Agreement[] {
  const other = following.find(key => (agreements.get(key) ?? []).length > 0);
  return (agreements.get(other ?? '') ?? []).filter(isOwn);
}

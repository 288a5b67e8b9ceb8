/**
 * Repairs docket.lock after a union merge, which keeps lines but not bindings: where both sides changed neighbours, a
 * value may end up below a later key than its own, and of two keys with equal values the first may have none. The
 * signatures of a value show which key it belongs to, so it is put back.
 */
import type { Agreement, Lock } from './lock.ts';

/** Whether a value has the signatures that both sides of a key have now. */
type Fits = (key: string, value: Agreement) => boolean;

/** How many keys before its place a value is searched: about as many as one side of a merge puts between. */
const REACH = 32;

/** The agreements with each value below the key it fits. */
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

/** The values of the next key that has any, as far as they fit. */
function sharedWith(
  following: readonly string[],
  agreements: Lock['agreements'],
  isOwn: (value: Agreement) => boolean,
): readonly Agreement[] {
  const other = following.find(key => (agreements.get(key) ?? []).length > 0);
  return (agreements.get(other ?? '') ?? []).filter(isOwn);
}

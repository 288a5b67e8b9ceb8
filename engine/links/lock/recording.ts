/** The lock after somebody said that what is bound agrees as it is now. */
import type { Agreement, Lock } from './lock.ts';

/** A binding, by its key, with the signatures it has; without a left one it is gone, and so is its record. */
export interface Recorded {
  readonly key: string;
  readonly left: string | undefined;
  readonly right: string;
}

export type Said = Pick<Agreement, 'how' | 'change' | 'by' | 'because'>;

/** Each binding has the one value that is said now; what a merge left beside it goes. */
export function recorded(agreements: Lock['agreements'], pairs: readonly Recorded[], said: Said): Lock['agreements'] {
  const next = new Map(agreements);
  for (const { key, left, right } of pairs) {
    if (left === undefined) next.delete(key);
    else next.set(key, [{ ...said, left, right }]);
  }
  return next;
}

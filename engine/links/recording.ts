/** The lock after somebody said that units and code agree as they are now. */
import { type Binding, keyOf } from './bindings.ts';
import type { Agreement, Lock } from './lock.ts';

/** A binding with the signatures it has; without a left one the code is gone, and so is its record. */
export interface Recorded {
  readonly binding: Binding;
  readonly left: string | undefined;
  readonly right: string;
}

export type Said = Pick<Agreement, 'how' | 'change' | 'by' | 'because'>;

/** Each binding has the one value that is said now; what a merge left beside it goes. */
export function recorded(agreements: Lock['agreements'], pairs: readonly Recorded[], said: Said): Lock['agreements'] {
  const next = new Map(agreements);
  for (const { binding, left, right } of pairs) {
    if (left === undefined) next.delete(keyOf(binding));
    else next.set(keyOf(binding), [{ ...said, left, right }]);
  }
  return next;
}

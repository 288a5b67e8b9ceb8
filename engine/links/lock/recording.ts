/** The content of docket.lock after pairs are recorded as agreeing. */
import type { Agreement, Lock } from './lock.ts';

/**
 * A binding by its key, with its signatures now. Without a left signature the code or item is gone, and its record is
 * removed.
 */
export interface RecordedPair {
  readonly key: string;
  readonly left: string | undefined;
  readonly right: string;
}

/** How the pairs came to agree, the approval if any, who said so, and why. */
export type Said = Pick<Agreement, 'how' | 'change' | 'by' | 'because'>;

/** Sets one value for each pair. Other values of the same key, as a merge leaves them, are removed. */
export function withRecorded(
  agreements: Lock['agreements'],
  pairs: readonly RecordedPair[],
  said: Said,
): Lock['agreements'] {
  const next = new Map(agreements);
  for (const { key, left, right } of pairs) {
    if (left === undefined) next.delete(key);
    else next.set(key, [{ ...said, left, right }]);
  }
  return next;
}

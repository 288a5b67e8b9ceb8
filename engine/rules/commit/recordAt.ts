/** A record as it was when a commit was made: a form that is closed today was open then. */
import type { Entry } from '../../model/entry.ts';
import type { Commit } from '../../workspace/changeSet.ts';
import { recordIn } from '../recordIn.ts';
import type { Change } from '../rule.ts';

/** In the tree of the commit, if the record lay there where it lies now; else as it is after the change. */
export function recordAt(id: string, { hash }: Commit, { after, past }: Change): Entry | undefined {
  const now = after.entry(id);
  if (now === undefined || hash === undefined) return now;
  return recordIn(past.treeOf(hash), now, after.get)?.placed.entry ?? now;
}

/** A record as it was when a commit was made. A form that is closed today may have been open then. */
import type { Entry } from '../../model/entry.ts';
import type { Commit } from '../../workspace/changeSet.ts';
import { recordIn } from '../recordIn.ts';
import type { Change } from '../rule.ts';

/** The record in the tree of the commit when it has the same path there as now; else the record after the change. */
export function recordAt(id: string, { hash }: Commit, { after, past }: Change): Entry | undefined {
  const now = after.entry(id);
  if (now === undefined || hash === undefined) return now;
  return recordIn(past.treeOf(hash), now, after.get)?.placed.entry ?? now;
}

/** A record as it was when a commit was made: a form that is closed today was open then. */
import { parseDocument } from '../../documents/parse.ts';
import type { Entry } from '../../model/entry.ts';
import { modelDocument } from '../../model/modelled.ts';
import { decode } from '../../workspace/decode.ts';
import type { Commit } from '../../workspace/changeSet.ts';
import type { Change } from '../rule.ts';

/** In the tree of the commit, if the record lay there where it lies now; else as it is after the change. */
export function recordAt(id: string, { hash }: Commit, { after, past }: Change): Entry | undefined {
  const now = after.entry(id);
  if (now === undefined || hash === undefined) return now;
  const content = past.treeOf(hash).read(now.path);
  if (content.state !== 'bytes' && content.state !== 'text') return now;
  return modelDocument(parseDocument(now.path, decode(content)), after.get).entries.find(({ entry }) => entry.id === id)?.entry ?? now;
}

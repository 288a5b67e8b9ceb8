/** Which change approval says of a kind of document, with a reason, that the change does not affect it. */
import { ALL, type Get, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import { codeGroup } from '../model/codeGroups.ts';
import { listOf, mapsOf, textOf } from '../model/config.ts';
import { type Entry, reached } from '../model/entry.ts';
import { entriesByKind, findHolder } from '../model/outline.ts';
import { catalogue } from '../model/project.ts';
import { idsIn } from '../model/references.ts';
import type { Moments } from './moments.ts';
import { named } from './trailers.ts';

/** The first approval, of those the change of a file belongs to, that declares `kind` (and the item, where it names items) unaffected. */
export function declaring(kind: string, item: string, path: string, { commits, stage, after }: Moments): string | undefined {
  const touching = commits.filter(({ files, hash }) => hash === undefined || files.some(file => file.path === path || file.was === path));
  const changes = touching.flatMap(({ message }) => named(message, 'change'));
  const unwritten = stage === 'commit' && commits.every(({ message }) => message === '');
  // Before the message is written a change of this sort under way may turn out to be meant; the message is checked once it is there.
  const candidates = unwritten ? after.get(changesUnderWay, after.get(codeGroup, path)?.kind ?? '') : changes;
  return candidates.find(change => declares(change, kind, item, after.get));
}

/** Whether an approval has a row of the kind that says `not-affected` and why; a row that names items speaks for those alone. */
export function declares(change: string, kind: string, item: string, get: Get): boolean {
  const entry = findHolder(get, change)?.entry;
  if (entry?.kind !== 'change-approval' || ['rejected', 'cancelled'].includes(entry.status ?? '')) return false;
  return rowsOf(entry, kind).some(row => {
    const items = idsIn(textOf(row['sections']));
    return row['result'] === 'not-affected' && textOf(row['reason']).trim() !== '' && (items.length === 0 || items.includes(item));
  });
}

/** The rows of an approval's table of documents that speak of one kind. */
export function rowsOf({ data }: Entry, kind: string): readonly Readonly<Record<string, unknown>>[] {
  return mapsOf(data['doc_impact']).filter(row => row['kind'] === kind);
}

/** Sorts of changes that touch a group of code. */
const SORTS: Readonly<Record<string, readonly string[]>> = {
  program: ['program', 'upgrade'],
  script: ['db_script'],
  ops: ['config', 'environment', 'emergency_op'],
};

/** Approvals not yet carried out, by the group of code they are about. */
const changesUnderWay = query<readonly string[]>(
  'changesUnderWay',
  (group, get) => {
    const concerns = ({ data }: Entry) => listOf(data['change_kind']).some(sort => SORTS[group]?.includes(textOf(sort)));
    return get(entriesByKind, 'change-approval')
      .filter(entry => isUnderWay(entry, get) && concerns(entry))
      .map(({ id }) => id);
  },
  sameData,
);

/** Neither carried out nor given up. */
export function isUnderWay(approval: Entry, get: Get): boolean {
  const kind = get(catalogue, ALL).kinds.get('change-approval');
  return kind !== undefined && !reached(approval, kind, 'implemented') && kind.states.get(approval.status ?? '')?.final !== true;
}

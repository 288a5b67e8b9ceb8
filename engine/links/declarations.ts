/** Which change approval declares, with a reason, that the change does not affect a kind of document. */
import { ALL, type Get, index } from '../base/queries.ts';
import { codeGroup } from '../model/config/codeGroups.ts';
import { listOf, mapsOf, textOf } from '../model/config/config.ts';
import { type Entry, reached } from '../model/entry.ts';
import { findHolder, outline } from '../model/outline.ts';
import { catalogue, documentPaths } from '../model/config/projectConfig.ts';
import { idsIn } from '../model/read/references.ts';
import type { Moments } from './moments.ts';
import { trailersNamed } from './trailers.ts';

/**
 * The first approval, among those that the commits of a file name, that declares `kind` unaffected (and `item`, when
 * its row names items). Undefined when there is none.
 */
export function declaring(
  kind: string,
  item: string,
  path: string,
  { commits, stage, after, files }: Moments,
): string | undefined {
  if (stage === 'commit' && commits.every(({ message }) => message === '')) {
    // The message may not be written yet. Then an open approval counts that covers this group of code or is committed;
    // the `message` gate checks the message later.
    const group = after.get(codeGroup, path)?.kind ?? '';
    const isMeant = ({ groups, form }: Declared) => groups.includes(group) || files.some(file => file.path === form);
    return after.get(declaredUnderWay, kind).find(declared => speakFor(declared.items, item) && isMeant(declared))
      ?.change;
  }
  const touching = commits.filter(
    ({ files, hash }) => hash === undefined || files.some(file => file.path === path || file.was === path),
  );
  return touching
    .flatMap(({ message }) => trailersNamed(message, 'change'))
    .find(change => declares(change, kind, item, after.get));
}

/**
 * Whether an approval has a row for the kind with `not-affected` and a reason. A row that names items counts for those
 * items only.
 */
export function declares(change: string, kind: string, item: string, get: Get): boolean {
  const entry = findHolder(get, change)?.entry;
  if (entry?.kind !== 'change-approval' || ['rejected', 'cancelled'].includes(entry.status ?? '')) return false;
  return declaredRows(entry, kind).some(row => isUnaffected(row) && speakFor(itemsOf(row), item));
}

type Row = Readonly<Record<string, unknown>>;

function isUnaffected(row: Row): boolean {
  return row['result'] === 'not-affected' && textOf(row['reason']).trim() !== '';
}

function itemsOf(row: Row): readonly string[] {
  return idsIn(textOf(row['sections']));
}

function speakFor(items: readonly string[], item: string): boolean {
  return items.length === 0 || items.includes(item);
}

/** The rows for one kind in the approval's table of affected documents. */
export function declaredRows({ data }: Entry, kind: string): readonly Row[] {
  return mapsOf(data['doc_impact']).filter(row => row['kind'] === kind);
}

interface Declared {
  readonly change: string;
  readonly items: readonly string[];
  /** The groups of code that the approval covers. */
  readonly groups: readonly string[];
  /** The file of the approval. */
  readonly form: string;
}

/** The `not-affected` rows of approvals that are not carried out yet, by the kind of document. */
const declaredUnderWay = index<Declared>('declaredUnderWay', documentPaths, function* (path, get): Iterable<
  [string, Declared]
> {
  for (const entry of get(outline, path).entries) {
    if (entry.kind !== 'change-approval' || !isUnderWay(entry, get)) continue;
    const sorts = listOf(entry.data['change_kind']).map(textOf);
    const groups = sorts.flatMap(sort => codeOfSort(get).get(sort) ?? []);
    for (const row of mapsOf(entry.data['doc_impact']).filter(isUnaffected))
      yield [textOf(row['kind']), { change: entry.id, items: itemsOf(row), groups, form: path }];
  }
});

/** Whether an approval is neither carried out nor given up. */
export function isUnderWay(approval: Entry, get: Get): boolean {
  const kind = get(catalogue, ALL).kinds.get('change-approval');
  return (
    kind !== undefined &&
    !reached(approval, kind, 'implemented') &&
    kind.states.get(approval.status ?? '')?.final !== true
  );
}

/** The group of code for each value of `change_kind`, as the kind defines it. */
export function codeOfSort(get: Get): ReadonlyMap<string, string> {
  const sorts = get(catalogue, ALL).kinds.get('change-approval')?.fields.byKey.get('change_kind');
  return sorts?.of?.enum?.code ?? new Map();
}

/**
 * Which items moved since the contract began, and which changes carried them.
 *
 * An item has moved when it came in with a version of its document newer than the baseline (the last one dated before the
 * service period), when the record of such a version names it, or when a change approval or a signed confirmation does.
 * The matrix owes nothing for what was there before and never touched.
 */
import { ALL, type Get, index, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import type { ChangeApproval, Deployment, Links } from '../../docs-schema/generated/types.ts';
import type { LocalDate } from '../measure/time/date.ts';
import { namesIn, rowsIn, textIn } from '../measure/facts/facts.ts';
import { isRolledBack } from '../measure/facts/implementation.ts';
import { dateOf } from '../measure/time/instant.ts';
import { offsetOf } from '../measure/agreed/terms.ts';
import { type Entry, type Item, reached } from '../model/entry.ts';
import { entriesByKind, findHolder, linksTo, outline } from '../model/outline.ts';
import { catalogue, config, documentPaths } from '../model/config/projectConfig.ts';
import { idsIn } from '../model/read/references.ts';
import { compareVersions, sameVersion } from './versions.ts';

export interface Moved {
  /** Version and day of the document that brought it as it is; undefined when only forms name it. */
  readonly version: string | undefined;
  readonly date: LocalDate | undefined;
  /** Change approvals that carry it to production as it is now, by id. */
  readonly changes: readonly string[];
}

interface Revision {
  readonly version?: string;
  readonly date?: string;
  readonly summary?: string;
  readonly refs?: readonly string[];
}

/** Undefined for an item that stands as it stood when the contract began, and for one that is deleted. */
export const movedItem = query<Moved | undefined>(
  'movedItem',
  (id, get) => {
    const item = findHolder(get, id)?.item;
    if (item === undefined || item.attributes['status'] === 'deleted') return undefined;
    const [latest] = revisionsOf(item, get);
    // The last move counts: what an earlier change owed may be under work again.
    const last = latest === undefined ? [] : changesOfRevision(item.document, latest, get);
    const confirmations = confirmationsOf(id, get);
    const changes = last.length > 0 ? last : [id, ...confirmations].flatMap(name => get(changesNamed, name));
    if (latest === undefined && changes.length === 0 && confirmations.length === 0) return undefined;
    return { version: latest?.version, date: latest?.date, changes: [...new Set(changes)].sort() };
  },
  sameData,
);

/** Rows that brought the item or name it; newest first. */
function revisionsOf({ id, document, attributes: { since } }: Item, get: Get): readonly NamedRevision[] {
  return get(newerRevisions, document).filter(
    ({ version, names }) => (since !== undefined && sameVersion(version, since)) || names.includes(id),
  );
}

interface NamedRevision extends Revision {
  /** Identifiers its summary names. */
  readonly names: readonly string[];
}

/** A document's record of versions, as far as it is newer than the baseline; newest first. Without a period the first version is the baseline. */
const newerRevisions = query<readonly NamedRevision[]>(
  'newerRevisions',
  (document, get) => {
    const rows = rowsIn(findHolder(get, document)?.entry?.data['revisions'] as readonly Revision[] | undefined);
    const { period } = get(config, ALL).project;
    const newer = rows.filter(({ date }, n) => (period === undefined ? n > 0 : textIn(date) >= period.from));
    return newer.map(row => ({ ...row, names: idsIn(textIn(row.summary)) })).reverse();
  },
  sameData,
);

const isChange = query<boolean>('isChange', (id, get) => findHolder(get, id)?.entry?.kind === 'change-approval');

/** Signed confirmations that list a requirement item. */
function confirmationsOf(item: string, get: Get): readonly string[] {
  const named = get(linksTo, item)
    .filter(({ relation }) => relation === 'req_item')
    .map(({ from }) => from);
  return [...new Set(named)].filter(id => entryReached(findHolder(get, id)?.entry, 'signed', get));
}

function changesOfRevision(document: string, { version, refs }: Revision, get: Get): readonly string[] {
  return [
    ...namesIn(refs).filter(ref => get(isChange, ref)),
    ...get(changesNamed, `${document}@${plainVersion(version)}`),
  ];
}

/** Change approvals by what they say they carry: an item, a version of a document (`ZZGL-SRS@1.3`), a confirmation. */
const changesNamed = index<string>('changesNamed', documentPaths, function* (path, get): Iterable<[string, string]> {
  for (const { id, kind, data } of get(outline, path).entries) {
    if (kind === 'change-approval') for (const key of keysOf(data as ChangeApproval)) yield [key, id];
  }
});

function keysOf({ doc_impact, links }: ChangeApproval): ReadonlySet<string> {
  const rows = rowsIn(doc_impact).filter(({ result }) => result === 'updated');
  const linked = ['confirmation', 'srs_items', 'hld', 'lld'].flatMap(relation =>
    namesIn((links as Links | undefined)?.[relation] as readonly string[]),
  );
  return new Set([
    ...linked,
    ...rows.flatMap(({ ref, version, sections }) => [
      `${textIn(ref)}@${plainVersion(version)}`,
      ...idsIn(textIn(sections)),
    ]),
  ]);
}

function plainVersion(version: string | undefined): string {
  return textIn(version).replace(/^v/i, '');
}

/**
 * Whether what an item owes is due: a change that carries it is approved, or, when none is known, a release followed the
 * version that brought it. Before that the documents may still be on their way.
 */
export function isDue({ changes, date }: Moved, get: Get): boolean {
  if (changes.length > 0) return approvedAmong(changes, get).length > 0;
  return date !== undefined && get(lastRelease, ALL) >= date;
}

export function approvedAmong(changes: readonly string[], get: Get): readonly Entry[] {
  return changes.flatMap(id => findHolder(get, id)?.entry ?? []).filter(entry => entryReached(entry, 'approved', get));
}

/** Whether a change is of one of these sorts; a change of the environment alone owes no detailed design and no test. */
export function isOfKind({ data }: Entry, ...kinds: readonly string[]): boolean {
  return namesIn(data['change_kind'] as readonly string[]).some(kind => kinds.includes(kind));
}

/** The day of the last release that stayed in production; empty when there is none. */
const lastRelease = query<LocalDate>('lastRelease', (_all, get) => {
  const offset = offsetOf(get(config, ALL));
  const stayed = get(entriesByKind, 'deployment').filter(entry => {
    const { trigger, result } = entry.data as Deployment;
    return (
      trigger === 'release' && entryReached(entry, 'success', get) && !isRolledBack({ status: entry.status, result })
    );
  });
  return (
    stayed
      .flatMap(({ data }) => dateOf(data['finished_at'] ?? data['started_at'], offset) ?? [])
      .sort()
      .at(-1) ?? ''
  );
});

function entryReached(entry: Entry | undefined, milestone: string, get: Get): boolean {
  const kind = entry && get(catalogue, ALL).kinds.get(entry.kind);
  return entry !== undefined && kind !== undefined && reached(entry, kind, milestone);
}

/** The newest software version among changes: what a test has to be a test of. */
export function newestTag(changes: readonly Entry[]): string | undefined {
  const tags = changes
    .map(({ data }) => textIn(data['release_tag'] as string | undefined))
    .filter(tag => compareVersions(tag, tag) !== undefined);
  return tags.sort((a, b) => compareVersions(a, b) ?? 0).at(-1);
}

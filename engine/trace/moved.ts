/**
 * Which items moved since the contract began, and which changes carried them.
 *
 * An item has moved when a version of its document newer than the baseline brought it (the baseline is the last version
 * dated before the service period), when the revision record of such a version names it, or when a change approval or a
 * signed confirmation does. An item that was there before and was never touched has no gaps in the matrix.
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

/** How an item moved. */
interface MovedItem {
  /** Version and day of the document that last changed it; undefined when only approvals or confirmations name it. */
  readonly version: string | undefined;
  readonly date: LocalDate | undefined;
  /** Ids of the change approvals that bring it to production as it is now, sorted. */
  readonly changes: readonly string[];
}

interface Revision {
  readonly version?: string;
  readonly date?: string;
  readonly summary?: string;
  readonly refs?: readonly string[];
}

/**
 * How an item moved, by its identifier; undefined for an item unchanged since the contract began, and for a deleted
 * one.
 */
export const movedItem = query<MovedItem | undefined>(
  'movedItem',
  (id, get) => {
    const item = findHolder(get, id)?.item;
    if (item === undefined || item.attributes['status'] === 'deleted') return undefined;
    const [latest] = revisionsOf(item, get);
    // The last move counts, because an item that an earlier change brought may be under work again.
    const last = latest === undefined ? [] : changesOfRevision(item.document, latest, get);
    const confirmations = confirmationsOf(id, get);
    const changes = last.length > 0 ? last : [id, ...confirmations].flatMap(name => get(changesNamed, name));
    if (latest === undefined && changes.length === 0 && confirmations.length === 0) return undefined;
    return { version: latest?.version, date: latest?.date, changes: [...new Set(changes)].sort() };
  },
  sameData,
);

/** The revisions that brought the item or name it, newest first. */
function revisionsOf({ id, document, attributes: { since } }: Item, get: Get): readonly NamedRevision[] {
  return get(newerRevisions, document).filter(
    ({ version, names }) => (since !== undefined && sameVersion(version, since)) || names.includes(id),
  );
}

interface NamedRevision extends Revision {
  /** The identifiers in its summary. */
  readonly names: readonly string[];
}

/**
 * The revisions of a document that are newer than the baseline, newest first. Without a service period the first
 * revision is the baseline.
 */
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

/** The signed confirmations that list an item. */
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

/** Change approvals by what they carry: an item, a version of a document (`ZZGL-SRS@1.3`), a confirmation. */
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
 * Whether the gaps of a moved item are due: a change that carries it is approved, or, when no change is known, a
 * release followed the version that brought it. Before that the documents may still be under work.
 */
export function isDue({ changes, date }: MovedItem, get: Get): boolean {
  if (changes.length > 0) return approvedAmong(changes, get).length > 0;
  return date !== undefined && get(lastRelease, ALL) >= date;
}

/** The approvals among some changes that have reached the milestone `approved`. */
export function approvedAmong(changes: readonly string[], get: Get): readonly Entry[] {
  return changes.flatMap(id => findHolder(get, id)?.entry ?? []).filter(entry => entryReached(entry, 'approved', get));
}

/**
 * Whether a change has one of these values of `change_kind`. A change of the environment alone needs no detailed design
 * and no test.
 */
export function isOfKind({ data }: Entry, ...kinds: readonly string[]): boolean {
  return namesIn(data['change_kind'] as readonly string[]).some(kind => kinds.includes(kind));
}

/** The day of the last release that was not rolled back; empty when there is none. Under ALL. */
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

/**
 * The newest release tag among changes; a test must have tested that version. Tags without version numbers are left
 * out.
 */
export function newestTag(changes: readonly Entry[]): string | undefined {
  const tags = changes
    .map(({ data }) => textIn(data['release_tag'] as string | undefined))
    .filter(tag => compareVersions(tag, tag) !== undefined);
  return tags.sort((a, b) => compareVersions(a, b) ?? 0).at(-1);
}

/**
 * Sessions on commits and on what is staged that read only what differs from a snapshot kept earlier. When there is none, too
 * much differs, or the configuration does, a new one is made first.
 */
import { posix } from 'node:path';
import type { Path } from '../../engine/base/text.ts';
import { holdsSince } from '../../engine/session/change/earlierMoment.ts';
import { type DocumentFacts, Session } from '../../engine/session/session.ts';
import type { ChangedFile } from '../../engine/workspace/changeSet.ts';
import { ABSENT, type FileContent, type FileSource } from '../../engine/workspace/files.ts';
import { ChangingListing } from '../../engine/workspace/listing.ts';
import type { RepositoryFacts } from '../../engine/workspace/repositoryFacts.ts';
import { cacheFolder, openStore, type Store } from '../cache/cache.ts';
import { keptSnapshots } from './kept.ts';
import type { SnapshotMoment, StandingOptions, TreeSource } from './snapshotMoment.ts';
import { readTree } from './readTree.ts';
import { recordsOf, type Snapshot } from './snapshot.ts';
import { type Difference, differences } from './treeDifferences.ts';

/** A snapshot and how a moment differs from it. */
export interface OpenSnapshot {
  readonly known: Snapshot;
  readonly moment: SnapshotMoment;
  /** What differs from it at that moment. */
  readonly since: readonly Difference[];
  /** What the documents among them say. */
  readonly facts: ReadonlyMap<Path, DocumentFacts>;
}

/** Beyond this many changed documents a new snapshot is cheaper than the differences. */
const MANY = 300;

/** Up to this many documents are read one by one: to read many at once, all have to be listed. */
const ALONE = 32;

/** Undefined without a git directory or without a configuration in the tree: a session is then opened on everything. */
export function standingOn(root: string, moment: SnapshotMoment, options: StandingOptions): OpenSnapshot | undefined {
  const folder = cacheFolder(root);
  if (folder === undefined) return undefined;
  const kept = keptSnapshots(folder, options.engine);
  for (const tree of kept.trees(moment.tree)) {
    const changed = differences(root, tree, moment.tree);
    const known = changed !== undefined && isNear(changed) ? kept.open(tree, moment.source) : undefined;
    if (changed === undefined || known === undefined) continue;
    const since = withLinks(changed, known);
    const facts =
      since.length === 0
        ? NONE
        : factsOf(known, since, moment.source, openStore(folder, `since ${options.engine} ${tree}`));
    return { known, moment, since, facts };
  }
  const told = readTree(root, folder, moment, options);
  if (told === undefined) return undefined;
  kept.keep(moment.tree, recordsOf(told));
  const known = kept.open(moment.tree, moment.source);
  return known && { known, moment, since: withLinks([], known), facts: NONE };
}

function isNear(since: readonly Difference[]): boolean {
  return holdsSince(presence(since)) && since.filter(({ path }) => path.endsWith('.md')).length <= MANY;
}

function presence(since: readonly Difference[]): Map<Path, boolean> {
  return new Map(since.map(({ path, sort }) => [path, sort !== 'gone']));
}

/** What a link shows may have changed though the link has not. */
function withLinks(changed: readonly Difference[], { links }: Snapshot): readonly Difference[] {
  const paths = new Set(changed.map(({ path }) => path));
  return [...changed, ...links.filter(path => !paths.has(path)).map(path => ({ path, sort: 'link' as const, id: '' }))];
}

/** Documents that changed since are read once; what they say is kept beside. */
function factsOf(
  known: Snapshot,
  since: readonly Difference[],
  source: TreeSource,
  store: Store,
): OpenSnapshot['facts'] {
  const session = Session.open(source, { asOf: '', base: { known, since: presence(since) } });
  const analysis = session.analysis();
  const documents = since.filter(({ path, sort }) => sort === 'file' && analysis.isDocument(path));
  const keys = new Map(documents.map(({ path, id }) => [path, `${id}:${encodeURIComponent(path.toWellFormed())}`]));
  for (const [document, key] of keys) {
    const kept = store.facts(key);
    if (kept !== undefined) session.remember(document, kept);
  }
  const unread = [...keys].filter(([, key]) => store.facts(key) === undefined);
  if (unread.length > ALONE) source.prefetch(unread.map(([document]) => document));
  store.add(unread.map(([document, key]) => [key, session.factsOf(document)]));
  return new Map(documents.map(({ path }) => [path, session.factsOf(path)]));
}

const NONE: OpenSnapshot['facts'] = new Map();

interface Side {
  readonly source: FileSource;
  /** The difference of that side to the moment; nothing for the moment itself. */
  readonly changed: readonly ChangedFile[];
  readonly asOf: string;
  readonly repository?: () => RepositoryFacts | undefined;
}

/** A session on one side of a change. Kinds and configuration of its own make it read everything. */
export function sessionOn(
  { known, moment, since, facts }: OpenSnapshot,
  { source, changed, asOf, repository = () => undefined }: Side,
): Session {
  const now = presence(since);
  const touched = new Set<Path>();
  for (const { path, was, how, sort } of changed) {
    if (was !== undefined) now.set(was, false);
    now.set(path, how !== 'deleted' && sort !== 'submodule');
    touched.add(path).add(was ?? path);
  }
  const files = new ChangingListing(known.files, now);
  const links = new Set(known.links);
  const ids = new Map(since.map(({ path, sort, id }) => [path, sort === 'file' ? id : undefined]));
  const session = Session.open({ list: () => source.list(), read }, { asOf, repository, base: { known, since: now } });
  for (const [document, said] of facts) if (!touched.has(document)) session.remember(document, said);
  return session;

  /** Git is not asked for what is known not to be there, and asked in the tree for what is as it is there: that is cheaper than in the index. */
  function read(file: Path): FileContent {
    const path = posix.normalize(file) as Path;
    if (!files.has(path)) return ABSENT;
    if (touched.has(path) || links.has(path)) return source.read(path);
    const id = ids.has(path) ? ids.get(path) : known.contentId(path);
    return id === undefined ? moment.source.read(path) : moment.source.readAs(path, id);
  }
}

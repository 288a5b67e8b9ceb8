/** The history up to a commit, asked once for each question: who names what, and which tags contain what. */
import { trailersOf } from '../../engine/links/trailers.ts';
import { type Commit, NO_PAST, type Past, type Sides } from '../../engine/workspace/changeSet.ts';
import { commitsWith } from './commits.ts';
import { entryChanges } from './entryChanges.ts';
import { ask, type Repository } from './repository.ts';
import { seenIn } from './storedChange.ts';
import { seenSource, treeSource } from './storedSource.ts';
import { tagsOf } from './tags.ts';

/** `tip`: the newest commit that counts; undefined before the first. `read`: commits that need not be read again. */
export function pastOf(repository: Repository, tip: string | undefined, read: readonly Commit[] = []): Past {
  if (tip === undefined) return NO_PAST;
  const naming = once(() => hashesById(repository, tip));
  const tags = once(() => tagsOf(repository));
  const commits = readingOnce(repository, read);
  return {
    commitsNaming: remembering(id => commits(naming().get(id) ?? [])),
    tagsWith: hash => tags()(hash),
    treeOf: remembering(hash => treeSource(repository, hash)),
    sidesOf: remembering(hash => sidesOf(repository, hash)),
  };
}

function readingOnce(repository: Repository, read: readonly Commit[]): (hashes: readonly string[]) => readonly Commit[] {
  const known = new Map(read.map(commit => [commit.hash, commit]));
  return hashes => {
    const missing = hashes.filter(hash => !known.has(hash));
    for (const commit of commitsWith(repository, missing)) known.set(commit.hash, commit);
    return hashes.flatMap(hash => known.get(hash) ?? []);
  };
}

/** Its documents are read at once. */
function sidesOf(repository: Repository, hash: string): Sides {
  const changes = entryChanges(repository, ['diff-tree', '-r', '--root', '--no-commit-id', hash, '--']);
  const documents = changes.filter(({ path }) => path.endsWith('.md'));
  repository.blobs.prefetch(documents.flatMap(({ before, after }) => [before?.id, after?.id].filter(id => id !== undefined)));
  return { before: seenSource(repository, seenIn(changes, 'before')), after: seenSource(repository, seenIn(changes, 'after')) };
}

/** One walk over all messages costs what git takes to look for one identifier. */
function hashesById(repository: Repository, tip: string): ReadonlyMap<string, readonly string[]> {
  const log = ['log', '-z', '--encoding=UTF-8', '--no-notes', '--topo-order', '--reverse', '--format=%H%x00%B', tip, '--'];
  const parts = ask(repository.folder, log).toString('utf8').split('\0');
  const named = parts.flatMap((hash, n) => (n % 2 === 0 ? trailersOf(parts[n + 1] ?? '').map(({ id }) => [id, hash] as const) : []));
  const found = Map.groupBy(named, ([id]) => id);
  return new Map([...found].map(([id, pairs]) => [id, [...new Set(pairs.map(([, hash]) => hash))]]));
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
}

function remembering<T>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return key => {
    const found = known.get(key) ?? answer(key);
    known.set(key, found);
    return found;
  };
}

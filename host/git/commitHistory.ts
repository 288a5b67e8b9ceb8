/** The history up to a commit, asked once for each question: who names what, and which tags contain what. */
import { once, oncePer } from '../../engine/base/once.ts';
import { trailersOf } from '../../engine/session/commitMessage.ts';
import { NO_PAST, type Past } from '../../engine/workspace/changeSet.ts';
import { commitsWith, type StoredCommit } from './commits.ts';
import { ask, type Repository } from './repository.ts';
import { sidesOf } from '../changes/commitSides.ts';
import { treeSource } from '../trees/storedSource.ts';
import { tagsOf } from './repositoryTags.ts';

/** `tip`: the newest commit that counts; undefined before the first. `read`: commits that need not be read again. */
export function pastOf(repository: Repository, tip: string | undefined, read: readonly StoredCommit[] = []): Past {
  if (tip === undefined) return NO_PAST;
  const naming = once(() => hashesById(repository, tip));
  const tags = once(() => tagsOf(repository));
  const known = new Map(read.map(commit => [commit.hash, commit]));
  const sides = sidesOf(repository, known);
  return {
    commitsNaming: oncePer(id => readingOnce(repository, known, naming().get(id) ?? [])),
    tagsWith: hash => tags()(hash),
    treeOf: oncePer(hash => treeSource(repository, hash)),
    sidesOf: oncePer(hash => sides(readingOnce(repository, known, [hash])[0])),
  };
}

/** By hash. */
type Known = Map<string | undefined, StoredCommit>;

function readingOnce(repository: Repository, known: Known, hashes: readonly string[]): readonly StoredCommit[] {
  const missing = hashes.filter(hash => !known.has(hash));
  for (const commit of commitsWith(repository, missing)) known.set(commit.hash, commit);
  return hashes.flatMap(hash => known.get(hash) ?? []);
}

/** One walk over all messages costs what git takes to look for one identifier. */
function hashesById(repository: Repository, tip: string): ReadonlyMap<string, readonly string[]> {
  const log = [
    'log',
    '-z',
    '--encoding=UTF-8',
    '--no-notes',
    '--topo-order',
    '--reverse',
    '--format=%H%x00%B',
    tip,
    '--',
  ];
  const parts = ask(repository.folder, log).toString('utf8').split('\0');
  const named = parts.flatMap((hash, n) =>
    n % 2 === 0 ? trailersOf(parts[n + 1] ?? '').map(({ id }) => [id, hash] as const) : [],
  );
  const found = Map.groupBy(named, ([id]) => id);
  return new Map([...found].map(([id, pairs]) => [id, [...new Set(pairs.map(([, hash]) => hash))]]));
}

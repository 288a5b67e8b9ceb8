/**
 * What commits brought. `A..B` and `A...B` are one: what B has since it left A, compared with where it left, so that no commit is
 * blamed for what A got meanwhile. `B` alone is everything from the first commit on.
 */
import { once } from '../../engine/base/once.ts';
import type { ChangedFile, Commit, Past } from '../../engine/workspace/changeSet.ts';
import type { FileSource } from '../../engine/workspace/files.ts';
import { git } from '../git/git.ts';
import { changedTreeFiles, type EntryChange, entryChanges } from '../trees/treeChanges.ts';
import { commitsIn, commitsWith, type StoredCommit } from '../git/commits.ts';
import { projectTree } from '../trees/treeEntries.ts';
import { pastOf } from '../git/commitHistory.ts';
import { missingBase, nothingInCommon, refusalOf } from '../git/gitRefusals.ts';
import { commitNamed, emptyTree, type Repository, shallowCommits } from '../git/repository.ts';
import { prefetchChanged, seenIn, type StoredChange } from './storedChange.ts';
import { NO_FILES, treeSource } from '../trees/storedSource.ts';

/**
 * The change that the commits of a range bring: `A..B`, `A...B` or `B`.
 *
 * @throws HostError for an unknown revision, a shallow clone that lacks the base, or two histories without a common
 * commit.
 */
export function rangeChange(repository: Repository, range: string): StoredChange {
  const [, from, to] = /^(.*?)\.{2,3}(.*)$/.exec(range) ?? [undefined, undefined, range];
  const newer = commitNamed(repository, to || 'HEAD');
  if (from === undefined) return brought(repository, undefined, newer, commitsIn(repository, [newer]));
  const older = commitNamed(repository, from || 'HEAD');
  const base = mergeBase(repository, { hash: older, name: from || 'HEAD' }, { hash: newer, name: to || 'HEAD' });
  return brought(repository, base, newer, commitsIn(repository, [`^${older}`, newer]));
}

/** The commits of HEAD since it left `revision`; what is not committed is not among them. */
export function sinceChange(repository: Repository, revision: string): StoredChange {
  return rangeChange(repository, `${revision}..HEAD`);
}

/** One commit against its first parent: of a merge, all that it merged. */
export function commitChange(repository: Repository, revision: string): StoredChange {
  const hash = commitNamed(repository, revision);
  const commits = commitsWith(repository, [hash]);
  const parent = commits[0]?.parents === 0 ? undefined : commitNamed(repository, `${hash}^1`);
  return brought(repository, parent, hash, commits);
}

function brought(
  repository: Repository,
  older: string | undefined,
  newer: string,
  commits: readonly StoredCommit[],
): StoredChange {
  refuseCutHistory(repository, commits);
  const tree = projectTree(repository, newer);
  const trees = [older === undefined ? emptyTree(repository) : projectTree(repository, older), tree];
  // Trees of the project's folder: paths begin there.
  const changes = entryChanges({ ...repository, prefix: '' }, ['diff-tree', '-r', ...trees, '--']);
  prefetchChanged(repository, changes, ['before', 'after']);
  const after = treeSource(repository, newer, seenIn(changes, 'after'));
  const files = changedTreeFiles(changes);
  return {
    stage: 'range',
    before: older === undefined ? NO_FILES : treeSource(repository, older, seenIn(changes, 'before')),
    after,
    files,
    ground: { moment: 'after', tree, other: changedTreeFiles(changes.map(backwards)) },
    commits,
    past: lookingIn(after, pastOf(repository, newer, commits), commits, () =>
      touchedSince(repository, older, commits, files),
    ),
  };
}

/** What is as it is in the last tree in each tree of the commits: git need not be asked for it commit by commit. */
function lookingIn(
  last: FileSource,
  past: Past,
  commits: readonly Commit[],
  touchedBy: () => ReadonlySet<string>,
): Past {
  const touched = once(touchedBy);
  const hashes = new Set(commits.map(({ hash }) => hash));
  return {
    ...past,
    treeOf: hash => {
      const own = past.treeOf(hash);
      return hashes.has(hash)
        ? { list: () => own.list(), read: path => (touched().has(path) ? own : last).read(path) }
        : own;
    },
  };
}

/** By the commits, or between where the range begins and where some of them left earlier. */
function touchedSince(
  repository: Repository,
  older: string | undefined,
  commits: readonly StoredCommit[],
  files: readonly ChangedFile[],
): ReadonlySet<string> {
  const hashes = new Set(commits.map(({ hash }) => hash));
  const left = new Set(commits.flatMap(({ from }) => from).filter(hash => hash !== older && !hashes.has(hash)));
  const meanwhile =
    older === undefined
      ? []
      : [...left].flatMap(hash => entryChanges(repository, ['diff-tree', '-r', '--no-renames', older, hash, '--']));
  return new Set(
    [...files, ...commits.flatMap(commit => commit.files), ...meanwhile].flatMap(({ path, was = path }) => [path, was]),
  );
}

function backwards({ path, was, before, after }: EntryChange): EntryChange {
  return { path: was ?? path, ...(was === undefined ? {} : { was: path }), before: after, after: before };
}

/** Where a shallow clone was cut, a commit looks as if it had brought every file. */
function refuseCutHistory(repository: Repository, commits: readonly Commit[]): void {
  const cut = shallowCommits(repository);
  const first = cut.size === 0 ? undefined : commits.find(({ hash }) => hash !== undefined && cut.has(hash));
  if (first?.hash !== undefined) throw missingBase(first.hash.slice(0, 12));
}

interface Named {
  readonly hash: string;
  readonly name: string;
}

function mergeBase(repository: Repository, older: Named, newer: Named): string {
  const { folder } = repository;
  const answer = git(folder, ['merge-base', older.hash, newer.hash]);
  if (answer.ok) return answer.out.toString('utf8').trim();
  if (answer.code !== 1) throw refusalOf(answer, folder);
  throw shallowCommits(repository).size > 0 ? missingBase(newer.name) : nothingInCommon(older.name, newer.name);
}

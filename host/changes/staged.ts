/**
 * What will be committed: HEAD against the index. In a hook git says which index that is (`commit -a`, `commit PATH`). During a
 * merge the commit in the making has its parents; when one is amended, only what is added to it is seen, as in every pre-commit hook.
 */
import { indexSince, MERGE } from './askedAhead.ts';
import { projectTree } from '../trees/treeEntries.ts';
import { changedTreeFiles, entryChanges } from '../trees/treeChanges.ts';
import { commitInMaking, type Making } from './pendingCommit.ts';
import { pastOf } from '../git/commitHistory.ts';
import { noWorkingTree } from '../git/gitRefusals.ts';
import { emptyTree, headOf, linesOfGitFile, type Repository } from '../git/repository.ts';
import { prefetchChanged, seenIn, type StoredChange } from './storedChange.ts';
import { NO_FILES, stagedSource, treeSource } from '../trees/storedSource.ts';

/**
 * The change between HEAD and the index.
 *
 * @throws HostError in a bare repository.
 */
export function stagedChange(repository: Repository, making: Making): StoredChange {
  if (repository.isBare) throw noWorkingTree(repository.folder);
  const head = headOf(repository);
  const changes = entryChanges(repository, indexSince(head === undefined ? emptyTree(repository) : 'HEAD'));
  const files = changedTreeFiles(changes);
  prefetchChanged(repository, changes, ['before']);
  return {
    stage: 'commit',
    before: head === undefined ? NO_FILES : treeSource(repository, head, seenIn(changes, 'before')),
    after: stagedSource(repository, seenIn(changes, 'after')),
    files,
    ground: head === undefined ? undefined : { moment: 'before', tree: projectTree(repository, head), other: files },
    commits: [commitInMaking(repository.folder, making, parentsToCome(repository, head), files)],
    past: pastOf(repository, head),
  };
}

/** The number of parents that the pending commit will have; more than one during a merge. */
export function parentsToCome(repository: Repository, head: string | undefined): number {
  return head === undefined ? 0 : 1 + linesOfGitFile(repository, MERGE).length;
}

/**
 * What will be committed: HEAD against the index. In a hook git says which index that is (`commit -a`, `commit PATH`). During a
 * merge the commit in the making has its parents; when one is amended, only what is added to it is seen, as in every pre-commit hook.
 */
import { changedFiles, entryChanges } from './entryChanges.ts';
import { commitInMaking, type Making } from './making.ts';
import { pastOf } from './past.ts';
import { noWorkingTree } from './refusals.ts';
import { emptyTree, headOf, linesOfGitFile, type Repository } from './repository.ts';
import { seenIn, type StoredChange } from './storedChange.ts';
import { NOTHING, stagedSource, treeSource } from './storedSource.ts';

export interface StagedChange extends StoredChange {
  /** The commit it goes on from; undefined for the first. */
  readonly head: string | undefined;
}

export function stagedChange(repository: Repository, making: Making): StagedChange {
  if (repository.isBare) throw noWorkingTree(repository.folder);
  const head = headOf(repository);
  const changes = entryChanges(repository, ['diff-index', '--cached', '--ita-invisible-in-index', head ?? emptyTree(repository), '--']);
  const files = changedFiles(changes);
  return {
    stage: 'commit',
    head,
    before: head === undefined ? NOTHING : treeSource(repository, head, seenIn(changes, 'before')),
    after: stagedSource(repository, seenIn(changes, 'after')),
    files,
    commits: [commitInMaking(repository.folder, making, parentsToCome(repository, head), files)],
    past: pastOf(repository, head),
  };
}

export function parentsToCome(repository: Repository, head: string | undefined): number {
  return head === undefined ? 0 : 1 + linesOfGitFile(repository, 'MERGE_HEAD').length;
}

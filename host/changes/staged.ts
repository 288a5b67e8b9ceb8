/**
 * What will be committed: HEAD against the index. In a hook git says which index that is (`commit -a`, `commit PATH`). During a
 * merge the commit in the making has its parents; when one is amended, only what is added to it is seen, as in every pre-commit hook.
 */
import type { Path } from '../../engine/base/text.ts';
import { languageNameOf } from '../../engine/code/languages/table.ts';
import { indexSince, MERGE } from './ahead.ts';
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
  const changes = entryChanges(repository, indexSince(head === undefined ? emptyTree(repository) : 'HEAD'));
  const files = changedFiles(changes);
  repository.blobs.prefetch(changes.flatMap(({ path, before }) => (before?.sort === 'file' && isRead(path) ? [before.id] : [])));
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

/** Documents and source files; others may be large, and nobody looks into them. */
function isRead(path: Path): boolean {
  return path.endsWith('.md') || languageNameOf(path) !== undefined;
}

export function parentsToCome(repository: Repository, head: string | undefined): number {
  return head === undefined ? 0 : 1 + linesOfGitFile(repository, MERGE).length;
}

/** What opening the staged change asks git, asked while the engine is still loading. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { askAhead } from '../git/git.ts';
import { WHO } from '../git/identity.ts';
import { findRoot } from '../project/root.ts';
import { comparison } from '../trees/treeChanges.ts';
import { gitFile, namedCommit, WHERE } from '../git/repository.ts';

/** Asks git everything that opening the staged change will ask, while the engine loads. */
export async function askAheadOfStaged(cwd: string): Promise<void> {
  const root = findRoot(cwd);
  const prefix = root === undefined ? undefined : prefixOf(root);
  if (root === undefined || prefix === undefined) return;
  await askAhead(root, [WHERE, namedCommit('HEAD'), comparison({ prefix }, indexSince('HEAD')), gitFile(MERGE), WHO]);
}

/** The index against a tree. */
export function indexSince(tree: string): readonly string[] {
  return ['diff-index', '--cached', '--ita-invisible-in-index', tree, '--'];
}

/** Names the other parents of a merge that is not committed yet. */
export const MERGE = 'MERGE_HEAD';

/** As git will tell it, but for odd set-ups, where it is asked again. */
function prefixOf(root: string): string | undefined {
  for (let top = root; ; top = path.dirname(top)) {
    if (existsSync(path.join(top, '.git')))
      return top === root ? '' : `${path.relative(top, root).replaceAll(path.sep, '/')}/`;
    if (top === path.dirname(top)) return undefined;
  }
}

/** What is checked out in a working tree, and a merge or rebase that was begun there and not ended. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { git, listedNames } from './git.ts';
import { ask } from './repository.ts';

/** Undefined where a commit is checked out. */
export function branchIn(folder: string): string | undefined {
  const branch = git(folder, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  return branch.ok ? branch.out.toString('utf8').trim() : undefined;
}

const MARKS = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
] as const;

type Underway = (typeof MARKS)[number][1];

/** In the working tree that holds `folder`. */
export function underwayIn(folder: string): Underway | undefined {
  const files = ask(folder, ['rev-parse', ...MARKS.flatMap(([name]) => ['--git-path', name])])
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return MARKS.find((_, n) => existsSync(path.resolve(folder, files[n] ?? '')))?.[1];
}

/** Files that a merge left in several versions for a person to choose from; none without a repository. */
export function unresolvedIn(folder: string): readonly string[] {
  const entries = listedNames(git(folder, ['ls-files', '--unmerged', '-z']).out);
  return [...new Set(entries.map(entry => entry.slice(entry.indexOf('\t') + 1)))];
}

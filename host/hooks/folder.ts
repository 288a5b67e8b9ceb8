/** Where git looks for the hooks of a repository, and whether it is in the middle of something. */
import { chmodSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { simpleGit } from 'simple-git';
import { git } from '../git.ts';
import { HostError } from '../hostError.ts';
import { writeWhole } from '../write.ts';

/** Absolute; `core.hooksPath` and what husky makes of it included. */
export async function hooksFolder(root: string): Promise<string> {
  try {
    return path.resolve(root, (await simpleGit(root).raw('rev-parse', '--git-path', 'hooks')).replace(/\n$/, ''));
  } catch (error) {
    throw new HostError(
      { zh: `${root} 不在 git 仓库中，没有钩子可装。`, en: `${root} is in no git repository: there are no hooks to install.` },
      error,
    );
  }
}

/** From the top of the working tree. */
export function projectFolder(root: string): string {
  return (
    git(root, ['rev-parse', '--show-prefix'])
      .out.toString('utf8')
      .replace(/\/?\n$/, '') || '.'
  );
}

export function hookText(folder: string, name: string): string | undefined {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Undefined takes the hook away. */
export function writeHook(folder: string, name: string, text: string | undefined): void {
  if (text === undefined) return rmSync(path.join(folder, name), { force: true });
  writeWhole(folder, name, text);
  chmodSync(path.join(folder, name), 0o755);
}

export function moveHook(folder: string, from: string, to: string): void {
  renameSync(path.join(folder, from), path.join(folder, to));
}

const UNDER_WAY = ['rebase-merge', 'rebase-apply', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'];

/** A rebase, merge, cherry-pick or revert: its commits are not new work, and the range is checked in CI. */
export function isUnderWay(root: string): boolean {
  return UNDER_WAY.some(name => existsSync(path.resolve(root, git(root, ['rev-parse', '--git-path', name]).out.toString('utf8').trim())));
}

/** `git commit PATH` commits an index of its own and then mends the real one by those paths alone. */
export function isPartialCommit(): boolean {
  return path.basename(process.env['GIT_INDEX_FILE'] ?? '').startsWith('next-index');
}

export function branchOf(root: string): string {
  return git(root, ['symbolic-ref', '-q', '--short', 'HEAD']).out.toString('utf8').trim();
}

/** `git config docket.ticket WX-2026-0003` */
export function activeTicket(root: string): string {
  return git(root, ['config', '--get', 'docket.ticket']).out.toString('utf8').trim();
}

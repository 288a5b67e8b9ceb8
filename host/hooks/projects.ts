/** The projects that a commit in the making touches: the one at the top of the repository, or those in folders of it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { git, listedNames } from '../git/git.ts';

/** `top`: where git runs hooks. None is no fault: another branch may have no project yet. */
export function projectsTouched(top: string): readonly string[] {
  if (holdsProject(top)) return [top];
  const { out } = git(top, ['diff', '--cached', '--name-only', '--no-renames', '--no-ext-diff', '-z', '--']);
  const folders = new Set(listedNames(out).flatMap(foldersAbove));
  return [...folders].map(folder => path.join(top, folder)).filter(holdsProject);
}

function foldersAbove(file: string): readonly string[] {
  const folder = path.posix.dirname(file);
  return folder === '.' ? [] : [folder, ...foldersAbove(folder)];
}

function holdsProject(folder: string): boolean {
  return existsSync(path.join(folder, 'docket.yml'));
}

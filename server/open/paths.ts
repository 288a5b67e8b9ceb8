// Between the files of a machine and the paths of a project.
import { relative, resolve, sep } from 'node:path';
import { asPath } from '../../engine/session/text.ts';
import type { Path } from '../../engine/session/types.ts';

/** The project's path of a file; undefined outside it. */
export function pathIn(root: string, file: string): Path | undefined {
  const path = relative(root, file);
  return path === '' || path.startsWith('..') || resolve(path) === path ? undefined : asPath(path.split(sep).join('/'));
}

/** Windows writes one drive as `C:` and `c:`. */
export function withSmallDrive(file: string): string {
  return file.replace(/^[A-Z]:/, drive => drive.toLowerCase());
}

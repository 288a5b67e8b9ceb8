// Between an editor's addresses and a project's paths.
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { asPath } from '../../engine/session/text.ts';
import type { Path, Range } from '../../engine/session/types.ts';

/** The file behind an address; undefined for what is on no disk. */
export function fileOf(uri: string): string | undefined {
  return uri.startsWith('file:') ? withSmallDrive(fileURLToPath(uri)) : undefined;
}

export function uriOf(root: string, path: Path): string {
  return pathToFileURL(resolve(root, path)).href;
}

/** The project's path of a file; undefined outside it. */
export function pathIn(root: string, file: string): Path | undefined {
  const path = relative(root, file);
  return path === '' || path.startsWith('..') || resolve(path) === path ? undefined : asPath(path.split(sep).join('/'));
}

/** Windows writes one drive as `C:` and `c:`. */
export function withSmallDrive(file: string): string {
  return file.replace(/^[A-Z]:/, drive => drive.toLowerCase());
}

export function touches(a: Range, b: Range): boolean {
  const before = (x: Range, y: Range) => x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !before(a, b) && !before(b, a);
}

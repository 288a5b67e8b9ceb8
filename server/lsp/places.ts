// Between an editor's addresses and a project's paths.
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Path, Range } from '../../engine/session/types.ts';
import { withSmallDrive } from '../open/paths.ts';

/** The file behind an address; undefined for what is on no disk. */
export function fileOf(uri: string): string | undefined {
  return uri.startsWith('file:') ? withSmallDrive(fileURLToPath(uri)) : undefined;
}

export function uriOf(root: string, path: Path): string {
  return pathToFileURL(resolve(root, path)).href;
}

export function touches(a: Range, b: Range): boolean {
  const before = (x: Range, y: Range) =>
    x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !before(a, b) && !before(b, a);
}

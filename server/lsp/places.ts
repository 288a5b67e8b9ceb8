// Between an editor's addresses and a project's paths.
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Path } from '../../engine/session/types.ts';
import { withSmallDrive } from '../open/paths.ts';

/** The file behind an address; undefined for what is on no disk. */
export function fileOf(uri: string): string | undefined {
  return uri.startsWith('file:') ? withSmallDrive(fileURLToPath(uri)) : undefined;
}

/** The address of a file of a project. */
export function uriOf(root: string, path: Path): string {
  return pathToFileURL(resolve(root, path)).href;
}

/** The files of hooks as they are, bytes as characters: foreign scripts may be in any encoding. */
import { lstatSync, readFileSync } from 'node:fs';

interface FileFound {
  /** Undefined for what is no file of its own. */
  readonly text: string | undefined;
  readonly isExecutable: boolean;
}

/** A hook file as latin1 text; undefined where there is none. */
export function fileAt(file: string): FileFound | undefined {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  // Windows has no such permission: there git runs what is there.
  const isExecutable = process.platform === 'win32' || (stat.mode & 0o111) !== 0;
  return { text: stat.isFile() ? readFileSync(file, 'latin1') : undefined, isExecutable };
}

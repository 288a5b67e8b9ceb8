/** The files of hooks: read as they are, bytes as characters, and changed one by one, each whole. */
import { lstatSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { HostError, reasonOf } from '../hostError.ts';
import { writeWhole } from '../write.ts';

export interface FileFound {
  /** Undefined for what is no file of its own. */
  readonly text: string | undefined;
  readonly isExecutable: boolean;
}

export function fileAt(file: string): FileFound | undefined {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  // Windows has no such permission: there git runs what is there.
  const isExecutable = process.platform === 'win32' || (stat.mode & 0o111) !== 0;
  return { text: stat.isFile() ? readFileSync(file, 'latin1') : undefined, isExecutable };
}

/** A new file can be run unless it is plain; one that was there keeps its permissions. */
export function writeAt(file: string, text: string, isPlain = false): void {
  const mode = lstatSync(file, { throwIfNoEntry: false })?.mode ?? (isPlain ? 0o644 : 0o755);
  writeWhole(path.dirname(file), path.basename(file), Buffer.from(text, 'latin1'), mode & 0o777);
}

export function removeAt(file: string): void {
  told(file, () => rmSync(file));
}

export function moveAt(file: string, to: string): void {
  told(file, () => {
    if (lstatSync(to, { throwIfNoEntry: false })) throw new Error(`${path.basename(to)} is there already`);
    renameSync(file, to);
  });
}

function told(file: string, change: () => void): void {
  try {
    change();
  } catch (error) {
    const why = reasonOf(error);
    throw new HostError(
      { zh: `改不了 ${file}：${why}。请检查目录和权限。`, en: `Cannot change ${file}: ${why}. Check the folder and its permissions.` },
      error,
    );
  }
}

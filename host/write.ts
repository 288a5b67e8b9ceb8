/** Writes a file whole or not at all: beside its place first, then renamed. A failed write leaves the old file. */
import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HostError, reasonOf } from './hostError.ts';

/**
 * `file` is relative to `root`; a path that leads out of it, also through a symbolic link, is refused. `mode`: its permissions, where
 * they are not those of any new file.
 */
export function writeWhole(root: string, file: string, content: string | Uint8Array, mode?: number): void {
  const target = path.resolve(root, file);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    if (isOutside(root, target)) throw new Error('outside the folder');
    mkdirSync(path.dirname(target), { recursive: true });
    if (isOutside(realpathSync(root), realpathSync(path.dirname(target)))) throw new Error('outside the folder');
    writeFileSync(beside, content);
    if (mode !== undefined) chmodSync(beside, mode);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    const why = reasonOf(error);
    throw new HostError(
      { zh: `写不了 ${file}：${why}。请检查目录和权限。`, en: `Cannot write ${file}: ${why}. Check the folder and its permissions.` },
      error,
    );
  }
}

function isOutside(root: string, target: string): boolean {
  const relative = path.relative(root, target);
  return relative.startsWith('..') || path.isAbsolute(relative);
}

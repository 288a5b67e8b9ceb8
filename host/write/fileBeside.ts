/**
 * The new text of a file, beside the file until it is whole. Its name is the same for every process, so that it is a lock as well: of
 * two processes that write one file at once the second finds it there.
 */
import { createHash } from 'node:crypto';
import { closeSync, fchmodSync, lstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface FileBeside extends Disposable {
  /** A file that is there keeps its permissions; a new program may be run. */
  write(bytes: Uint8Array, isProgram: boolean): void;
  /** Takes the place of the file in one step. */
  putInPlace(): void;
}

/** Older ones were left by a process that was stopped. Milliseconds. */
const ABANDONED = 30_000;

/**
 * Undefined while another process writes the same file.
 * @throws what the system says where no file can be made in the folder
 */
export function fileBeside(target: string): FileBeside | undefined {
  const beside = path.join(
    path.dirname(target),
    `.docket-${createHash('sha256').update(path.basename(target)).digest('hex').slice(0, 12)}.tmp`,
  );
  const handle = opened(beside);
  if (handle === undefined) return undefined;
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return {
    write: (bytes, isProgram) => {
      writeFileSync(handle, bytes);
      const mode = lstatSync(target, { throwIfNoEntry: false })?.mode ?? (isProgram ? 0o755 : undefined);
      if (mode !== undefined) fchmodSync(handle, mode & 0o777);
      close();
    },
    putInPlace: () => renameSync(beside, target),
    [Symbol.dispose]: () => {
      close();
      rmSync(beside, { force: true });
    },
  };
}

function opened(beside: string): number | undefined {
  const age = Date.now() - (lstatSync(beside, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > ABANDONED) rmSync(beside, { force: true });
  try {
    return openSync(beside, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

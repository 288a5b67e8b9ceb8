/** Contents that git keeps, by their hash, as committed: no filter, no conversion. Each is read once, many in one call. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { git } from '../git/git.ts';
import { ended, isLeftOnServer, reasonIn, refusalOf } from '../git/gitRefusals.ts';

/** Reads contents that git keeps. */
export interface StoredBlobs {
  /** Its bytes, or why there are none. `file`: where in the folder it may lie as it was committed, which is quicker to look at than git. */
  read(id: string, file?: string): Uint8Array | string;
  /** Reads all at once what will be asked for. */
  prefetch(ids: Iterable<string>): void;
}

/** Read in one call; more would be held twice for too long. */
const BATCH = 5_000;

/** The contents of the repository of a folder; each is read once. */
export function blobsIn(folder: string): StoredBlobs {
  const kept = new Map<string, Uint8Array>();
  return {
    read: (id, file) => kept.get(id) ?? (file === undefined ? undefined : onDisk(id, file)) ?? alone(id),
    prefetch: ids => {
      const missing = [...new Set(ids)].filter(id => !kept.has(id));
      for (let at = 0; at < missing.length; at += BATCH) readBatch(missing.slice(at, at + BATCH));
    },
  };

  function onDisk(id: string, file: string): Uint8Array | undefined {
    const bytes = committedAt(path.join(folder, file), id);
    if (bytes !== undefined) kept.set(id, bytes);
    return bytes;
  }

  function alone(id: string): Uint8Array | string {
    const { ok, out, error, code } = ended(git(folder, ['cat-file', 'blob', id]), folder);
    if (!ok)
      return code === 'ENOBUFS'
        ? 'larger than 1 GB'
        : isLeftOnServer(error)
          ? 'not in this partial clone'
          : reasonIn(error, code);
    kept.set(id, out);
    return out;
  }

  /** What cannot be read here is read alone later, and says why then. */
  function readBatch(ids: readonly string[]): void {
    const answer = git(folder, ['cat-file', '--batch', '--buffer'], Buffer.from(`${ids.join('\n')}\n`));
    const { ok, out, code } = answer;
    if (code === undefined || code === 'EPIPE') throw refusalOf(answer, folder);
    if (ok) for (const [id, bytes] of contentsIn(out)) kept.set(id, bytes);
  }
}

/** Larger files are not read on the chance. Bytes. */
const SMALL = 1_000_000;

/** The bytes of the file where they are the ones git knows by this hash. */
function committedAt(file: string, id: string): Uint8Array | undefined {
  try {
    const found = lstatSync(file);
    if (!found.isFile() || found.size > SMALL) return undefined;
    const bytes = readFileSync(file);
    const hash = createHash(id.length === 40 ? 'sha1' : 'sha256')
      .update(`blob ${bytes.length}\0`)
      .update(bytes);
    return hash.digest('hex') === id ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** `ID blob SIZE\nBYTES\n`, or `ID missing\n`. */
function* contentsIn(answer: Buffer): Iterable<readonly [id: string, bytes: Uint8Array]> {
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf('\n', at);
    const [id = '', sort, size] = answer.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    const bytes = answer.subarray(at, at + Number(size));
    if (sort === 'blob') yield [id, bytes];
    at += bytes.length + 1;
  }
}

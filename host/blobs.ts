/** Content hash of every file of a working tree, from git's index where the file is unchanged, from its bytes where not. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { asPath, type Path } from '../engine/base/text.ts';
import { git, listed } from './git.ts';

export interface Blobs {
  /** Of every file git does not ignore. */
  ids(): ReadonlyMap<Path, string>;
  /** Of the files that start with one of these names, as text; cheaper than all of them. */
  of(names: readonly string[]): string;
  /** A hash over all of them. */
  readonly digest: string;
}

/** Undefined where there is no git repository. */
export function blobsOf(root: string): Blobs | undefined {
  const staged = git(root, ['ls-files', '-s', '-z']);
  if (!staged.ok) return undefined;
  const changed = listed(git(root, ['ls-files', '-z', '--modified', '--deleted', '--others', '--exclude-standard']).out);
  const dirty = [...new Set(changed)].sort().map(file => [asPath(file), hashOf(path.join(root, file))] as const);
  return {
    digest: createHash('sha256').update(staged.out).update(JSON.stringify(dirty)).digest('hex'),
    ids: () => idsOf(staged.out, dirty),
    of: names => JSON.stringify([...names.map(name => linesOf(staged.out, name)), dirty.filter(([file]) => names.some(name => file.startsWith(name)))]),
  };
}

function idsOf(staged: Buffer, dirty: readonly (readonly [Path, string | undefined])[]): ReadonlyMap<Path, string> {
  const ids = new Map<Path, string>();
  for (const line of listed(staged)) ids.set(asPath(line.slice(line.indexOf('\t') + 1)), line.split(' ', 2)[1] ?? '');
  for (const [file, id] of dirty) {
    if (id === undefined) ids.delete(file);
    else ids.set(file, id);
  }
  return ids;
}

/** The entries of git's list whose path starts so, found without taking the list apart. */
function linesOf(staged: Buffer, name: string): readonly string[] {
  const lines: string[] = [];
  for (let at = staged.indexOf(`\t${name}`); at !== -1; at = staged.indexOf(`\t${name}`, at + 1)) {
    const start = staged.lastIndexOf(0, at) + 1;
    lines.push(staged.toString('utf8', start, staged.indexOf(0, at)));
  }
  return lines;
}

/** As git names the bytes, but for line-ending filters: the hash of what is on the disk. */
function hashOf(file: string): string | undefined {
  try {
    const bytes = readFileSync(file);
    return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  } catch {
    return undefined;
  }
}

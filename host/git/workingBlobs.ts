/** Content hash of every file of a working tree, from git's index where the file is unchanged, from its bytes where not. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Path } from '../../engine/base/text.ts';
import { git, gitUnfiltered, listedNames } from './git.ts';

/** The hashes of the files of a working tree. */
export interface WorkingBlobs {
  /** Of every file git does not ignore, and of docket.yml. A mark that begins with `?` tells one state from another but names no content. */
  ids(): ReadonlyMap<Path, string>;
  /** Of the files that start with one of these names; cheaper than all of them. */
  of(names: readonly string[]): readonly FileId[];
  /** A hash over all of them. */
  readonly digest: string;
}

export type FileId = readonly [file: string, id: string];

type Dirty = readonly (readonly [file: Path, mark: string | undefined])[];

/** Undefined where git does not tell. */
export function blobsOf(root: string): WorkingBlobs | undefined {
  const staged = git(root, ['ls-files', '-s', '-v', '-z']);
  if (!staged.ok) return undefined;
  const changed = gitUnfiltered(root, ['ls-files', '-z', '--modified', '--deleted', '--others', '--exclude-standard']);
  if (!changed.ok) return undefined;
  const looked = [...new Set([...listedNames(changed.out), 'docket.yml'])].map(
    file => [file as Path, markOf(path.join(root, file))] as const,
  );
  const dirty: Dirty = [...looked, ...unsure(staged.out, root)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    digest: createHash('sha256')
      .update(staged.out)
      .update(JSON.stringify(dirty.map(([file, mark]) => [file, mark ?? null])))
      .digest('hex'),
    ids: () => idsOf(staged.out, dirty),
    of: names => idsAmong(staged.out, dirty, names),
  };
}

function idsOf(staged: Buffer, dirty: Dirty): ReadonlyMap<Path, string> {
  const ids = new Map<Path, string>();
  for (const line of listedNames(staged)) ids.set(pathIn(line), idIn(line));
  for (const [file, mark] of dirty) {
    if (mark === undefined) ids.delete(file);
    else ids.set(file, mark);
  }
  return ids;
}

function idsAmong(staged: Buffer, dirty: Dirty, names: readonly string[]): readonly FileId[] {
  const seen = new Set<string>(dirty.map(([file]) => file));
  const clean = names.flatMap(name => linesOf(staged, name)).map((line): FileId => [pathIn(line), idIn(line)]);
  const changed = dirty.flatMap(([file, mark]): readonly FileId[] => (mark === undefined ? [] : [[file, mark]]));
  return [
    ...clean.filter(([file]) => !seen.has(file)),
    ...changed.filter(([file]) => names.some(name => file.startsWith(name))),
  ];
}

/** `H 100644 ID 0<tab>PATH` */
function pathIn(line: string): Path {
  return line.slice(line.indexOf('\t') + 1) as Path;
}

function idIn(line: string): string {
  return line.split(' ', 3)[2] ?? '';
}

/** The entries of git's list whose path starts so, found without taking the list apart. */
function linesOf(staged: Buffer, name: string): readonly string[] {
  return linesWith(staged, `\t${name}`);
}

function linesWith(staged: Buffer, words: string): readonly string[] {
  const lines: string[] = [];
  for (let at = staged.indexOf(words); at !== -1; at = staged.indexOf(words, at + 1)) {
    // The words of a line's beginning carry the NUL before it.
    const start = words.startsWith('\0') ? at + 1 : staged.lastIndexOf(0, at) + 1;
    lines.push(staged.toString('utf8', start, staged.indexOf(0, start)));
  }
  return lines;
}

/**
 * Files git was told not to look at (S: left out of a sparse checkout, lower case: assumed unchanged), and links, of which git
 * knows the target's name but not its content.
 */
function unsure(staged: Buffer, root: string): Dirty {
  const all = Buffer.concat([Buffer.from([0]), staged]);
  const unseen = ['\0S ', '\0s ', '\0h '].flatMap(tag => linesWith(all, tag));
  const seen = linesWith(all, '\0H 120000 ');
  const marked = (line: string) =>
    [pathIn(line), markOf(path.join(root, pathIn(line))) ?? (/^s/i.test(line) ? idIn(line) : undefined)] as const;
  return [...unseen, ...seen].map(marked);
}

/** Beyond this, size and time are used instead of the content. Bytes. */
const LONG = 64_000_000;

/** As git names the bytes, but for line-ending filters: the hash of what is on the disk. Undefined where there is nothing. */
export function markOf(file: string): string | undefined {
  try {
    const stat = lstatSync(file);
    if (stat.isSymbolicLink()) return `?link ${readlinkSync(file)} ${contentOf(file)}`;
    return stat.isFile() ? fileMark(file, stat) : '?folder';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : `?${code}`;
  }
}

function fileMark(file: string, { size, mtimeMs }: Stats): string {
  return size > LONG ? `?long ${size} ${mtimeMs}` : hashOf(readFileSync(file));
}

function contentOf(link: string): string {
  try {
    return hashOf(readFileSync(link));
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

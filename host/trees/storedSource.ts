/**
 * A commit's tree, or what is staged, as files: read from git, lazily, as committed. Links lead where they lead on a disk; a
 * submodule is a folder, and so no file.
 */
import path from 'node:path';
import type { Path } from '../../engine/base/text.ts';
import { ABSENT, type FileContent, type FileSource, LARGEST_DOCUMENT } from '../../engine/workspace/files.ts';
import { type TreeEntries, indexEntries, type Known, treeEntries } from './treeEntries.ts';
import type { Repository } from '../git/repository.ts';

/** A tree of git as files. */
export interface StoredSource extends FileSource {
  /** Reads many files at once; each alone takes a process. */
  prefetch(paths: readonly Path[]): void;
  /** A plain file whose hash is known. */
  readAs(path: Path, id: string): FileContent;
}

/** `hash` of a commit or a tree. */
export function treeSource(repository: Repository, hash: string, known?: Known): StoredSource {
  return storedSource(treeEntries(repository, hash, known), repository);
}

/** What is staged, as files. */
export function stagedSource(repository: Repository, known?: Known): StoredSource {
  return storedSource(indexEntries(repository, known), repository);
}

/** Nothing but what was seen already. */
export function seenSource(repository: Repository, seen: Known): StoredSource {
  const present = new Map([...seen].flatMap(([file, entry]) => (entry === undefined ? [] : [[file, entry] as const])));
  return storedSource({ all: () => present, find: file => present.get(file) }, repository);
}

/** Before the first commit. */
export const NO_FILES: StoredSource = { list: () => [], read: () => ABSENT, prefetch: () => {}, readAs: () => ABSENT };

/** Links that lead to links; a circle ends here. */
const HOPS = 8;

function storedSource(entries: TreeEntries, { blobs }: Repository): StoredSource {
  return {
    list: () => [...entries.all()].flatMap(([file, { sort }]) => (sort === 'submodule' ? [] : [file])),
    read: file => contentAt(file, HOPS),
    prefetch: files => blobs.prefetch(files.flatMap(file => entries.all().get(file)?.id ?? [])),
    readAs: (file, id) => bytesOf(file, id, bytes => contentOf(file, bytes)),
  };

  function bytesOf(file: string, id: string, content: (bytes: Uint8Array) => FileContent): FileContent {
    const bytes = blobs.read(id, file);
    return typeof bytes === 'string' ? { state: 'unreadable', reason: bytes } : content(bytes);
  }

  function contentAt(named: string, hops: number): FileContent {
    const file = path.posix.normalize(named);
    if (leadsOut(file)) return { state: 'unreadable', reason: 'link leads out of the project' };
    const entry = file === '.' ? undefined : entries.find(file as Path);
    if (entry === undefined || entry.sort === 'submodule') return ABSENT;
    if (entry.sort === 'conflict') return { state: 'unreadable', reason: 'the merge left a conflict' };
    if (entry.sort === 'twice') return { state: 'unreadable', reason: 'two files have this name' };
    return bytesOf(file, entry.id, bytes =>
      entry.sort === 'link' ? contentBehind(file, Buffer.from(bytes).toString('utf8'), hops) : contentOf(file, bytes),
    );
  }

  function contentBehind(link: string, target: string, hops: number): FileContent {
    if (hops === 0) return { state: 'unreadable', reason: 'links lead in a circle' };
    return contentAt(
      path.posix.isAbsolute(target) ? target : path.posix.join(path.posix.dirname(link), target),
      hops - 1,
    );
  }
}

function leadsOut(file: string): boolean {
  return file === '..' || file.startsWith('../') || path.posix.isAbsolute(file);
}

function contentOf(file: string, bytes: Uint8Array): FileContent {
  return file.endsWith('.md') && bytes.length > LARGEST_DOCUMENT
    ? { state: 'too-large', size: bytes.length }
    : { state: 'bytes', bytes };
}

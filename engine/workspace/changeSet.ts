/**
 * What changed between two moments. Each moment is a `FileSource`: a commit, the staged tree, the working tree, a folder. A host
 * fills this; the engine asks neither git nor disk.
 */
import type { Path } from '../base/text.ts';
import type { FileSource } from './files.ts';

export interface ChangeSet {
  /** `commit`: what is about to be committed. `range`: what commits already brought. What is owed falls due at different stages. */
  readonly stage: 'commit' | 'range';
  readonly before: FileSource;
  readonly after: FileSource;
  /** The net difference of the two moments, in order of paths. */
  readonly files: readonly ChangedFile[];
  /** Oldest first. At stage `commit` the one that is being made, as far as it is known; of two folders, one made up from the message. */
  readonly commits: readonly Commit[];
  readonly past: Past;
}

export interface ChangedFile {
  /** Of a deleted file, the path it had. */
  readonly path: Path;
  /** Its path before, where it moved. */
  readonly was?: Path;
  readonly how: 'added' | 'modified' | 'deleted' | 'renamed';
  /** A link or a submodule is no text. */
  readonly sort: 'file' | 'link' | 'submodule';
}

export interface Commit {
  /** Full hash; undefined for a commit that is being made. */
  readonly hash: string | undefined;
  /** As written, comments of the editor left out; empty when nobody has written it yet. */
  readonly message: string;
  readonly author: Author;
  /** Author date, RFC 3339 with offset; of a commit that is being made, the instant it is judged at. */
  readonly at: string;
  /** Two and more make a merge, which brings nothing of its own. */
  readonly parents: number;
  readonly files: readonly ChangedFile[];
}

export interface Author {
  readonly name: string;
  readonly email: string;
}

/** What a change may ask of the history before and around it. Everything is lazy; a place without history answers with nothing. */
export interface Past {
  /** Every commit up to the newer moment whose message has a trailer with this identifier, oldest first, those of the change set included. */
  commitsNaming(id: string): readonly Commit[];
  /** Tags that contain a commit. */
  tagsWith(hash: string): readonly string[];
  /** The tree a commit left, to look at a record as it was then. */
  treeOf(hash: string): FileSource;
  /** The files a commit changed, as they were and as it left them; of a commit whose parent is not there, all of it is new. */
  sidesOf(hash: string): Sides;
}

export interface Sides {
  readonly before: FileSource;
  readonly after: FileSource;
}

const EMPTY: FileSource = { list: () => [], read: () => ({ state: 'absent' }) };

export const NO_PAST: Past = {
  commitsNaming: () => [],
  tagsWith: () => [],
  treeOf: () => EMPTY,
  sidesOf: () => ({ before: EMPTY, after: EMPTY }),
};

/**
 * A change set: what differs between two moments. Each moment is a `FileSource`: a commit, the staged tree, the working
 * tree, a folder. A host fills it; the engine uses neither git nor the disk.
 */
import type { Path } from '../base/text.ts';
import type { FileSource } from './files.ts';

/** Two moments, the files that differ, and the commits between. */
export interface ChangeSet {
  /** `commit`: a commit that is being made. `range`: commits that exist. Debts fall due at different stages. */
  readonly stage: 'commit' | 'range';
  readonly before: FileSource;
  readonly after: FileSource;
  /** The files that differ between the two moments, sorted by path. */
  readonly files: readonly ChangedFile[];
  /**
   * Oldest first. At stage `commit`: the commit that is being made, as far as it is known. For two folders: one commit
   * built from the given message.
   */
  readonly commits: readonly Commit[];
  readonly past: Past;
}

/** A file that differs between two moments. */
export interface ChangedFile {
  /** The path at the later moment; for a deleted file, the path it had. */
  readonly path: Path;
  /** The earlier path of a file that moved. */
  readonly was?: Path;
  readonly how: 'added' | 'modified' | 'deleted' | 'renamed';
  /** Links and submodules hold no text. */
  readonly sort: 'file' | 'link' | 'submodule';
}

/** A commit with the files it changed. */
export interface Commit {
  /** Full hash; undefined for a commit that is being made. */
  readonly hash: string | undefined;
  /** The message as written, without the comments of the editor; empty while it is not written yet. */
  readonly message: string;
  readonly author: Author;
  /** Author date, RFC 3339 with offset. For a commit that is being made: the instant at which it is judged. */
  readonly at: string;
  /** How many parents it has. A merge has two or more and counts as no change of its own. */
  readonly parents: number;
  readonly files: readonly ChangedFile[];
}

/** The author of a commit, as git records it. */
export interface Author {
  readonly name: string;
  readonly email: string;
}

/**
 * The history before and around a change set. Everything is read when it is asked for; a source without history returns
 * empty answers.
 */
export interface Past {
  /**
   * The commits up to the newer moment whose message has a trailer with this identifier, oldest first. Those of the
   * change set are included.
   */
  commitsNaming(id: string): readonly Commit[];
  /** The tags whose history contains the commit. */
  tagsWith(hash: string): readonly string[];
  /** The files of the project after a commit, to read a record as it was then. */
  treeOf(hash: string): FileSource;
  /**
   * The files a commit changed, before and after it. When its parent is missing (a shallow clone), all its files count
   * as new.
   */
  sidesOf(hash: string): Sides;
}

/** The files before and after a commit. */
export interface Sides {
  readonly before: FileSource;
  readonly after: FileSource;
}

const EMPTY: FileSource = { list: () => [], read: () => ({ state: 'absent' }) };

/** The history of a source without git. */
export const NO_PAST: Past = {
  commitsNaming: () => [],
  tagsWith: () => [],
  treeOf: () => EMPTY,
  sidesOf: () => ({ before: EMPTY, after: EMPTY }),
};

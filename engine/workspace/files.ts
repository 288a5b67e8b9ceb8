/**
 * The files of a project: from a disk, a git tree, the buffers of an editor, or a test. A host fills this; the engine
 * opens no file.
 *
 * In: paths and bytes. Out: the inputs that every later stage reads.
 *
 * Invariant: reading is synchronous and happens at first use; a file that is not asked for is not read.
 */
import { input } from '../base/queries.ts';
import type { Path } from '../base/text.ts';

/** The files of a project at one moment. */
export interface FileSource {
  /** Every file of the project that is not ignored, in any order. */
  list(): readonly Path[];
  /** Never throws: for a file that cannot be read, the content gives the reason. */
  read(path: Path): FileContent;
}

/** The content of a file, or why there is none. */
export type FileContent =
  | { readonly state: 'bytes'; readonly bytes: Uint8Array }
  /** The buffer of an editor, which is text already. */
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'absent' }
  /** Too large for a document that a person wrote. `size` is in bytes. */
  | { readonly state: 'too-large'; readonly size: number }
  /** The reason in English; `unreadableWords` has it in both languages. */
  | { readonly state: 'unreadable'; readonly reason: string };

/** A file that appeared, changed or was removed, with its new content. */
export interface FileChange {
  readonly path: Path;
  readonly content: FileContent;
}

/** The content of a file that is not there. */
export const ABSENT: FileContent = { state: 'absent' };

/** In bytes. Larger files are not parsed; a finding reports them. */
export const LARGEST_DOCUMENT = 4_000_000;

/** The content of a file, by path. */
export const fileContent = input<FileContent>('fileContent', ABSENT);

/** The paths of the project that begin with the key, sorted; under the key ALL, every path. */
export const filePaths = input<readonly Path[]>('filePaths', []);

/** Whether a path is a file of the project. Used for documents, evidence, scripts and links to files. */
export const isPresent = input<boolean>('isPresent', false);

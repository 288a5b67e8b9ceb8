/**
 * Where files come from: a disk, a git tree, an editor's buffers, a test. A host fills this; the engine opens nothing.
 *
 * In: paths and bytes. Out: the inputs every later stage asks for. Reading is synchronous and lazy: what nobody asks for
 * is never read.
 */
import { input } from '../base/queries.ts';
import type { Path } from '../base/text.ts';

export interface FileSource {
  /** Every file of the project that is not ignored, in any order. */
  list(): readonly Path[];
  /** Never throws: what cannot be read says why. */
  read(path: Path): FileContent;
}

export type FileContent =
  | { readonly state: 'bytes'; readonly bytes: Uint8Array }
  /** An editor's buffer: text already. */
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'absent' }
  /** Longer than a person's document can be; its size in bytes. */
  | { readonly state: 'too-large'; readonly size: number }
  /** The reason in English; `unreadableWords` has it in both languages. */
  | { readonly state: 'unreadable'; readonly reason: string };

/** A file appeared, changed or went; the new content is asked of the source. */
export interface FileChange {
  readonly path: Path;
  readonly content: FileContent;
}

export const ABSENT: FileContent = { state: 'absent' };

/** Larger files are not parsed; a finding says so. Bytes. */
export const LARGEST_DOCUMENT = 4_000_000;

export const fileContent = input<FileContent>('fileContent', ABSENT);

/** Paths of the project that begin like the key, sorted; under the key ALL every one. */
export const filePaths = input<readonly Path[]>('filePaths', []);

/** Whether a path is in the project at all; for documents, evidence, scripts, links to files. */
export const isPresent = input<boolean>('isPresent', false);

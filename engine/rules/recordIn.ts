/** A record as it is in another tree of the project (a commit, the index), read with the kinds of this project. */
import type { Get } from '../base/queries.ts';
import { parseDocument } from '../documents/parse.ts';
import type { Entry } from '../model/entry.ts';
import { type Modelled, modelDocument, type PlacedEntry } from '../model/read/modelled.ts';
import { decode } from '../workspace/decode.ts';
import type { FileSource } from '../workspace/files.ts';

/** A record with the document that contains it. */
export interface PlacedRecord {
  readonly page: Modelled;
  readonly placed: PlacedEntry;
}

/**
 * The record of this id in the file at `path` of the tree; undefined when the file is missing there or has no such
 * record.
 */
export function recordIn(
  tree: FileSource,
  { id, path }: Pick<Entry, 'id' | 'path'>,
  get: Get,
): PlacedRecord | undefined {
  const content = tree.read(path);
  if (content.state !== 'bytes' && content.state !== 'text') return undefined;
  return recordOn(modelDocument(parseDocument(path, decode(content)), get), id);
}

/** The record of this id in a document; undefined when the document does not contain it. */
export function recordOn(page: Modelled, id: string): PlacedRecord | undefined {
  const placed = page.entries.find(({ entry }) => entry.id === id);
  return placed && { page, placed };
}

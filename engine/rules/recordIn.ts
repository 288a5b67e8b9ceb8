/** A record as it stands in another tree of the project, read as the project reads its own. */
import type { Get } from '../base/queries.ts';
import { parseDocument } from '../documents/parse.ts';
import type { Entry } from '../model/entry.ts';
import { type Modelled, modelDocument, type PlacedEntry } from '../model/read/modelled.ts';
import { decode } from '../workspace/decode.ts';
import type { FileSource } from '../workspace/files.ts';

export interface PlacedRecord {
  readonly page: Modelled;
  readonly placed: PlacedEntry;
}

/** Where it lies now; undefined when it did not lie there. */
export function recordIn(
  tree: FileSource,
  { id, path }: Pick<Entry, 'id' | 'path'>,
  get: Get,
): PlacedRecord | undefined {
  const content = tree.read(path);
  if (content.state !== 'bytes' && content.state !== 'text') return undefined;
  return recordOn(modelDocument(parseDocument(path, decode(content)), get), id);
}

export function recordOn(page: Modelled, id: string): PlacedRecord | undefined {
  const placed = page.entries.find(({ entry }) => entry.id === id);
  return placed && { page, placed };
}

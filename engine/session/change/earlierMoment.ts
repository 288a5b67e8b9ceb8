/**
 * What is known of an earlier moment of a project, so that a session on a later one reads only what differs. A host keeps it;
 * texts, kinds and configuration of the unchanged documents must be those of the session.
 */
import { type Get, indexesOver } from '../../base/queries.ts';
import type { Path } from '../../base/text.ts';
import type { Outline } from '../../model/entry.ts';
import { CONFIG_PATH, documentPaths, isKindFile } from '../../model/config/projectConfig.ts';
import type { Own } from '../../rules/runner/run.ts';
import type { Listing } from '../../workspace/listing.ts';

export interface Base {
  /** The text of the configuration. */
  readonly config: string;
  /** The files there were. */
  readonly files: Listing;
  /** Undefined when it is not known; the document is read then. */
  outline(path: Path): Outline | undefined;
  own(path: Path): Own | undefined;
  /** Documents with an entry under a key of an index; undefined when it cannot tell. */
  documentsUnder(index: string, key: string): readonly Path[] | undefined;
}

/** The files that differ from an earlier moment, and whether they are there now. */
export type Since = ReadonlyMap<Path, boolean>;

/** With another configuration or other kinds nothing that was known holds. */
export function holdsSince(changed: Since): boolean {
  return ![...changed.keys()].some(judges);
}

/** Whether a file says how all others are judged. */
export function judges(path: Path): boolean {
  return path === CONFIG_PATH || isKindFile(path);
}

/** The indexes that `documentsUnder` answers for. */
export function indexNames(): readonly string[] {
  return indexesOver(documentPaths).map(({ name }) => name);
}

/** The keys under which a document has entries, by index. */
export function keysOf(get: Get, document: Path): readonly (readonly [index: string, keys: Iterable<string>])[] {
  return indexesOver(documentPaths).map(({ name, entries }) => [name, get(entries, document).keys()]);
}

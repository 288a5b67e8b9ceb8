/**
 * What is kept of an earlier moment of a project, so that a session on a later one reads only what differs. A host
 * keeps it. Texts, kinds and configuration of the unchanged documents must be those of the session.
 */
import { type Get, indexesOver } from '../../base/queries.ts';
import type { Path } from '../../base/text.ts';
import type { Outline } from '../../model/entry.ts';
import { CONFIG_PATH, documentPaths, isKindFile } from '../../model/config/projectConfig.ts';
import type { Own } from '../../rules/runner/run.ts';
import type { Listing } from '../../workspace/listing.ts';

/** A project at an earlier moment. */
export interface Base {
  /** The text of the configuration. */
  readonly config: string;
  /** The files at that moment. */
  readonly files: Listing;
  /** The outline of a document; undefined when it is not kept, and the document is then read. */
  outline(path: Path): Outline | undefined;
  /** The reports of rules that read only this document; undefined when they are not kept. */
  own(path: Path): Own | undefined;
  /** The documents with an entry under a key of an index; undefined when this is not known. */
  documentsUnder(index: string, key: string): readonly Path[] | undefined;
}

/** The files that differ from an earlier moment, and whether each exists now. */
export type Since = ReadonlyMap<Path, boolean>;

/** Whether the kept facts are still valid: they are not when the configuration or a kind changed. */
export function holdsSince(changed: Since): boolean {
  return ![...changed.keys()].some(judges);
}

/** Whether a file changes how all others are judged: docket.yml or a kind. */
export function judges(path: Path): boolean {
  return path === CONFIG_PATH || isKindFile(path);
}

/** The names of the indexes that `documentsUnder` answers for. */
export function indexNames(): readonly string[] {
  return indexesOver(documentPaths).map(({ name }) => name);
}

/** The keys under which a document has entries, by index. */
export function indexKeysOf(get: Get, document: Path): readonly (readonly [index: string, keys: Iterable<string>])[] {
  return indexesOver(documentPaths).map(({ name, entries }) => [name, get(entries, document).keys()]);
}

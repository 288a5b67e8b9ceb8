/**
 * What a rule can ask about the rest of the project. Docket records every question as a dependency of the caller, so a
 * rule runs again exactly when an answer that it used has changed.
 */
import { ALL, type Get } from '../base/queries.ts';
import { asPath, type Path } from '../base/text.ts';
import type { Config } from '../model/config/config.ts';
import type { Entry, EntryOf, Item, Link } from '../model/entry.ts';
import type { Catalogue, Kind } from '../model/kinds/kinds.ts';
import {
  entriesByKind,
  findHolder,
  type Holder,
  holders,
  itemsByKind,
  linksFrom,
  linksTo,
  outline,
} from '../model/outline.ts';
import { asOf, catalogue, config, documentPaths } from '../model/config/projectConfig.ts';
import { decode } from '../workspace/decode.ts';
import { fileContent, isPresent } from '../workspace/files.ts';
import { type RepositoryFacts, repositoryFacts } from '../workspace/repositoryFacts.ts';

/** The settings that every rule may read besides its record. */
export interface Settings {
  readonly config: Config;
  readonly catalogue: Catalogue;
}

/** The project as rules ask about it. Lists are in order of path; an identifier that does not exist gives undefined. */
export interface Project extends Settings {
  readonly config: Config;
  readonly catalogue: Catalogue;
  /** The instant of the check, RFC 3339 with offset. */
  readonly asOf: string;
  /** Facts of the git repository; undefined without a repository. */
  readonly repository: RepositoryFacts | undefined;
  /** Asks a query directly. */
  readonly get: Get;
  kind(key: string): Kind | undefined;
  /** Whether the record's state includes a milestone. */
  reached(entry: EntryOf<unknown>, milestone: string): boolean;
  /** The record or item that holds an identifier. */
  find(id: string): Holder | undefined;
  entry<D = Entry['data']>(id: string): EntryOf<D> | undefined;
  /** All holders of an identifier; more than one is an error. */
  holders(id: string): readonly Holder[];
  /** All records of a kind, in order of path. */
  entries<D = Entry['data']>(kind: string): readonly EntryOf<D>[];
  /** All items of an item kind. */
  items(kind: string): readonly Item[];
  /** The items of one document, by the path of the document. */
  itemsIn(path: Path): readonly Item[];
  /** Links whose target is this id. */
  linksTo(id: string): readonly Link[];
  /** Links from this id to others. */
  linksFrom(id: string): readonly Link[];
  /** Paths of all documents. */
  documents(): readonly Path[];
  /** Whether a file is in the project. */
  exists(path: string): boolean;
  /** Text of any file of the project; undefined when there is none. */
  text(path: string): string | undefined;
  /** The bytes of a file as they are in the project, for digests; undefined when there is none. */
  bytes(path: string): Uint8Array | undefined;
}

/** The project that answers through the given query function. */
export function projectOf(get: Get): Project {
  const all = get(catalogue, ALL);
  return {
    get,
    get config() {
      return get(config, ALL);
    },
    catalogue: all,
    get asOf() {
      return get(asOf, ALL);
    },
    get repository() {
      return get(repositoryFacts, ALL);
    },
    kind: key => all.kinds.get(key),
    reached: (entry, milestone) =>
      all.kinds
        .get(entry.kind)
        ?.states.get(entry.status ?? '')
        ?.reached.has(milestone) ?? false,
    find: id => findHolder(get, id),
    entry: id => findHolder(get, id)?.entry as EntryOf<never> | undefined,
    holders: id => get(holders, id),
    entries: kind => get(entriesByKind, kind) as readonly EntryOf<never>[],
    items: kind => get(itemsByKind, kind),
    itemsIn: path => get(outline, path).items,
    linksTo: id => get(linksTo, id),
    linksFrom: id => get(linksFrom, id),
    documents: () => get(documentPaths, ALL),
    exists: path => get(isPresent, path),
    text: path => textOf(get, path),
    bytes: path => bytesOf(get, path),
  };
}

function textOf(get: Get, path: string): string | undefined {
  const content = get(fileContent, asPath(path));
  return content.state === 'bytes' || content.state === 'text' ? decode(content).text : undefined;
}

function bytesOf(get: Get, path: string): Uint8Array | undefined {
  const content = get(fileContent, asPath(path));
  if (content.state === 'bytes') return content.bytes;
  return content.state === 'text' ? new TextEncoder().encode(content.text) : undefined;
}

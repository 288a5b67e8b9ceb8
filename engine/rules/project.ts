/**
 * The rest of the project, as a rule may ask about it. Every question is remembered as a dependency of whoever asks, so a
 * rule is run again exactly when an answer it used has changed.
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

/** What a rule may know besides the record. */
export interface Settings {
  readonly config: Config;
  readonly catalogue: Catalogue;
}

export interface Project extends Settings {
  readonly config: Config;
  readonly catalogue: Catalogue;
  /** The instant everything is judged at, RFC 3339 with offset. */
  readonly asOf: string;
  /** What is known of its git repository; undefined when nothing is. */
  readonly repository: RepositoryFacts | undefined;
  readonly get: Get;
  kind(key: string): Kind | undefined;
  /** Whether the record's state includes a milestone. */
  reached(entry: EntryOf<unknown>, milestone: string): boolean;
  /** The record or item that holds an identifier. */
  find(id: string): Holder | undefined;
  entry<D = Entry['data']>(id: string): EntryOf<D> | undefined;
  /** Everything that holds an identifier: more than one is a fault. */
  holders(id: string): readonly Holder[];
  /** All records of a kind, by path. */
  entries<D = Entry['data']>(kind: string): readonly EntryOf<D>[];
  items(kind: string): readonly Item[];
  /** Items standing in one document, by the document's path. */
  itemsIn(path: Path): readonly Item[];
  linksTo(id: string): readonly Link[];
  linksFrom(id: string): readonly Link[];
  documents(): readonly Path[];
  /** Whether a file is in the project. */
  exists(path: string): boolean;
  /** Text of any file of the project; undefined when there is none. */
  text(path: string): string | undefined;
  /** Bytes of a file as they are in the project, for digests. */
  bytes(path: string): Uint8Array | undefined;
}

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

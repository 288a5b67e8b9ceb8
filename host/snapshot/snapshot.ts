/**
 * A project at one tree, in a file: the outline and the findings of each document, the documents under each key of each index,
 * and the names of all files. What a session asks is looked up one by one; what the file cannot tell, the source has to.
 */
import { oncePer } from '../../engine/base/once.ts';
import { asPath, type Path } from '../../engine/base/text.ts';
import { type Base, indexNames } from '../../engine/session/change/earlierMoment.ts';
import { LOCK_PATH } from '../../engine/session/files.ts';
import type { Session } from '../../engine/session/session.ts';
import type { Outline } from '../../engine/session/types.ts';
import type { FileSource } from '../../engine/workspace/files.ts';
import { type Listing, listingOf } from '../../engine/workspace/listing.ts';
import { type Answer, openTable, type TableFile } from './tableFile.ts';

/** Ends a name, in keys of the file and in lists; no path holds it. */
const END = '\0';
const OUTLINE = `outline${END}`;
const OWN = `own${END}`;
/** A folder's files. */
const FOLDER = `folder${END}`;
/** Every folder with files. */
const FOLDERS = `folders${END}`;
const INDEXES = `indexes${END}`;
const LINKS = `links${END}`;
const CONFIG = `config${END}`;
const CONTENT = `content${END}`;
/** Besides the documents. */
const READ_ALWAYS = [LOCK_PATH, '.gitattributes'].map(asPath);
/** Documents under a key: `key<END>holders<END>WX-2026-0001`. */
const KEY = `key${END}`;

/** What is kept of a project at one tree. */
export interface Snapshot extends Base {
  /** Files that are links: what they show is not theirs. */
  readonly links: readonly Path[];
  /** Hash of the content of a document or of a file every check reads; undefined where the table cannot tell. */
  contentId(path: Path): string | undefined;
}

/** `source`: a moment that has the same files, but for those that are told as changed; asked where the file is damaged. */
export function openSnapshot(file: string, seal: string, source: FileSource): Snapshot | undefined {
  const table = openTable(file, seal);
  const links = namesIn(table?.find(LINKS));
  const config = table?.find(CONFIG);
  if (table === undefined || links === undefined || typeof config !== 'string') return undefined;
  const indexes = new Set(namesIn(table.find(INDEXES)));
  return {
    config,
    links: links as readonly Path[],
    files: filesIn(table, source),
    contentId: path => table.find(CONTENT + path) ?? undefined,
    // Both sides of a change ask the same.
    outline: oncePer((path: Path) => parsed<Outline>(table.find(OUTLINE + path))),
    own: path => parsed(table.find(OWN + path)),
    documentsUnder: (index, key) =>
      indexes.has(index) ? (namesIn(table.find(keyIn(index, key))) as readonly Path[] | undefined) : undefined,
  };
}

function parsed<V>(text: Answer): V | undefined {
  return typeof text === 'string' ? (JSON.parse(text) as V) : undefined;
}

function namesIn(list: Answer): readonly string[] | undefined {
  return list === null ? [] : list?.split(END).slice(0, -1);
}

/** A key with half of a pair of surrogates is filed with all like it: who is named too many is asked and has nothing. */
function keyIn(index: string, key: string): string {
  return `${KEY}${index}${END}${key.toWellFormed()}`;
}

/** Files are kept folder by folder. */
function filesIn(table: TableFile, source: FileSource): Listing {
  let listed: Listing | undefined;
  let folders: readonly string[] | undefined;
  const namesOf = oncePer((folder: string) => {
    const names = namesIn(table.find(FOLDER + folder));
    return names && new Set(names);
  });
  const bySource = () => (listed ??= listingOf(source.list()));
  return {
    has: path => namesOf(folderOf(path))?.has(nameOf(path)) ?? bySource().has(path),
    beginningWith: start => filesBeginningWith(start) ?? bySource().beginningWith(start),
  };

  /** Those in the folder that `start` names or ends in, and those in all folders that begin so. */
  function filesBeginningWith(start: string): readonly Path[] | undefined {
    folders ??= namesIn(table.find(FOLDERS));
    const here = folderOf(start);
    const found = folders?.filter(folder => folder === here || folder.startsWith(start)).map(filesOf);
    if (found === undefined || found.includes(undefined)) return undefined;
    return found
      .flatMap(files => files ?? [])
      .filter(path => path.startsWith(start))
      .sort() as Path[];
  }

  function filesOf(folder: string): readonly string[] | undefined {
    const names = namesOf(folder);
    return names && [...names].map(name => folder + name);
  }
}

/** With the slash at its end; empty for the top. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** One moment, with every document read. */
export interface SnapshotFacts {
  readonly session: Session;
  readonly files: readonly Path[];
  readonly links: readonly Path[];
  contentId(document: Path): string | undefined;
}

/** What `openSnapshot` reads. Texts are let go one by one. */
export function* recordsOf({ session, files, links, contentId }: SnapshotFacts): Iterable<readonly [string, string]> {
  yield [CONFIG, session.configText()];
  yield [INDEXES, indexNames().map(ended).join('')];
  yield [LINKS, links.map(ended).join('')];
  const lists = new Map<string, string>();
  const add = (list: string, name: string) => lists.set(list, `${lists.get(list) ?? ''}${ended(name)}`);
  for (const path of files) add(FOLDER + folderOf(path), nameOf(path));
  for (const path of [...session.analysis().documents(), ...READ_ALWAYS]) {
    const id = contentId(path);
    if (id !== undefined) yield [CONTENT + path, id];
  }
  yield [FOLDERS, [...lists.keys()].map(key => ended(key.slice(FOLDER.length))).join('')];
  for (const document of session.analysis().documents()) {
    const { outline, own } = session.factsOf(document);
    yield [OUTLINE + document, JSON.stringify(outline)];
    yield [OWN + document, JSON.stringify(own)];
    for (const [index, keys] of session.keysOf(document)) {
      for (const key of new Set([...keys].map(name => keyIn(index, name)))) add(key, document);
    }
    session.release(document);
  }
  yield* lists;
}

function ended(name: string): string {
  return name + END;
}

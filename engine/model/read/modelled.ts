/**
 * A document with its kind applied: entries, items and links, each with its places.
 *
 * In: a parsed document, the catalogue of kinds, the systems of the project. Out: `Modelled`; `outline.ts` keeps the
 * part that other documents may see.
 */
import { ALL, type Get, query } from '../../base/queries.ts';
import type { Path, Span } from '../../base/text.ts';
import type { Document, Mention, Section } from '../../documents/document.ts';
import { isAsFrozen } from '../../documents/frozen.ts';
import { parsedDocument } from '../../documents/parse.ts';
import { complete } from '../derive/completed.ts';
import { isReadme, derivedName } from '../derive/names.ts';
import type { Data, Entry, Link } from '../entry.ts';
import { contentOf, matchSections } from './headings.ts';
import { type PlacedItem, readItems, readSectionLinks, type SectionLinks } from './items.ts';
import type { Catalogue, Kind, SectionSpec } from '../kinds/kinds.ts';
import { withOffsets } from '../derive/localTimes.ts';
import { normalise, type Normalised } from './normalise.ts';
import { catalogue, config } from '../config/projectConfig.ts';
import { referencesOf } from './references.ts';
import { readJournal } from './journalRows.ts';
import { shaped } from './shape.ts';
import { stateNamed } from '../kinds/kindStates.ts';
import { readTableFields } from './tables.ts';

/** A document as its kind describes it. */
export interface Modelled {
  readonly document: Document;
  readonly kind: Kind | undefined;
  /** The `type:` as written, when no kind has that name; `kind` is then that of the folder, if any. */
  readonly unknownKind: string | undefined;
  readonly entries: readonly PlacedEntry[];
  readonly items: readonly PlacedItem[];
  readonly sectionLinks: readonly SectionLinks[];
  readonly links: readonly PlacedLink[];
  /** The index (from 0) of each section found, by its key in the kind or profile. */
  readonly sections: ReadonlyMap<string, number>;
  /** The specs of its sections: those of its template profile, then those of the kind. */
  readonly specs: readonly SectionSpec[];
  /** For a chapter: the identifier of its document. */
  readonly partOf: string | undefined;
}

/** An entry with its kind and the places of its values. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly kind: Kind;
  readonly normalised: Normalised;
}

/** A link with its span in the file. */
interface PlacedLink extends Link {
  readonly span: Span;
  /** For a link in running text: the mention as written. */
  readonly mention?: Mention;
}

/** The modelled document at a path. */
export const modelled = query<Modelled>('modelled', (path, get) => modelDocument(get(parsedDocument, path), get));

/** Models a document. It may come from another moment; it is read with the kinds and settings of this project. */
export function modelDocument(document: Document, get: Get): Modelled {
  const { systems, calendar } = get(config, ALL);
  const frame = { systems: systems.map(({ code }) => code), offset: String(calendar['offset'] ?? CHINA) };
  return applyKind(document, get(catalogue, ALL), frame);
}

/** The settings of the project that reading a document needs. */
interface Frame {
  readonly systems: readonly string[];
  /** The UTC offset of times that are written without one, such as `+08:00`. */
  readonly offset: string;
}

const CHINA = '+08:00';

/** Applies the kind that `type:` names, or else that of the folder. */
function applyKind(document: Document, all: Catalogue, frame: Frame): Modelled {
  const written = writtenType(document);
  const partOf = scalarOf(document, 'part_of');
  const named = written === undefined ? undefined : all.kindNamed(written);
  // A misspelt type in the folder of a kind then gives one finding, and not one at every reference to the record.
  const kind = named ?? (written === undefined && partOf !== undefined ? undefined : kindOfPath(document.path, all));
  const base = { document, kind, unknownKind: named === undefined ? written : undefined, partOf };
  if (kind === undefined) {
    const items = partOf === undefined ? [] : readItems(document, partOf, 'any', all);
    return {
      ...base,
      entries: [],
      items,
      sectionLinks: [],
      links: links(document, [], items, [], document.path, all),
      sections: new Map(),
      specs: [],
    };
  }
  return modelKind(base, kind, all, frame);
}

type Base = Pick<Modelled, 'document' | 'kind' | 'unknownKind' | 'partOf'>;

function modelKind(base: Base, kind: Kind, all: Catalogue, frame: Frame): Modelled {
  const { systems, offset } = frame;
  const { document } = base;
  const normalised = normalise(kind.fields, document.frontmatter ?? { sort: 'map', pairs: [], span: document.head });
  const specs = specsOf(kind, normalised.data, all);
  const sections = matchSections(document, specs);
  readTableFields(document, kind.fields, sections, offset, normalised);
  complete(kind.fields, normalised.data, {
    document,
    kind,
    catalogue: all,
    systems,
    data: normalised.data,
    record: normalised.data,
  });
  const filled = filledSections(document, sections);
  const entry = entryOf(document, kind, normalised, undefined, filled);
  const entries = [{ entry, kind, normalised }, ...journalEntries(document, kind, normalised.data, all, frame)];
  const items = readItems(document, entry.id, kind.key, all);
  const sectionLinks = readSectionLinks(document, kind.key, all);
  return {
    ...base,
    entries,
    items,
    sectionLinks,
    links: links(document, entries, items, sectionLinks, entry.id, all),
    sections,
    specs,
  };
}

function specsOf(kind: Kind, data: Data, all: Catalogue): readonly SectionSpec[] {
  const profile = all.profiles.get(String(data['template_profile'] ?? ''))?.get(kind.key);
  return profile === undefined ? kind.sections : [...profile, ...kind.sections];
}

function entryOf(
  document: Document,
  kind: Kind,
  { data }: Normalised,
  row: number | undefined,
  sections: readonly string[],
): Entry {
  const status = statusOf(kind, data['status']);
  if (status !== undefined) data['status'] = status;
  return {
    id: String(data['id'] ?? ''),
    kind: kind.key,
    path: document.path,
    row,
    status,
    data: shaped(kind.fields, data),
    sections,
    broken: document.problems.some(({ code }) => BREAKING.has(code)),
  };
}

const BREAKING = new Set([
  'yaml-syntax',
  'frontmatter-open',
  'frontmatter-not-yaml',
  'frontmatter-too-large',
  'frontmatter-not-a-map',
  'conflict-marker',
  'too-large',
  'unreadable',
  'utf-16',
  'not-utf-8',
]);

function statusOf(kind: Kind, written: unknown): string | undefined {
  return written === undefined ? undefined : (stateNamed(kind, String(written))?.key ?? String(written));
}

function journalEntries(
  document: Document,
  kind: Kind,
  data: Data,
  all: Catalogue,
  { systems, offset }: Frame,
): readonly PlacedEntry[] {
  const of = kind.key === 'journal' ? all.kindNamed(String(data['of'] ?? '')) : undefined;
  if (of === undefined) return [];
  return readJournal(document, of, all).map(({ normalised, sections }, row) => {
    const shared = { system: data['system'], author: data['author'], created: data['created'] };
    for (const [key, value] of Object.entries(shared)) if (value !== undefined) normalised.data[key] ??= value;
    withOffsets(of.fields, normalised.data, offset);
    complete(of.fields, normalised.data, {
      document,
      kind: of,
      catalogue: all,
      systems,
      data: normalised.data,
      record: normalised.data,
    });
    return { entry: entryOf(document, of, normalised, row, sections), kind: of, normalised };
  });
}

function filledSections(document: Document, sections: ReadonlyMap<string, number>): readonly string[] {
  return [...sections]
    .filter(([, n]) => contentOf(document, document.sections[n] as Section) !== '')
    .map(([key]) => key);
}

function writtenType(document: Document): string | undefined {
  return scalarOf(document, 'type') ?? scalarOf(document, '文档类型') ?? scalarOf(document, '类型');
}

function scalarOf(document: Document, key: string): string | undefined {
  const value = document.frontmatter?.pairs.find(pair => pair.key === key)?.value;
  return value?.sort === 'scalar' && value.value !== null ? value.raw : undefined;
}

/** The kind of a folder. A README explains its folder, unless the records of the kind are named so. */
function kindOfPath(path: Path, all: Catalogue): Kind | undefined {
  const isRecord = (kind: Kind) => !isReadme(path) || kind.id?.test(derivedName(path)) === true;
  for (const kind of all.kinds.values()) if (kind.isFile(path)) return kind;
  for (const kind of all.kinds.values())
    if (kind.folderPattern?.test(path) && isRecordFolder(kind) && isRecord(kind)) return kind;
  return undefined;
}

/** A folder such as `docs/` contains many kinds and does not show one. */
function isRecordFolder(kind: Kind): boolean {
  return (kind.folder ?? '').includes('/');
}

function links(
  document: Document,
  entries: readonly PlacedEntry[],
  items: readonly PlacedItem[],
  sectionLinks: readonly SectionLinks[],
  owner: string,
  all: Catalogue,
): readonly PlacedLink[] {
  const { path } = document;
  const found: PlacedLink[] = [];
  for (const { entry, kind, normalised } of entries) {
    for (const { pointer, relation, target } of referencesOf(kind.fields, entry.data, all)) {
      const span = normalised.places.get(pointer)?.span ?? document.head;
      found.push({ from: entry.id, path, relation, target, span });
    }
  }
  for (const item of items) found.push(...attributeLinks(item.id, item.kind, item.attributes, item.places, path, all));
  for (const { section, itemKind, attributes, places } of sectionLinks) {
    found.push(...attributeLinks(`${owner}#${section.title}`, itemKind, attributes, places, path, all));
  }
  for (const mention of document.mentions) {
    if (mention.form !== 'bare' || all.kindOfId(mention.target) !== undefined)
      found.push(mentionLink(mention, owner, path));
  }
  return found;
}

const RELATIONS = { embed: 'embeds', link: 'mentions', bare: 'names' } as const;

function mentionLink(mention: Mention, from: string, path: Path): PlacedLink {
  const { form, target, section, span, frozen } = mention;
  return {
    from,
    path,
    relation: RELATIONS[form],
    target,
    span,
    mention,
    ...(section === undefined ? {} : { section }),
    ...(frozen === undefined ? {} : { frozen: isAsFrozen(frozen) ? 'whole' : 'edited' }),
  };
}

function attributeLinks(
  from: string,
  itemKind: string,
  attributes: Data,
  places: ReadonlyMap<string, Span>,
  path: Path,
  all: Catalogue,
): readonly PlacedLink[] {
  const fields = all.items.get(itemKind)?.attributes;
  if (fields === undefined) return [];
  return [...referencesOf(fields, attributes, all)].map(({ pointer, relation, target }) => {
    const span = places.get(pointer.split('/')[1] ?? '') ?? { start: 0, end: 0 };
    return { from, path, relation, target, span };
  });
}

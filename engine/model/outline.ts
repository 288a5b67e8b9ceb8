/** The outline of a document, which is all that other documents may know of it, and the indexes over all outlines. */
import { type Get, index, input, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import type { Entry, Item, Link, Outline } from './entry.ts';
import { fold } from './kinds/compileFields.ts';
import { withoutNumber } from './read/headings.ts';
import { type Modelled, modelled } from './read/modelled.ts';
import { documentPaths } from './config/projectConfig.ts';
import { fileContent } from '../workspace/files.ts';

/** An outline kept from an earlier run on the same text, kinds and configuration. */
export const rememberedOutline = input<Outline | undefined>('rememberedOutline', undefined);

/** The outline of a document, by its path. */
export const outline = query<Outline>(
  'outline',
  (path, get) => {
    const remembered = get(rememberedOutline, path);
    if (remembered !== undefined) return remembered;
    const seen = outlineOf(get(modelled, path));
    // The text of an open editor stays in memory in any case.
    return get(fileContent, path).state === 'text' ? seen : detached(seen);
  },
  sameData,
);

function outlineOf({ document, kind, entries, items, links, partOf }: Modelled): Outline {
  return {
    ...(partOf === undefined
      ? {}
      : { chapter: { of: partOf, headings: document.sections.map(({ title }) => withoutNumber(title)) } }),
    kind: kind?.key,
    entries: entries.map(({ entry }) => entry),
    items: items.map(({ id, kind: itemKind, title, path, document, attributes }) => ({
      id,
      kind: itemKind,
      title,
      path,
      document,
      attributes,
    })),
    links: links.map(({ span: _span, mention: _mention, ...link }) => link),
  };
}

/** A copy with new strings. Strings cut out of a text would keep the whole text in memory. */
function detached(seen: Outline): Outline {
  return JSON.parse(JSON.stringify(seen)) as Outline;
}

/**
 * An entry or item that has an identifier, now or formerly. Two holders of one identifier are a finding, not an error.
 */
export interface Holder {
  readonly entry?: Entry;
  readonly item?: Item;
  /** Whether the identifier is a former one of the entry. */
  readonly formerly: boolean;
}

/** Entries and items by identifier, former identifiers included. */
export const holders = index<Holder>('holders', documentPaths, function* (path, get): Iterable<[string, Holder]> {
  const { entries, items } = get(outline, path);
  for (const entry of entries) {
    if (entry.id !== '') yield [entry.id, { entry, formerly: false }];
    for (const old of formerIds(entry)) yield [old, { entry, formerly: true }];
  }
  for (const item of items) yield [item.id, { item, formerly: false }];
});

function formerIds(entry: Entry): readonly string[] {
  const old = entry.data['formerly'];
  return Array.isArray(old) ? old.map(String) : [];
}

/** Entries by the key of their kind. */
export const entriesByKind = index<Entry>('entriesByKind', documentPaths, function* (path, get): Iterable<
  [string, Entry]
> {
  for (const entry of get(outline, path).entries) yield [entry.kind, entry];
});

/** Items by the key of their item kind. */
export const itemsByKind = index<Item>('itemsByKind', documentPaths, function* (path, get): Iterable<[string, Item]> {
  for (const item of get(outline, path).items) yield [item.kind, item];
});

/** The headings of chapters by the identifier of their document, folded for comparison. */
export const chapterHeadings = index<string>('chapterHeadings', documentPaths, function* (path, get): Iterable<
  [string, string]
> {
  const { chapter } = get(outline, path);
  for (const heading of chapter?.headings ?? []) yield [chapter?.of ?? '', fold(heading)];
});

/** Links by the identifier they point to. */
export const linksTo = index<Link>('linksTo', documentPaths, function* (path, get): Iterable<[string, Link]> {
  for (const link of get(outline, path).links) yield [link.target, link];
});

/** Links by the entry, item or section that contains them. */
export const linksFrom = index<Link>('linksFrom', documentPaths, function* (path, get): Iterable<[string, Link]> {
  for (const link of get(outline, path).links) yield [link.from, link];
});

/**
 * The entry or item of an identifier: the one that has it now, else one that had it formerly; undefined when there is
 * none.
 */
export function findHolder(get: Get, id: string): Holder | undefined {
  const all = get(holders, id);
  return all.find(({ formerly }) => !formerly) ?? all[0];
}

/** What other documents see of a document, and the indexes over it. */
import { type Get, index, input, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import type { Entry, Item, Link, Outline } from './entry.ts';
import { fold } from './kinds/compileFields.ts';
import { withoutNumber } from './read/headings.ts';
import { type Modelled, modelled } from './read/modelled.ts';
import { documentPaths } from './config/projectConfig.ts';
import { fileContent } from '../workspace/files.ts';

/** An outline made earlier from the same text, the same kinds and the same configuration. */
export const rememberedOutline = input<Outline | undefined>('rememberedOutline', undefined);

export const outline = query<Outline>(
  'outline',
  (path, get) => {
    const remembered = get(rememberedOutline, path);
    if (remembered !== undefined) return remembered;
    const seen = outlineOf(get(modelled, path));
    // The text of an open editor is in memory anyway.
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

/** A copy with strings of its own: those cut out of a text would keep the whole text in memory. */
function detached(seen: Outline): Outline {
  return JSON.parse(JSON.stringify(seen)) as Outline;
}

/** Who holds an identifier: entries and items, with those formerly named so. More than one is a finding, not an error. */
export interface Holder {
  readonly entry?: Entry;
  readonly item?: Item;
  /** The identifier is one it had before. */
  readonly formerly: boolean;
}

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

export const entriesByKind = index<Entry>('entriesByKind', documentPaths, function* (path, get): Iterable<
  [string, Entry]
> {
  for (const entry of get(outline, path).entries) yield [entry.kind, entry];
});

export const itemsByKind = index<Item>('itemsByKind', documentPaths, function* (path, get): Iterable<[string, Item]> {
  for (const item of get(outline, path).items) yield [item.kind, item];
});

/** Headings that chapters bring to a document, by its identifier, folded for comparison. */
export const chapterHeadings = index<string>('chapterHeadings', documentPaths, function* (path, get): Iterable<
  [string, string]
> {
  const { chapter } = get(outline, path);
  for (const heading of chapter?.headings ?? []) yield [chapter?.of ?? '', fold(heading)];
});

/** Links by the identifier they point at: the reverse of what documents say. */
export const linksTo = index<Link>('linksTo', documentPaths, function* (path, get): Iterable<[string, Link]> {
  for (const link of get(outline, path).links) yield [link.target, link];
});

/** Links by the entry or item that makes them. */
export const linksFrom = index<Link>('linksFrom', documentPaths, function* (path, get): Iterable<[string, Link]> {
  for (const link of get(outline, path).links) yield [link.from, link];
});

/** The entry or item an identifier leads to now, if exactly this name or a former one is held. */
export function findHolder(get: Get, id: string): Holder | undefined {
  const all = get(holders, id);
  return all.find(({ formerly }) => !formerly) ?? all[0];
}

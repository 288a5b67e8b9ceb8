/**
 * The signature of an item: a digest of its title and body without the attribute list, comments and layout; of a row,
 * the columns that carry its meaning. Items with equal signatures say the same. The section of a manual that describes
 * requirements has one too, under the name `ZZGL-SUM#5.6 超期预警`; the number of the section does not count.
 */
import { ALL, type Get, query } from '../../base/queries.ts';
import { sha256Hex } from '../../base/sha256.ts';
import type { Path } from '../../base/text.ts';
import type { Document, Section } from '../../documents/document.ts';
import { withoutNumber } from '../../model/read/headings.ts';
import type { PlacedItem } from '../../model/read/items.ts';
import type { Catalogue } from '../../model/kinds/kinds.ts';
import { type Modelled, modelled } from '../../model/read/modelled.ts';
import { findHolder } from '../../model/outline.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import { plainName } from './itemBindings.ts';

/**
 * The signature by the identifier of an item or the name of a section (with or without its number): twelve hexadecimal
 * digits. Undefined when it does not exist.
 */
export const itemSignature = query<string | undefined>('itemSignature', (name, get) => {
  const path = pathOf(name, get);
  if (path === undefined) return undefined;
  const page = get(modelled, path);
  const placed = page.items.find(({ id }) => id === name);
  if (placed !== undefined) return digest(meaningOf(placed, page.document, get(catalogue, ALL)));
  const linked = page.sectionLinks.find(({ section }) => plainName(sectionName(page, section)) === plainName(name));
  return linked && digest(meaningOfSection(linked.section, page.document));
});

function pathOf(name: string, get: Get): Path | undefined {
  const at = name.indexOf('#');
  return at === -1 ? findHolder(get, name)?.item?.path : findHolder(get, name.slice(0, at))?.entry?.path;
}

/** The signatures of all items and linked sections of a document, by name. */
export function signaturesIn(page: Modelled, all: Catalogue): ReadonlyMap<string, string> {
  const { document, items, sectionLinks } = page;
  return new Map([
    ...items.map(item => [item.id, digest(meaningOf(item, document, all))] as const),
    ...sectionLinks.map(
      ({ section }) => [sectionName(page, section), digest(meaningOfSection(section, document))] as const,
    ),
  ]);
}

/** The name of a section as links write it: document and heading. */
function sectionName({ entries }: Modelled, { title }: Section): string {
  return `${entries[0]?.entry.id ?? ''}#${title}`;
}

/** The first twelve hexadecimal digits of the SHA-256 of a text. */
function digest(text: string): string {
  return sha256Hex(new TextEncoder().encode(text)).slice(0, 12);
}

function meaningOf(item: PlacedItem, document: Document, { items }: Catalogue): string {
  const kind = items.get(item.kind);
  if (kind?.form === 'row') {
    const columns = [...kind.attributes.byKey.values()].filter(({ meaning }) => meaning);
    return JSON.stringify(columns.map(({ key }) => item.attributes[key] ?? null));
  }
  const section = document.sections.find(
    ({ titleSpan }) => titleSpan.start <= item.span.start && item.span.end <= titleSpan.end,
  );
  return section === undefined ? item.title : plain(`${item.title}\n${bodyOf(section, document.text)}`);
}

function meaningOfSection(section: Section, { text }: Document): string {
  return plain(`${withoutNumber(section.title)}\n${bodyOf(section, text)}`);
}

function bodyOf(section: Section, text: string): string {
  let body = '';
  let from = section.own.start;
  for (const { keySpan, valueSpan } of section.attributes) {
    body += text.slice(from, text.lastIndexOf('\n', keySpan.start) + 1);
    const end = text.indexOf('\n', valueSpan.end);
    from = end === -1 ? section.whole.end : end + 1;
  }
  return body + text.slice(Math.min(from, section.whole.end), section.whole.end);
}

function plain(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^\|[ \t:|-]+\|[ \t]*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * What an item says, as a few digits: its title and body without the attribute list, comments and layout; of a row the columns
 * that carry its meaning. Two items with the same signature say the same.
 */
import { ALL, query } from '../base/queries.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { Document, Section } from '../documents/document.ts';
import type { PlacedItem } from '../model/items.ts';
import type { Catalogue } from '../model/kinds.ts';
import { modelled } from '../model/modelled.ts';
import { findHolder } from '../model/outline.ts';
import { catalogue } from '../model/project.ts';

/** Twelve hexadecimal digits, by the item's identifier; undefined where no item holds it. */
export const itemSignature = query<string | undefined>('itemSignature', (id, get) => {
  const item = findHolder(get, id)?.item;
  if (item === undefined) return undefined;
  const { document, items } = get(modelled, item.path);
  const placed = items.find(other => other.id === item.id);
  return placed === undefined ? undefined : digest(meaningOf(placed, document, get(catalogue, ALL)));
});

export function digest(text: string): string {
  return sha256Hex(new TextEncoder().encode(text)).slice(0, 12);
}

function meaningOf(item: PlacedItem, document: Document, { items }: Catalogue): string {
  const kind = items.get(item.kind);
  if (kind?.form === 'row') {
    const columns = [...kind.attributes.byKey.values()].filter(({ meaning }) => meaning);
    return JSON.stringify(columns.map(({ key }) => item.attributes[key] ?? null));
  }
  const section = document.sections.find(({ titleSpan }) => titleSpan.start <= item.span.start && item.span.end <= titleSpan.end);
  return section === undefined ? item.title : plain(`${item.title}\n${bodyOf(section, document.text)}`);
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

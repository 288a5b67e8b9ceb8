/** Reads the items of a document: headings and table rows that begin with an item id, and sections with relations. */
import type { Span } from '../../base/text.ts';
import type { Document, Section, Table } from '../../documents/document.ts';
import { fold } from '../kinds/compileFields.ts';
import type { Data, Item } from '../entry.ts';
import type { Catalogue, Field, ItemKind } from '../kinds/kinds.ts';
import { readCell } from './normalise.ts';
import { columnsOf } from './tables.ts';

/** An item with the places of its parts; those of attributes by key. */
export interface PlacedItem extends Item {
  readonly span: Span;
  readonly places: ReadonlyMap<string, Span>;
}

/** A section without an id whose attribute list names the items it describes. */
export interface SectionLinks {
  readonly section: Section;
  /** Key of the item kind whose attributes it carries. */
  readonly itemKind: string;
  readonly attributes: Data;
  readonly places: ReadonlyMap<string, Span>;
}

/**
 * The items of a document. `owner` is the identifier of the document, `kind` the key of its kind; `any` for a chapter,
 * whose kind is not known.
 */
export function readItems(
  document: Document,
  owner: string,
  kind: string | 'any',
  catalogue: Catalogue,
): readonly PlacedItem[] {
  const kinds = [...catalogue.items.values()].filter(
    ({ kinds: within }) => kind === 'any' || within.length === 0 || within.includes(kind),
  );
  const headings = kinds.filter(({ form }) => form === 'heading');
  const rows = kinds.filter(({ form }) => form === 'row');
  const own = { path: document.path, document: owner };
  return [
    ...document.sections.flatMap(section => headingItem(section, headings, own)),
    ...document.tables.flatMap(table => rowItems(table, rows, own)),
  ];
}

type Owner = Pick<Item, 'path' | 'document'>;

function headingItem(section: Section, kinds: readonly ItemKind[], own: Owner): readonly PlacedItem[] {
  const [id = ''] = section.title.split(/\s/, 1);
  const kind = kinds.find(candidate => candidate.id.test(id));
  if (kind === undefined) return [];
  const { attributes, places } = readAttributes(section, kind);
  const at = { start: section.titleSpan.start, end: section.titleSpan.start + id.length };
  return [{ ...own, id, kind: kind.key, title: section.title.slice(id.length).trim(), attributes, span: at, places }];
}

/** Reads the attribute list below a heading, by the labels of an item kind. Other lines are prose. */
function readAttributes(section: Section, kind: ItemKind): { attributes: Data; places: ReadonlyMap<string, Span> } {
  const attributes: Record<string, unknown> = {};
  const places = new Map<string, Span>();
  for (const { key: name, value, valueSpan } of section.attributes) {
    const field = kind.attributes.byKey.get(kind.attributes.named.get(fold(name)) ?? '');
    if (field === undefined || Object.hasOwn(attributes, field.key)) continue;
    places.set(field.key, valueSpan);
    put(attributes, field, readCell(field, { text: value, span: valueSpan }));
  }
  for (const field of kind.attributes.byKey.values())
    if (field.default !== undefined && !Object.hasOwn(attributes, field.key)) attributes[field.key] = field.default;
  return { attributes, places };
}

function rowItems(table: Table, kinds: readonly ItemKind[], own: Owner): readonly PlacedItem[] {
  const columns = new Map<ItemKind, readonly (Field | undefined)[]>();
  return table.rows.flatMap(row => {
    const first = row.cells[0];
    const kind = first && kinds.find(candidate => candidate.id.test(first.text));
    if (first === undefined || kind === undefined) return [];
    const fields = columns.get(kind) ?? columnsOf(table, kind.attributes);
    columns.set(kind, fields);
    const attributes: Record<string, unknown> = {};
    const places = new Map<string, Span>();
    row.cells.forEach((cell, n) => {
      const field = fields[n];
      if (field === undefined) return;
      places.set(field.key, cell.span);
      put(attributes, field, readCell(field, cell));
    });
    const title = String(attributes['title'] ?? attributes['text'] ?? attributes['steps'] ?? '');
    return [{ ...own, id: first.text, kind: kind.key, title, attributes, span: first.span, places }];
  });
}

function put(attributes: Record<string, unknown>, field: Field, value: unknown): void {
  if (value !== undefined) attributes[field.key] = value;
}

/** The sections of a document (such as a manual) that say which requirement they describe. */
export function readSectionLinks(
  document: Document,
  kind: string | undefined,
  catalogue: Catalogue,
): readonly SectionLinks[] {
  const kinds = [...catalogue.items.values()].filter(
    ({ form, kinds: within }) => form === 'section' && kind !== undefined && within.includes(kind),
  );
  return kinds.flatMap(itemKind =>
    document.sections.flatMap(section => {
      const { attributes, places } = readAttributes(section, itemKind);
      return places.size === 0 ? [] : [{ section, itemKind: itemKind.key, attributes, places }];
    }),
  );
}

/** Reads the rows of a journal as entries. Columns are fields, sections or relations of the kind, found by label. */
import type { Cell, Document, TableRow } from '../../documents/document.ts';
import { fold } from '../kinds/compileFields.ts';
import type { Catalogue, Field, Kind } from '../kinds/kinds.ts';
import { type Normalised, readCell, splitIds } from './normalise.ts';

/** The values and filled sections of one row. */
interface JournalRow {
  readonly normalised: Normalised;
  readonly sections: readonly string[];
}

type Column = { readonly field: Field } | { readonly section: string } | { readonly relation: string } | undefined;

/** The rows of the first table of a document with a column for the identifier; none without such a table. */
export function readJournal(document: Document, kind: Kind, catalogue: Catalogue): readonly JournalRow[] {
  const tables = document.tables.map(table => ({
    table,
    columns: table.header.map(cell => columnNamed(cell.text, kind, catalogue)),
  }));
  const found = tables.find(({ columns }) =>
    columns.some(column => column && 'field' in column && column.field.key === 'id'),
  );
  return found ? found.table.rows.map(row => readJournalRow(row, found.columns)) : [];
}

/** What the header of a column names: a field, section or relation of the kind; undefined for another name. */
export function columnNamed(name: string, kind: Kind, catalogue: Catalogue): Column {
  const word = fold(name);
  const key = kind.fields.named.get(word);
  const field = key === undefined ? undefined : kind.fields.byKey.get(key);
  if (field !== undefined) return { field };
  const section = kind.sections.find(({ label, aliases }) =>
    [label.zh, label.en, ...aliases].some(other => fold(other) === word),
  );
  if (section) return { section: section.key };
  const relation = [...catalogue.relations.values()].find(
    ({ key: name, label, aliases }) =>
      kind.links.includes(name) && [name, label.zh, label.en, ...aliases].some(other => fold(other) === word),
  );
  return relation && { relation: relation.key };
}

function readJournalRow(row: TableRow, columns: readonly Column[]): JournalRow {
  const normalised: Normalised = { data: {}, places: new Map(), notes: [] };
  const sections: string[] = [];
  const links: Record<string, readonly string[]> = {};
  normalised.places.set('', { span: row.span, keySpan: row.span });
  columns.forEach((column, n) => {
    const cell = row.cells[n];
    if (column === undefined || cell === undefined || cell.text === '') return;
    if ('field' in column) putField(column.field, cell, normalised);
    else if ('section' in column) {
      sections.push(column.section);
      normalised.places.set(`#${column.section}`, { span: cell.span, keySpan: cell.span });
    } else {
      const ids = splitIds(cell.text).filter(id => !/^[-—–/]+$/.test(id));
      ids.forEach((_, m) =>
        normalised.places.set(`/links/${column.relation}/${m}`, { span: cell.span, keySpan: cell.span }),
      );
      if (ids.length > 0) links[column.relation] = ids;
    }
  });
  if (Object.keys(links).length > 0) normalised.data['links'] = links;
  return { normalised, sections };
}

function putField(field: Field, cell: Cell, { data, places }: Normalised): void {
  const value = readCell(field, cell);
  // A cell may hold only the required part of a map: the name of the requester for the requester.
  const part = field.fields && [...field.fields.byKey.values()].find(({ required }) => required);
  if (value !== undefined) data[field.key] = part && typeof value === 'string' ? { [part.key]: value } : value;
  places.set(`/${field.key}`, { span: cell.span, keySpan: cell.span });
}

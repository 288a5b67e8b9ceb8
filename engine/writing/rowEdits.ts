/**
 * Edits of records that are table rows, and of lists that are tables. They change a cell, never the frontmatter of the
 * file. A missing column is added to the table.
 *
 * Each function returns the edits, or a refusal when the table cannot hold the value.
 */
import type { TextEdit } from '../base/text.ts';
import type { Words } from '../base/words.ts';
import type { Table } from '../documents/document.ts';
import type { Catalogue, Field, Fields, Kind } from '../model/kinds/kinds.ts';
import type { Modelled } from '../model/read/modelled.ts';
import { splitIds } from '../model/read/normalise.ts';
import { columnNamed } from '../model/read/journalRows.ts';
import { columnsOf } from '../model/read/tables.ts';
import { cellValueOf, requiredPart, type Vocabulary, vocabularyOf } from './cellValue.ts';
import { cellEdit, columnEdits } from './table.ts';
import type { EditRefusal } from './yamlBlock.ts';

type Edited = readonly TextEdit[] | EditRefusal;

/** A row of a table, with the key of each column. */
interface Row {
  readonly table: Table;
  readonly n: number;
  readonly columns: readonly (string | undefined)[];
  readonly words: Vocabulary;
}

/**
 * Sets a value in a row of a journal (rows from 0) at a pointer of English keys: `/result`, `/handlers/1`,
 * `/reporter/name`.
 */
export function setInRow(page: Modelled, row: number, pointer: string, value: unknown, all: Catalogue): Edited {
  const placed = page.entries.find(({ entry }) => entry.row === row);
  const found = placed && journalRow(page, row, placed.kind, all);
  const [key = '', ...rest] = pointer.split('/').slice(1);
  const field = placed?.kind.fields.byKey.get(key);
  if (placed === undefined || found === undefined || field === undefined) return cannot(key);
  if (rest.length === 0)
    return put(
      page,
      found,
      field.key,
      field.label,
      cellValueOf(field, value, placed.kind, wordsIn(found, field, placed.kind)),
    );
  if (rest.length === 1 && rest[0] === requiredPart(field.fields))
    return put(page, found, field.key, field.label, String(value));
  return field.type === 'list' && rest.length === 1
    ? putItem(found, field, Number(rest[0]), value)
    : cannot(pointer.slice(1));
}

/** Writes the text of a section of a record that is a row of a journal. */
export function sectionInRow(page: Modelled, row: number, section: string, text: string, all: Catalogue): Edited {
  const kind = page.entries.find(({ entry }) => entry.row === row)?.kind;
  const found = kind && journalRow(page, row, kind, all);
  const label = kind?.sections.find(({ key }) => key === section)?.label;
  if (found === undefined || label === undefined) return cannot(section);
  const column = found.columns.indexOf(`#${section}`);
  const isFilled = column !== -1 && (found.table.rows[found.n]?.cells[column]?.text ?? '') !== '';
  return isFilled || (column !== -1 && text === '') ? [] : put(page, found, `#${section}`, label, text);
}

/**
 * Sets a value of a list that a document keeps as a table: `/revisions/2/refs`. Undefined when the document does not
 * keep it as a table.
 */
export function setInTable(page: Modelled, fields: Fields, pointer: string, value: unknown): Edited | undefined {
  const { document, entries } = page;
  const [key = '', n = '', part = '', ...deeper] = pointer.split('/').slice(1);
  const of = fields.byKey.get(key)?.of?.fields;
  const span = entries.find(({ entry }) => entry.row === undefined)?.normalised.places.get(`/${key}/${n}`)?.span;
  if (of === undefined || span === undefined || span.start < document.head.end) return undefined;
  const field = of.byKey.get(part);
  const table = document.tables.find(({ rows }) => rows.some(row => row.span.start === span.start));
  if (table === undefined || field === undefined || deeper.length > 0) return cannot(pointer.slice(1));
  const found = {
    table,
    n: table.rows.findIndex(row => row.span.start === span.start),
    columns: columnsOf(table, of).map(column => column?.key),
    words: vocabularyOf(table, header => columnOf(header, of)),
  };
  return put(page, found, part, field.label, cellValueOf(field, value, undefined, wordsIn(found, field)));
}

function journalRow({ document, entries }: Modelled, row: number, kind: Kind, all: Catalogue): Row | undefined {
  const span = entries.find(({ entry }) => entry.row === row)?.normalised.places.get('')?.span;
  const table = document.tables.find(({ rows }) => rows.some(one => one.span.start === span?.start));
  if (table === undefined) return undefined;
  const n = table.rows.findIndex(one => one.span.start === span?.start);
  return {
    table,
    n,
    columns: table.header.map(({ text }) => nameOf(text, kind, all)),
    words: vocabularyOf(table, header => columnOf(header, kind.fields)),
  };
}

function nameOf(header: string, kind: Kind, all: Catalogue): string | undefined {
  const column = columnNamed(header, kind, all);
  if (column === undefined) return undefined;
  return 'field' in column ? column.field.key : 'section' in column ? `#${column.section}` : `/${column.relation}`;
}

function columnOf(header: string, fields: Fields): Field | undefined {
  return columnsOf(
    {
      section: undefined,
      header: [{ text: header, span: { start: 0, end: 0 } }],
      rows: [],
      span: { start: 0, end: 0 },
    },
    fields,
  )[0];
}

/** A column whose cells hold English keys of an enumeration gets keys again. */
function wordsIn({ table, columns, words }: Row, field: Field, kind?: Kind): Vocabulary {
  const column = columns.indexOf(field.key);
  const cells = column === -1 ? [] : table.rows.map(({ cells: all }) => all[column]?.text ?? '');
  const labelOf = (text: string) =>
    field.key === 'status' ? kind?.states.get(text)?.label : field.enum?.values.get(text);
  return cells.some(text => labelOf(text) !== undefined && labelOf(text)?.zh !== text) ? 'key' : words;
}

function put(
  { document: { text } }: Modelled,
  { table, n, columns, words }: Row,
  name: string,
  label: Words,
  value: string | undefined,
): Edited {
  if (value === undefined) return cannot(label.en);
  const column = columns.indexOf(name);
  if (columns.lastIndexOf(name) !== column) return twice(label);
  if (column !== -1) return [cellEdit(text, table, n, column, value)];
  return columnEdits(text, table, words === 'key' ? name.replace(/^[#/]/, '') : label[words], n, value);
}

/** One of several identifiers or names in a cell. */
function putItem(row: Row, field: Field, n: number, value: unknown): Edited {
  const column = row.columns.indexOf(field.key);
  const cell = row.table.rows[row.n]?.cells[column];
  const before = cell && splitIds(cell.text)[n];
  if (cell === undefined || before === undefined) return cannot(field.key);
  const earlier = splitIds(cell.text).slice(0, n);
  const at = earlier.reduce((from, id) => cell.text.indexOf(id, from) + id.length, 0);
  const start = cell.span.start + cell.text.indexOf(before, at);
  const text = cellValueOf(field.of ?? field, value, undefined, wordsIn(row, field.of ?? field));
  return text === undefined ? cannot(field.key) : [{ span: { start, end: start + before.length }, text }];
}

function cannot(name: string): EditRefusal {
  return { refused: { zh: `表格的一行写不下 ${name}`, en: `a row of a table cannot hold ${name}` } };
}

function twice({ zh, en }: Words): EditRefusal {
  return {
    refused: { zh: `表格中有两列都是“${zh}”，请先合并`, en: `two columns of the table are “${en}”: merge them first` },
  };
}

/** Reads tables as data: list fields written as a table, and the rows of a journal. Columns are matched by label. */
import type { Cell, Document, Table, TableRow } from '../../documents/document.ts';
import { fold } from '../kinds/compileFields.ts';
import type { Field, Fields } from '../kinds/kinds.ts';
import { withOffsets } from '../derive/localTimes.ts';
import { type Normalised, readCell } from './normalise.ts';

/** The field of each column; undefined for a column that names no field. */
export function columnsOf(table: Table, fields: Fields): readonly (Field | undefined)[] {
  return table.header.map(cell => {
    const key = fields.named.get(fold(cell.text));
    return key === undefined ? undefined : fields.byKey.get(key);
  });
}

/**
 * Fills the list fields that are missing in the frontmatter from the tables of their sections. `offset` is for times
 * that are written without one.
 */
export function readTableFields(
  document: Document,
  fields: Fields,
  sectionOf: ReadonlyMap<string, number>,
  offset: string,
  into: Normalised,
): void {
  const taken = new Set<Table>();
  for (const field of fields.byKey.values()) {
    if (field.table === undefined || field.of?.fields === undefined || Object.hasOwn(into.data, field.key)) continue;
    const rows: Record<string, unknown>[] = [];
    for (const [section, constants] of field.table) {
      const table = bestTable(
        document,
        sectionOf.get(section),
        wantedColumns(field.of.fields, constants),
        field.of.fields,
        taken,
      );
      if (table === undefined) continue;
      taken.add(table);
      readRows(table, field.of.fields, constants, `/${field.key}`, rows, into);
      if (!into.places.has(`/${field.key}`))
        into.places.set(`/${field.key}`, { span: headerSpan(table), keySpan: headerSpan(table) });
    }
    for (const row of rows) withOffsets(field.of.fields, row, offset);
    if (rows.length > 0) into.data[field.key] = rows;
  }
}

function readRows(
  table: Table,
  fields: Fields,
  constants: object,
  at: string,
  rows: Record<string, unknown>[],
  into: Normalised,
): void {
  const columns = columnsOf(table, fields);
  for (const row of table.rows) {
    const pointer = `${at}/${rows.length}`;
    const data: Record<string, unknown> = { ...constants };
    into.places.set(pointer, { span: row.span, keySpan: row.span });
    readRow(columns, row, pointer, data, into);
    rows.push(data);
  }
}

/** Reads the cells of a row into `data`, and notes their places below the pointer `at`. */
function readRow(
  columns: readonly (Field | undefined)[],
  row: TableRow,
  at: string,
  data: Record<string, unknown>,
  into: Normalised,
): void {
  columns.forEach((field, n) => {
    const cell = row.cells[n];
    if (field === undefined || cell === undefined) return;
    into.places.set(`${at}/${field.key}`, { span: cell.span, keySpan: cell.span });
    const value = readCell(field, cell);
    if (value !== undefined && !Object.hasOwn(data, field.key)) data[field.key] = value;
  });
}

/** The columns that a table of these rows needs. */
function wantedColumns(fields: Fields, constants: object): readonly string[] {
  return [...fields.byKey.values()]
    .filter(({ key, required }) => required && !Object.hasOwn(constants, key))
    .map(({ key }) => key);
}

/** The share of needed columns that a table must have. It is below 1 because headings are worded in many ways. */
const ENOUGH = 0.6;

/**
 * The table of a section or its subsections with the most columns of the field: at least two, and at least most of the
 * needed ones, so that a neighbouring table with a shared column is not taken.
 */
function bestTable(
  document: Document,
  section: number | undefined,
  wanted: readonly string[],
  fields: Fields,
  taken: ReadonlySet<Table>,
): Table | undefined {
  const span = section === undefined ? undefined : document.sections[section]?.whole;
  if (span === undefined) return undefined;
  let best: { table: Table; score: number } | undefined;
  for (const table of document.tables) {
    if (taken.has(table) || table.span.start < span.start || table.span.end > span.end) continue;
    const columns = new Set(columnsOf(table, fields).flatMap(field => (field === undefined ? [] : [field.key])));
    const score = columns.size;
    if (
      score < Math.min(2, fields.byKey.size) ||
      wanted.filter(key => columns.has(key)).length < wanted.length * ENOUGH
    )
      continue;
    if (score > (best?.score ?? 0)) best = { table, score };
  }
  return best?.table;
}

function headerSpan(table: Table): Cell['span'] {
  return {
    start: table.header[0]?.span.start ?? table.span.start,
    end: table.header.at(-1)?.span.end ?? table.span.end,
  };
}

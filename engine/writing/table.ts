/** Writes GFM tables: whole tables, and single cells and columns of tables that a person laid out. */
import type { Table } from '../documents/document.ts';
import type { Span, TextEdit } from '../base/text.ts';
import { textWidth } from '../base/textWidth.ts';

/** A whole table with a header row, without a final line end. Cells are escaped here. */
export function tableText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header.map(cellText), header.map(() => '---'), ...rows.map(row => row.map(cellText))];
  return lines.map(lineText).join('\n');
}

/** Like `tableText`, with each row on one line: a line break in a cell becomes a blank. */
export function sheetTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return tableText(
    header,
    rows.map(row => row.map(cell => cell.replace(/\s*\n\s*/g, ' '))),
  );
}

/** One line of a table, from cells that are escaped already. */
function lineText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Escapes a text for a cell: a bar gets a backslash, a line break becomes `<br>`. */
export function cellText(text: string): string {
  return text
    .trim()
    .replace(/\s*\r?\n\s*/g, '<br>')
    .replace(/\\?\|/g, '\\|');
}

/** The edit that replaces one cell. Row and column count from 0; a row that is too short is filled up. */
export function cellEdit(text: string, table: Table, row: number, column: number, value: string): TextEdit {
  const line = lineAt(text, table.rows[row]?.span.start ?? table.span.end);
  const cells = cellsOf(text, line);
  const cell = cells[column];
  if (cell === undefined)
    return appended(text, line, [...Array<string>(column - cells.length).fill(''), cellText(value)]);
  return { span: cell, text: padded(cellText(value), widthToKeep(text, table, column)) };
}

/**
 * The edits that add a last column: a header cell with the label, `value` in one row (from 0), and empty cells
 * elsewhere.
 */
export function columnEdits(
  text: string,
  table: Table,
  label: string,
  row: number,
  value: string,
): readonly TextEdit[] {
  const header = lineAt(text, table.span.start);
  const count = cellsOf(text, header).length;
  const below = lineAt(text, text.indexOf('\n', header.end) + 1);
  const missing = (line: Span) => Array<string>(Math.max(0, count - cellsOf(text, line).length)).fill('');
  const rows = table.rows.map(({ span }, n) => ({
    line: lineAt(text, span.start),
    cell: n === row ? cellText(value) : '',
  }));
  return [
    appended(text, header, [cellText(label)]),
    appended(text, below, [...missing(below).map(() => '---'), '---']),
    ...rows.map(({ line, cell }) => appended(text, line, [...missing(line), cell])),
  ];
}

/** Adds cells at the end of a line, which may lack its last bar. */
function appended(text: string, line: Span, cells: readonly string[]): TextEdit {
  const isClosed = /(?:^|[^\\])\|$/.test(text.slice(line.start, line.end));
  const more = isClosed ? cells.map(cell => ` ${cell} |`) : cells.map(cell => ` | ${cell}`);
  return { span: { start: line.end, end: line.end }, text: more.join('').replaceAll('  ', ' ') };
}

/** The span of a line from its first to its last visible character. */
function lineAt(text: string, at: number): Span {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(from, end === -1 ? text.length : end);
  const indent = /^[\s>]*/.exec(line)?.[0].length ?? 0;
  return { start: from + indent, end: from + line.trimEnd().length };
}

/** The cells of a line between the bars, blanks included. A bar after a backslash belongs to a cell. */
function cellsOf(text: string, { start, end }: Span): readonly Span[] {
  const bars = [...text.slice(start, end).matchAll(/(?<!\\)\|/g)].map(({ index }) => start + index);
  const first = bars[0] === start ? [] : [start - 1];
  const last = bars.at(-1) === end - 1 ? [] : [end];
  const edges = [...first, ...bars, ...last];
  return edges.slice(1).map((edge, n) => ({ start: (edges[n] ?? 0) + 1, end: edge }));
}

/** The width of a column whose bars are aligned; undefined when they are not. */
function widthToKeep(text: string, table: Table, column: number): number | undefined {
  const starts = [table.span.start, ...table.rows.map(({ span }) => span.start)];
  const cells = starts.map(at => cellsOf(text, lineAt(text, at))[column]);
  const widths = new Set(cells.map(cell => (cell === undefined ? 0 : textWidth(text.slice(cell.start, cell.end)))));
  return widths.size === 1 ? [...widths][0] : undefined;
}

function padded(value: string, width: number | undefined): string {
  const tight = value === '' ? ' ' : ` ${value} `;
  return width === undefined ? tight : tight + ' '.repeat(Math.max(0, width - textWidth(tight)));
}

/** Aligned columns; a Chinese character takes two columns of a terminal. */
import { textWidth } from '../../engine/session/textWidth.ts';

/** Two spaces between columns. Where the lines have a width, cells of the widest columns are folded under themselves. */
export function alignedColumns(rows: readonly (readonly string[])[], width?: number): string {
  if (width === undefined) {
    const natural = widestOf(rows, textWidth);
    return rows.map(row => lineOf(row, natural)).join('');
  }
  const widths = fitted(rows, width);
  return rows
    .flatMap(row => folded(row, widths))
    .map(row => lineOf(row, widths))
    .join('');
}

function lineOf(row: readonly string[], widths: readonly number[]): string {
  return `${row
    .map((cell, n) => padded(cell, widths[n] ?? 0))
    .join('  ')
    .trimEnd()}\n`;
}

/** Narrower than this nothing can be read. */
const NARROWEST = 8;
/** `REQ-REV-012`: broken, it is not found any more. */
const IDENTIFIER = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/;

/** As wide as the cells are; too much in all, the widest give way first, words whole as long as that is possible. */
function fitted(rows: readonly (readonly string[])[], width: number): readonly number[] {
  const widest = (measure: (cell: string) => number) => widestOf(rows, measure);
  const natural = widest(textWidth);
  const longest = (cell: string, isWhole: (word: string) => boolean) =>
    Math.max(0, ...partsOf(cell).map(part => (isWhole(part.trimEnd()) ? textWidth(part.trimEnd()) : 0)));
  const room = width - 2 * (natural.length - 1);
  const whole = narrowed(
    natural,
    widest(cell => longest(cell, () => true)),
    room,
  );
  const least = widest(cell =>
    Math.max(
      NARROWEST,
      longest(cell, word => IDENTIFIER.test(word)),
    ),
  );
  return sum(whole) <= room ? whole : narrowed(whole, least, room);
}

/** Of each column, by a measure of its cells. */
function widestOf(rows: readonly (readonly string[])[], measure: (cell: string) => number): readonly number[] {
  return (rows[0] ?? []).map((_, n) => rows.reduce((most, row) => Math.max(most, measure(row[n] ?? '')), 0));
}

function narrowed(widths: readonly number[], least: readonly number[], room: number): readonly number[] {
  const narrow = [...widths];
  for (let over = sum(narrow) - room; over > 0; over--) {
    const can = narrow.map((one, n) => (one > (least[n] ?? 0) ? one : 0));
    const widest = can.indexOf(Math.max(...can));
    if (can[widest] === 0) break;
    narrow[widest] = (narrow[widest] ?? 0) - 1;
  }
  return narrow;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/** The row, and a row for each further line of its cells. */
function folded(row: readonly string[], widths: readonly number[]): readonly (readonly string[])[] {
  const cells = row.map((cell, n) => linesOf(cell, widths[n] ?? Infinity));
  const height = Math.max(...cells.map(lines => lines.length));
  return Array.from({ length: height }, (_, n) => cells.map(lines => lines[n] ?? ''));
}

function linesOf(text: string, room: number): readonly string[] {
  if (textWidth(text) <= room) return [text];
  const lines = [''];
  for (const part of partsOf(text)) {
    if (fits((lines.at(-1) ?? '') + part, room)) lines.push((lines.pop() ?? '') + part);
    else if (fits(part, room)) lines.push(part);
    else lines.push(...broken(part, room));
  }
  return lines.map(line => line.trimEnd()).filter((line, n) => n > 0 || line !== '');
}

function fits(text: string, room: number): boolean {
  return textWidth(text.trimEnd()) <= room;
}

/** Words with the blank behind them; Chinese breaks anywhere but before a mark. */
function partsOf(text: string): readonly string[] {
  return text.match(/(?:[^\s\p{Script=Han}]+|\p{Script=Han})[，。；：、！？”）》]*\s*/gu) ?? [];
}

function broken(word: string, room: number): readonly string[] {
  const lines = [''];
  for (const letter of word) {
    const line = lines.at(-1) ?? '';
    if (line === '' || fits(line + letter, room)) lines[lines.length - 1] = line + letter;
    else lines.push(letter);
  }
  return lines;
}

/** A text filled with spaces to a width in columns of a terminal. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

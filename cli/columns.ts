/** Columns that stand under each other, Chinese letters being two wide. */
import stringWidth from 'string-width';

/** Two spaces between columns. The last one is as long as it is, or folded under itself where the lines have a width. */
export function columns(rows: readonly (readonly string[])[], width?: number): string {
  const widths = (rows[0] ?? []).map((_, n) => Math.max(...rows.map(row => stringWidth(row[n] ?? ''))));
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  return rows
    .flatMap(row => folded(row, widths.length - 1, (width ?? Infinity) - before))
    .map(row => lineOf(row, widths))
    .join('');
}

function lineOf(row: readonly string[], widths: readonly number[]): string {
  return `${row
    .map((cell, n) => padded(cell, widths[n] ?? 0))
    .join('  ')
    .trimEnd()}\n`;
}

/** Fewer columns than this are no place to read in. */
const NARROWEST = 16;

/** The row, and a row for each further line of its last cell. */
function folded(row: readonly string[], last: number, room: number): readonly (readonly string[])[] {
  const lines = linesOf(row[last] ?? '', room);
  return lines.map((line, n) =>
    row
      .slice(0, last)
      .map(cell => (n === 0 ? cell : ''))
      .concat(line),
  );
}

function linesOf(text: string, room: number): readonly string[] {
  if (room < NARROWEST || stringWidth(text) <= room) return [text];
  const lines = [''];
  for (const part of text.match(PARTS) ?? []) {
    const line = lines.at(-1) ?? '';
    if (stringWidth((line + part).trimEnd()) <= room) lines[lines.length - 1] = line + part;
    else lines.push(part);
  }
  return lines.map(line => line.trimEnd());
}

/** Words with the blank behind them; Chinese breaks anywhere but before a mark. */
const PARTS = /(?:[^\s\p{Script=Han}]+|\p{Script=Han})[，。；：、！？”）》]*\s*/gu;

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

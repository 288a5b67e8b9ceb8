/** Columns that stand under each other, Chinese letters being two wide. */
import stringWidth from 'string-width';

/** Two spaces between columns; the last one is as long as it is. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, n) => Math.max(...rows.map(row => stringWidth(row[n] ?? ''))));
  return rows
    .map(
      row =>
        `${row
          .map((cell, n) => padded(cell, widths[n] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

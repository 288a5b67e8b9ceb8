/** Converts offsets of a text to lines and columns, and back. */
import type { Position, Range, Span } from './text.ts';

/** The offset at which each line of a text begins. Lines end with LF or CRLF. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Returns a function that turns spans of this text into ranges. A span that goes beyond the text is cut at its end. */
export function positionsIn(text: string): (span: Span) => Range {
  const starts = lineStarts(text);
  const position = (offset: number): Position => {
    const at = Math.max(0, Math.min(offset, text.length));
    const line = lineOf(starts, at);
    return { line, character: at - (starts[line] ?? 0) };
  };
  return ({ start, end }) => ({ start: position(start), end: position(end) });
}

/**
 * The offset of a position. A column beyond the end of its line means the end of the line; a line beyond the text means
 * the last line.
 */
export function offsetAt(text: string, { line, character }: Position): number {
  const starts = lineStarts(text);
  const start = starts[Math.min(line, starts.length - 1)] ?? 0;
  const next = starts[line + 1];
  const end = next === undefined ? text.length : next - 1;
  return Math.min(start + character, Math.max(start, end));
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** Where strings and comments end. Each search goes on from where the last one ended, never back. */
import type { Lexeme } from '../languages/language.ts';

const STOPS = new WeakMap<Lexeme, Map<string, RegExp>>();

/** A global pattern of all that matters within a lexeme: its end, its escapes and its holes. Made once for each lexeme and end. */
export function stopsOf(lexeme: Lexeme, close: string): RegExp {
  let known = STOPS.get(lexeme);
  if (known === undefined) STOPS.set(lexeme, (known = new Map()));
  let stops = known.get(close);
  if (stops === undefined) known.set(close, (stops = compileStops(lexeme, close)));
  return stops;
}

function compileStops({ escape, skips = [], oneLine = false, holes = [] }: Lexeme, close: string): RegExp {
  const quoted = (text: string) => text.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&');
  const marks = [
    ...(escape === 'backslash' ? ['\\\\(?:\\r\\n|[\\s\\S])'] : []),
    ...(escape === 'doubled' ? [quoted(close + close)] : []),
    ...skips.map(quoted),
    quoted(close),
    ...holes.map(({ open }) => quoted(open)),
    ...(oneLine ? ['\\n'] : []),
  ];
  return new RegExp(marks.join('|'), 'g');
}

/** The first end, and the end of the text where there is none. */
export function upTo(text: string, close: string, from: number): number {
  const found = text.indexOf(close, from);
  return found === -1 ? text.length : found + close.length;
}

/** Where a nested block comment ends whose first mark ends at `from`; the end of the text where it is not closed. */
export function endOfNested(text: string, from: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = from;
  let depth = 1;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    depth += mark[0] === '*/' ? -1 : 1;
    if (depth === 0) return marks.lastIndex;
  }
  return text.length;
}

/** Lines that are blank or indented deeper than the one that holds `start`. */
export function endOfIndented(text: string, start: number, from: number): number {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const width = text.slice(line).search(/[^ ]/);
  const outdent = new RegExp(`\\n(?! {${width + 1}}|[ \\t]*\\r?(?:\\n|$))`, 'g');
  outdent.lastIndex = from - 1;
  return outdent.exec(text)?.index ?? text.length;
}

/**
 * SQL text → tokens without comments and layout. What stands in a comment, a string or a quoted name is never taken for a
 * statement. Never throws: an unclosed string or comment ends with the text.
 */
import type { Span } from '../../base/text.ts';
import type { Dialect } from './dialect.ts';

/** One token of a script; comments are left out. */
export interface SqlToken {
  readonly sort: 'word' | 'name' | 'string' | 'symbol';
  /** Words in capitals; names and strings without their quotes. */
  readonly text: string;
  readonly span: Span;
}

interface Lexeme {
  readonly pattern: RegExp;
  readonly in?: readonly Dialect[];
  read(
    match: RegExpExecArray,
    text: string,
    dialect: Dialect,
  ): { readonly end: number; readonly token?: Omit<SqlToken, 'span'> };
}

const lexemes: readonly Lexeme[] = [
  { pattern: /\s+/y, read: skip },
  { pattern: /--[^\n]*/y, read: skip },
  { pattern: /#[^\n]*/y, in: ['mysql'], read: skip },
  // MySQL runs what stands in such a comment.
  { pattern: /\/\*!\d*|\*\//y, in: ['mysql'], read: skip },
  { pattern: /\/\*/y, read: (match, text, dialect) => ({ end: endOfComment(text, match.index, dialect) }) },
  { pattern: /N?Q'(.)/isy, in: ['oracle'], read: (match, text) => upTo(text, match, `${closing(match[1] ?? '')}'`) },
  { pattern: /\$(?:[A-Za-z_]\w*)?\$/y, in: ['postgresql'], read: (match, text) => upTo(text, match, match[0]) },
  { pattern: /E'(?:[^'\\]|\\[\s\S]|'')*'?/iy, in: ['postgresql'], read: match => string(match, 2) },
  { pattern: /'(?:[^'\\]|\\[\s\S]|'')*'?/y, in: ['mysql'], read: match => string(match, 1) },
  { pattern: /[NBX]?'(?:[^']|'')*'?/iy, read: match => string(match, match[0].indexOf("'") + 1) },
  { pattern: /"(?:[^"]|"")*"?/y, read: match => name(match) },
  { pattern: /`(?:[^`]|``)*`?/y, in: ['mysql'], read: match => name(match) },
  { pattern: /\[(?:[^\]]|\]\])*\]?/y, in: ['sqlserver'], read: match => name(match) },
  { pattern: /(?:@@|[#@:])?[\p{L}_\d][\p{L}\p{N}_$#]*/uy, read: match => token(match, 'word', match[0].toUpperCase()) },
  { pattern: /[\s\S]/y, read: match => token(match, 'symbol', match[0]) },
];

/** The tokens of a script as its dialect reads them. */
export function sqlTokensOf(text: string, dialect: Dialect): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  const known = lexemes.filter(lexeme => lexeme.in?.includes(dialect) ?? true);
  for (let at = 0; at < text.length; ) {
    const { end, token: found } = readAt(known, text, at, dialect);
    if (found) tokens.push({ ...found, span: { start: at, end } });
    at = end;
  }
  return tokens;
}

function readAt(known: readonly Lexeme[], text: string, at: number, dialect: Dialect): ReturnType<Lexeme['read']> {
  for (const { pattern, read } of known) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return read(match, text, dialect);
  }
  return { end: at + 1 };
}

function skip(match: RegExpExecArray) {
  return { end: match.index + match[0].length };
}

function token(match: RegExpExecArray, sort: SqlToken['sort'], text: string) {
  return { end: match.index + match[0].length, token: { sort, text } };
}

function string(match: RegExpExecArray, quoteLength: number) {
  return token(match, 'string', match[0].slice(quoteLength).replace(/'$/, '').replaceAll("''", "'"));
}

function name(match: RegExpExecArray) {
  return token(match, 'name', match[0].slice(1, -1));
}

/** A string that ends with marks of its own: `q'[…]'`, `$tag$…$tag$`. */
function upTo(text: string, match: RegExpExecArray, mark: string) {
  const start = match.index + match[0].length;
  const found = text.indexOf(mark, start);
  const end = found === -1 ? text.length : found;
  return {
    end: Math.min(end + mark.length, text.length),
    token: { sort: 'string' as const, text: text.slice(start, end) },
  };
}

function closing(mark: string): string {
  return { '[': ']', '(': ')', '{': '}', '<': '>' }[mark] ?? mark;
}

/** PostgreSQL and SQL Server nest comments, the others end at the first mark. */
function endOfComment(text: string, start: number, dialect: Dialect): number {
  const nests = dialect === 'postgresql' || dialect === 'sqlserver';
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start + 2;
  let depth = 1;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === '*/') depth -= 1;
    else if (nests) depth += 1;
    if (depth === 0) return mark.index + 2;
  }
  return text.length;
}

/** What a script defines and changes: `CREATE … PROCEDURE p_remind`, and statements by the table they change. */
import type { Span } from '../../base/text.ts';
import type { CodeView } from '../codeView.ts';
import type { FoundSymbol } from './found.ts';

const OBJECTS = new Set([
  'TABLE',
  'VIEW',
  'INDEX',
  'SEQUENCE',
  'PROCEDURE',
  'FUNCTION',
  'PACKAGE',
  'TRIGGER',
  'TYPE',
  'SYNONYM',
]);
/** Their bodies hold semicolons. */
const PROGRAMS = new Set(['PROCEDURE', 'FUNCTION', 'PACKAGE', 'TRIGGER', 'TYPE']);
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  INSERT: ['INTO'],
  UPDATE: [],
  DELETE: ['FROM'],
  MERGE: ['INTO'],
  ALTER: ['TABLE'],
  TRUNCATE: ['TABLE'],
};

/** Tables, views, procedures, packages and what else a script creates. */
export function sqlSymbols(code: CodeView): readonly FoundSymbol[] {
  const found: FoundSymbol[] = [];
  for (let n = 0; n < code.count; ) {
    const end = endOfStatement(code, n);
    found.push(...symbolOf(code, n, end));
    n = end + 1;
  }
  return found;
}

function symbolOf(code: CodeView, from: number, end: number): readonly FoundSymbol[] {
  const verb = wordAt(code, from);
  const object = verb === 'CREATE' ? objectWord(code, from, end) : undefined;
  const words = CHANGES[verb] ?? [];
  if (
    object === undefined &&
    (CHANGES[verb] === undefined || !words.every((word, n) => wordAt(code, from + 1 + n) === word))
  )
    return [];
  const program = object !== undefined && PROGRAMS.has(wordAt(code, object));
  const name = nameAfter(code, object === undefined ? from + words.length : object, end);
  if (name === undefined) return [];
  const open = program && code.text(name.to) === '(' ? name.to : undefined;
  const span: Span = { start: code.start(from), end: code.end(end - 1) };
  const nameSpan = { start: code.start(name.from), end: code.end(name.to - 1) };
  const list =
    open === undefined
      ? undefined
      : { start: code.start(open), end: code.end(Math.min(code.partner(open), code.count - 1)) };
  return [
    {
      sort: program ? 'function' : 'statement',
      name: bare(code.text(name.to - 1)),
      parent: undefined,
      span,
      nameSpan,
      list,
    },
  ];
}

/** `CREATE OR REPLACE EDITIONABLE PACKAGE BODY`: the last word before the name. */
function objectWord(code: CodeView, from: number, end: number): number | undefined {
  for (let n = from + 1; n < Math.min(end, from + 8); n++) {
    if (OBJECTS.has(wordAt(code, n))) return wordAt(code, n + 1) === 'BODY' ? n + 1 : n;
  }
  return undefined;
}

/** The last part of `schema.name`, past `IF NOT EXISTS`. */
function nameAfter(code: CodeView, n: number, end: number): { readonly from: number; readonly to: number } | undefined {
  let from = n + 1;
  while (/^(?:IF|NOT|EXISTS|ONLY|CONCURRENTLY)$/.test(wordAt(code, from))) from += 1;
  let to = from + 1;
  while (code.text(to) === '.' && to + 1 < end) to += 2;
  return from < end && !/^\W?$/.test(code.text(from)) ? { from, to } : undefined;
}

/** The semicolon, or the token alone on its line that ends a program. */
function endOfStatement(code: CodeView, from: number): number {
  const isProgram =
    wordAt(code, from) === 'CREATE' &&
    PROGRAMS.has(wordAt(code, objectWord(code, from, code.count) ?? from).replace('BODY', 'PACKAGE'));
  for (let n = from; n < code.count; n++) {
    const text = code.text(n);
    const isAlone =
      (text === '/' || text.toUpperCase() === 'GO') &&
      code.isOnNewLine(n) &&
      (n + 1 === code.count || code.isOnNewLine(n + 1));
    if (isAlone || (text === ';' && (!isProgram || endsProgram(code, n)))) return n;
  }
  return code.count;
}

/** `END name;` at the beginning of its line, or `$$ … ;`. */
function endsProgram(code: CodeView, semicolon: number): boolean {
  const line = code.source.slice(code.source.lastIndexOf('\n', code.start(semicolon)) + 1, code.start(semicolon));
  return /^(?:END\b\s*(?!IF|LOOP|CASE)["\w$#]*\s*(?:\/\/|\$\$)?$|.*\bLANGUAGE\b)|\$\$\s*$/i.test(line);
}

function wordAt(code: CodeView, n: number): string {
  return code.isWord(n) ? code.text(n).toUpperCase() : '';
}

function bare(name: string): string {
  return /^["`[]/.test(name) ? name.slice(1, -1) : name.toLowerCase();
}

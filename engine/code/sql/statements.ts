/**
 * SQL tokens → statements, those inside of procedural blocks too: the guard asks what a script does, and a DELETE does the
 * same within BEGIN … END, an IF or a loop.
 */
import type { Span } from '../../base/text.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { type SqlToken, sqlTokensOf } from './tokens.ts';

/** One statement of a script. */
export interface Statement {
  /** UPDATE, DELETE, SELECT …; of `WITH … UPDATE` the second. Empty for a statement that begins with no word. */
  readonly verb: string;
  readonly tokens: readonly SqlToken[];
  readonly span: Span;
}

/** The statements of a script in order; those within a procedural one follow it. */
export function statementsOf(text: string, dialect: Dialect = dialectOf(undefined, text)): readonly Statement[] {
  const tokens = withoutSeparators(text, sqlTokensOf(text, dialect));
  return split(text, tokens).flatMap(part => [statement(part), ...within(part, dialect)]);
}

const ROW_VERBS = new Set(['UPDATE', 'DELETE', 'INSERT', 'MERGE', 'TRUNCATE', 'DROP', 'ALTER', 'COMMIT', 'ROLLBACK']);

/** What a procedural statement is read up to; the rest of it is a statement of its own. */
const OPENS: Readonly<Record<string, readonly string[]>> = {
  BEGIN: ['BEGIN'],
  ELSE: ['ELSE'],
  LOOP: ['LOOP'],
  EXCEPTION: ['EXCEPTION'],
  CASE: ['CASE'],
  REPEAT: ['REPEAT'],
  IF: ['THEN'],
  ELSIF: ['THEN'],
  ELSEIF: ['THEN'],
  WHEN: ['THEN'],
  FOR: ['LOOP', 'DO'],
  WHILE: ['LOOP', 'DO'],
};

/** Procedural words after which a statement may follow without any mark (`IF EXISTS (…) UPDATE …`, `FORALL … DELETE …`). */
const LEADS = new Set(['IF', 'WHILE', 'ELSE', 'FORALL']);

/** Words after which a verb on a new line goes on with the same statement. */
const GOES_ON = new Set(['FOR', 'ON', 'OR', 'KEY', 'DO', 'THEN', 'BEFORE', 'AFTER', 'AND', ',', '(', '.', 'AS']);

function split(text: string, tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const parts: SqlToken[][] = [];
  let part: SqlToken[] = [];
  let depth = 0;
  let cases = 0;
  const close = () => {
    if (part.length > 0) parts.push(part);
    part = [];
    cases = 0;
  };
  for (const [n, token] of tokens.entries()) {
    if (token.text === ';' && token.sort === 'symbol') {
      depth = 0;
      close();
      continue;
    }
    if (depth === 0 && cases === 0 && beginsAnew(text, token, part)) close();
    part.push(token);
    if (token.sort === 'symbol') depth = Math.max(0, depth + (token.text === '(' ? 1 : token.text === ')' ? -1 : 0));
    if (isWord(token, 'CASE') && part.length > 1) cases += 1;
    else if (isWord(token, 'END') && cases > 0) cases -= 1;
    else if (depth === 0 && cases === 0 && opens(part, token) && !startsTransaction(token, tokens[n + 1])) close();
  }
  close();
  return parts;
}

function opens(part: readonly SqlToken[], token: SqlToken): boolean {
  const first = part[0];
  return first?.sort === 'word' && token.sort === 'word' && (OPENS[first.text]?.includes(token.text) ?? false);
}

function startsTransaction(token: SqlToken, next: SqlToken | undefined): boolean {
  return (
    token.text === 'BEGIN' &&
    (next === undefined || [';', 'TRAN', 'TRANSACTION', 'WORK', 'ISOLATION'].includes(next.text))
  );
}

/** A verb that begins a statement although no semicolon ended the one before. */
function beginsAnew(text: string, token: SqlToken, part: readonly SqlToken[]): boolean {
  const first = part[0];
  const before = part.at(-1);
  if (first === undefined || before === undefined || token.sort !== 'word' || !ROW_VERBS.has(token.text)) return false;
  if (LEADS.has(first.text)) return true;
  if (['MERGE', 'WITH', 'EXPLAIN', 'CREATE', 'GRANT', 'REVOKE'].includes(first.text) || GOES_ON.has(before.text))
    return false;
  return text.slice(before.span.end, token.span.start).includes('\n');
}

function statement(tokens: readonly SqlToken[]): Statement {
  const [first] = tokens;
  const last = tokens.at(-1);
  const span = { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
  const verb =
    first?.text === 'WITH'
      ? outer(tokens).find(({ text }) => ['UPDATE', 'DELETE', 'INSERT', 'MERGE', 'SELECT'].includes(text))
      : first;
  return { verb: verb?.sort === 'word' ? verb.text : '', tokens, span };
}

/** Statements in the text that a statement carries: `DO $$ … $$`, `EXECUTE IMMEDIATE '…'`. They stand where it stands. */
function within(part: readonly SqlToken[], dialect: Dialect): readonly Statement[] {
  const carries = ['DO', 'EXECUTE', 'EXEC', 'CREATE'].includes(part[0]?.text ?? '');
  const body = carries ? part.find(({ sort, text }) => sort === 'string' && /\s/.test(text)) : undefined;
  return body === undefined
    ? []
    : statementsOf(body.text, dialect).map(inner => ({ ...inner, span: statement(part).span }));
}

/** The tokens that stand in no parentheses: a WHERE of a subquery does not belong to the statement. */
export function outer(tokens: readonly SqlToken[]): readonly SqlToken[] {
  let depth = 0;
  return tokens.filter(({ sort, text }) => {
    if (sort === 'symbol' && text === ')') depth = Math.max(0, depth - 1);
    const outside = depth === 0;
    if (sort === 'symbol' && text === '(') depth += 1;
    return outside;
  });
}

/** Whether a token is one of these words, which are given in capitals. */
export function isWord(token: SqlToken | undefined, ...words: readonly string[]): boolean {
  return token?.sort === 'word' && words.includes(token.text);
}

/** `/` and `GO` alone on a line, and the marks MySQL's `DELIMITER` names, end a statement as a semicolon does. */
function withoutSeparators(text: string, tokens: readonly SqlToken[]): readonly SqlToken[] {
  const marks = [...text.matchAll(/^[ \t]*DELIMITER[ \t]+(\S+)/gim)]
    .map(([, mark = '']) => mark)
    .filter(mark => mark !== ';');
  const lines = new Set(lineStartsOf(text, /^[ \t]*(?:\/|GO)[ \t]*$/gim));
  return tokens.flatMap(token => {
    const alone = lines.has(token.span.start);
    const mark = token.sort === 'symbol' && marks.some(one => text.startsWith(one, token.span.start));
    return alone || mark ? [{ sort: 'symbol' as const, text: ';', span: token.span }] : [token];
  });
}

function lineStartsOf(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].map(({ index, 0: line }) => index + line.search(/\S/));
}

/** The comment that documents a symbol: right before it, annotations included; in Python the string that begins its block. */
import type { CodeView } from '../codeView.ts';
import type { Comment } from '../source.ts';
import { Sort } from '../lexer/tokens.ts';
import type { FoundSymbol } from './found.ts';

/**
 * The comment that documents a symbol; lines of comment under each other are one. `docs` and docstrings are as the table of languages says.
 */
export function docOf(
  code: CodeView,
  comments: readonly Comment[],
  found: FoundSymbol,
  docs: 'marked' | 'any' | 'docstring',
): Comment | undefined {
  if (docs === 'docstring') return docstringOf(code, comments, found);
  const before = code.at(found.span.start) - 1;
  const after = before < 0 ? 0 : code.end(before);
  const least = docs === 'marked' ? after : Number.POSITIVE_INFINITY;
  let n = lastBefore(comments, found.nameSpan.start);
  while (n >= 0 && !comments[n]?.doc && (comments[n]?.span.start ?? 0) >= least) n -= 1;
  const comment = comments[n];
  if (comment === undefined || comment.span.start < after || isBeside(code, comment, before)) return undefined;
  if (docs === 'any' && hasBlankLine(code.source.slice(comment.span.end, found.span.start))) return undefined;
  const start = firstOfRun(code, comments, n, docs, before);
  return { span: { start: comments[start]?.span.start ?? comment.span.start, end: comment.span.end }, doc: true };
}

/** The last comment that ends before an offset, by number. */
function lastBefore(comments: readonly Comment[], offset: number): number {
  let [low, high] = [0, comments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.span.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Lines of comment right under each other are one. */
function firstOfRun(
  code: CodeView,
  comments: readonly Comment[],
  last: number,
  docs: 'marked' | 'any',
  before: number,
): number {
  let n = last;
  for (;;) {
    const [above, here] = [comments[n - 1], comments[n]];
    if (above === undefined || here === undefined || (docs === 'marked' && !above.doc) || isBeside(code, above, before))
      return n;
    const between = code.source.slice(above.span.end, here.span.start);
    const areLines = !code.source.startsWith('/*', here.span.start) && !code.source.startsWith('/*', above.span.start);
    if (!areLines || between.trim() !== '' || hasBlankLine(between)) return n;
    n -= 1;
  }
}

/** It stands behind the code of another line: `int a; // counts`. */
function isBeside(code: CodeView, comment: Comment, before: number): boolean {
  return before >= 0 && !code.source.slice(code.end(before), comment.span.start).includes('\n') && !comment.doc;
}

function hasBlankLine(layout: string): boolean {
  return /\n[ \t\r]*\n/.test(layout);
}

/** The first string after the colon, and before anything is done. */
function docstringOf(
  code: CodeView,
  comments: readonly Comment[],
  { span, nameSpan, list }: FoundSymbol,
): Comment | undefined {
  let colon = code.at(list?.end ?? nameSpan.end);
  while (colon < code.count && code.text(colon) !== ':' && code.start(colon) < span.end)
    colon = code.deeper(colon) > 0 ? code.partner(colon) + 1 : colon + 1;
  let first = colon + 1;
  while (code.sort(first) === Sort.line || code.sort(first) === Sort.indent) first += 1;
  let docstring: Comment | undefined;
  for (let n = lastBefore(comments, code.start(first)); (comments[n]?.span.start ?? -1) >= code.end(colon); n--)
    if (comments[n]?.doc) docstring = comments[n];
  return docstring;
}

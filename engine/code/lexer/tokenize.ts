/**
 * A whole file → tokens, with the parts that stand in it in other languages: a script in a page, Java in a JSP. A part is read by
 * its own language; to the language around it, it is blank.
 */
import type { Island, SourceLanguage } from '../languages/language.ts';
import { languageNamed, languageNameFor } from '../languages/table.ts';
import { tokensOf } from './commentLexer.ts';
import type { Comment } from '../source.ts';
import { addToken, type GrowingTokens, isComment, Sort, type Tokens, tokensFor } from './tokens.ts';

/** The tokens of a whole file, those of its parts in other languages included, in order. */
export function tokenize(text: string, language: SourceLanguage): Tokens {
  if (language.islands === undefined) return tokensOf(text, language);
  const parts = partsOf(text, language.islands);
  const around = language.around === undefined ? undefined : languageNamed(language.around);
  const rest = blanked(text, parts);
  const host = around === undefined ? tokensOf(rest, language) : tokenize(rest, around);
  return merged(text, [
    { tokens: host, at: 0 },
    ...parts.map(part => ({ tokens: tokensOfPart(text, part), at: part.start })),
  ]);
}

/** The comments among tokens, in order. */
export function commentsIn({ count, sorts, starts, ends }: Tokens): readonly Comment[] {
  const comments: Comment[] = [];
  for (let n = 0; n < count; n++) {
    if (isComment(sorts[n]))
      comments.push({ span: { start: starts[n] ?? 0, end: ends[n] ?? 0 }, doc: sorts[n] === Sort.doc });
  }
  return comments;
}

/** A part of a file in another language. Offsets are UTF-16 code units. */
interface Part {
  readonly start: number;
  readonly end: number;
  /** A language of the table, or `comment`. */
  readonly language: string;
}

/** From left to right; none begins within another. */
export function partsOf(text: string, islands: readonly Island[]): readonly Part[] {
  const parts: Part[] = [];
  const next = islands.map(({ open }) => firstAfter(open, text, 0));
  for (let at = 0; ; ) {
    for (const [n, match] of next.entries())
      if (match && match.index < at) next[n] = firstAfter(islands[n]?.open, text, at);
    const first = next.reduce((a, b) => (a && b ? (b.index < a.index ? b : a) : (a ?? b)), undefined);
    const island = islands[next.indexOf(first)];
    if (first === undefined || island === undefined) return parts;
    const part = partFrom(text, first, island);
    parts.push(part);
    at = Math.max(part.end, first.index + 1);
  }
}

function firstAfter(pattern: RegExp | undefined, text: string, at: number): RegExpExecArray | undefined {
  if (pattern === undefined) return undefined;
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** A comment goes from mark to mark, code stands between them. */
function partFrom(text: string, opened: RegExpExecArray, { close, language }: Island): Part {
  const start = opened.index + opened[0].length;
  const closed = firstAfter(close, text, start);
  const end = closed?.index ?? text.length;
  if (language === 'comment') return { start: opened.index, end: end + (closed?.[0].length ?? 0), language };
  return { start, end, language: languageNameFor(opened.groups?.['lang'] ?? '') ?? language };
}

function blanked(text: string, parts: readonly Part[]): string {
  const kept = parts.map(({ start, end }, n) => text.slice(parts[n - 1]?.end ?? 0, start) + ' '.repeat(end - start));
  return kept.join('') + text.slice(parts.at(-1)?.end ?? 0);
}

function tokensOfPart(text: string, { start, end, language }: Part): Tokens {
  const known = languageNamed(language);
  if (known !== undefined) return tokensOf(text.slice(start, end), known);
  const comment = tokensFor('');
  addToken(comment, Sort.comment, 0, end - start);
  return comment;
}

/** In the order of their beginning; a comment that stands in another is left out. */
function merged(text: string, parts: readonly { readonly tokens: Tokens; readonly at: number }[]): Tokens {
  const all = parts.flatMap(({ tokens, at }) =>
    Array.from({ length: tokens.count }, (_, n) => ({
      sort: (tokens.sorts[n] ?? 0) as Sort,
      start: (tokens.starts[n] ?? 0) + at,
      end: (tokens.ends[n] ?? 0) + at,
    })),
  );
  const result: GrowingTokens = tokensFor(text);
  let commentEnd = 0;
  for (const { sort, start, end } of all.sort((a, b) => a.start - b.start)) {
    if (isComment(sort) && end <= commentEnd) continue;
    if (isComment(sort)) commentEnd = end;
    addToken(result, sort, start, end);
  }
  return result;
}

/** `@implements LD-REV-07, LD-REV-08` in comments. `@implements Comparable` is none: an identifier of a document has a hyphen. */
import type { Span } from '../base/text.ts';
import type { CodeSymbol, Source, TraceTag } from './source.ts';
import { isComment } from './lexer/tokens.ts';

/** The tags in the comments of a file, in order, each with the symbol that its comment belongs to. */
export function tagsIn(source: Source): readonly TraceTag[] {
  const { text, comments } = source;
  if (!text.includes('@implements') && !text.includes('@verifies')) return [];
  const owners = ownersOf(source);
  return comments.flatMap(({ span }, n) => tagsBetween(text, span).map(tag => ({ ...tag, symbol: owners[n]?.name })));
}

const ID = String.raw`[A-Za-z][\w.]*(?:-[\w.]*\w)+`;
const IDS = new RegExp(ID, 'g');
const TAG = new RegExp(
  String.raw`@(implements|verifies)\b[ \t]*[:：]?[ \t]*(${ID}(?:[ \t]*[,，、;；]?[ \t]*${ID})*)`,
  'g',
);

function tagsBetween(text: string, { start, end }: Span): readonly Omit<TraceTag, 'symbol'>[] {
  return [...text.slice(start, end).matchAll(TAG)].flatMap(match => {
    const [whole, relation, list = ''] = match;
    const from = start + match.index + whole.length - list.length;
    return [...list.matchAll(IDS)].map(({ 0: target, index }) => ({
      relation: relation as TraceTag['relation'],
      target,
      span: { start: from + index, end: from + index + target.length },
    }));
  });
}

/** For each comment the symbol it documents or stands right before, else the innermost one around it. */
function ownersOf(source: Source): readonly (CodeSymbol | undefined)[] {
  const { comments, symbols } = source;
  const followed = followedBy(source);
  const documented = new Map(symbols.map(symbol => [symbol.doc?.span.start, symbol]));
  const open: CodeSymbol[] = [];
  let next = 0;
  return comments.map(({ span }) => {
    for (let symbol = symbols[next]; symbol && symbol.span.start <= span.start; symbol = symbols[++next])
      open.push(symbol);
    while (open.length > 0 && (open.at(-1)?.span.end ?? 0) <= span.start) open.pop();
    const after = symbols[next];
    if (documented.has(span.start)) return documented.get(span.start);
    return after && followed.get(span.start) === after.span.start ? after : open.at(-1);
  });
}

/** By the beginning of a comment, where the code it stands before begins; a comment at the end of a line of code stands before none. */
function followedBy({ text, tokens }: Source): ReadonlyMap<number, number> {
  const { count, sorts, starts, ends } = tokens;
  const followed = new Map<number, number>();
  let after = text.length;
  for (let n = count - 1; n >= 0; n--) {
    const [start, end] = [starts[n] ?? 0, ends[n] ?? 0];
    if (!isComment(sorts[n])) after = start;
    else if (!isBeside(text, ends[n - 1] ?? 0, start, text.slice(end, starts[n + 1]))) followed.set(start, after);
  }
  return followed;
}

function isBeside(text: string, before: number, start: number, layoutAfter: string): boolean {
  return before > 0 && !text.slice(before, start).includes('\n') && layoutAfter.includes('\n');
}

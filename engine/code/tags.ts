/** `@implements LD-REV-07, LD-REV-08` in comments. `@implements Comparable` is none: an identifier of a document has a hyphen. */
import type { Span } from '../base/text.ts';
import type { CodeSymbol, Source, TraceTag } from './source.ts';

const ID = String.raw`[A-Za-z][\w.]*(?:-[\w.]*\w)+`;
const TAG = new RegExp(String.raw`@(implements|verifies)\b[ \t]*[:：]?[ \t]*(${ID}(?:[ \t]*[,，、;；]?[ \t]*${ID})*)`, 'g');

export function tagsIn(source: Source): readonly TraceTag[] {
  const { text } = source;
  if (!text.includes('@implements') && !text.includes('@verifies')) return [];
  return source.comments.flatMap(({ span }) => {
    const found = tagsBetween(text, span);
    if (found.length === 0) return [];
    const symbol = ownerOf(source, span)?.name;
    return found.map(tag => ({ ...tag, symbol }));
  });
}

function tagsBetween(text: string, { start, end }: Span): readonly Omit<TraceTag, 'symbol'>[] {
  return [...text.slice(start, end).matchAll(TAG)].flatMap(match => {
    const [whole, relation, list = ''] = match;
    const from = start + match.index + whole.length - list.length;
    return [...list.matchAll(new RegExp(ID, 'g'))].map(({ 0: target, index }) => ({
      relation: relation as TraceTag['relation'],
      target,
      span: { start: from + index, end: from + index + target.length },
    }));
  });
}

/** The innermost symbol around a comment; of a comment right before a symbol, that one. */
function ownerOf({ text, symbols, comments }: Source, { start, end }: Span): CodeSymbol | undefined {
  const documented = symbols.find(({ doc }) => doc !== undefined && doc.span.start <= start && end <= doc.span.end);
  if (documented) return documented;
  const after = symbols.find(({ span }) => span.start >= end);
  const bare = after && comments.filter(({ span }) => span.start >= end && span.end <= after.span.start);
  const isRightBefore = after && blank(text, end, after.span.start, bare ?? []);
  return isRightBefore ? after : symbols.findLast(({ span }) => span.start <= start && end <= span.end);
}

/** Nothing but comments and layout stands between. */
function blank(text: string, from: number, to: number, comments: readonly { readonly span: Span }[]): boolean {
  let at = from;
  for (const { span } of comments) {
    if (text.slice(at, span.start).trim() !== '') return false;
    at = span.end;
  }
  return text.slice(at, to).trim() === '';
}

/** Whether a reader finds what a symbol does: in the comment before it, or where its language has him look instead. */
import type { CodeSymbol, Source } from '../../code/source.ts';

/** `@Override` and its like: what is overridden says it. */
const OVERRIDES = /\b[Oo]verride\b/;

/** Annotations that hold a description: of an interface for its documentation, of a type for its schema. */
const DESCRIBES = /[@[]\s*(?:[\w.]+\.)?(?:ApiOperation|Operation|Api|ApiModel|Schema|Tag|SwaggerOperation|Description)\s*\(/;

export function isCommented(symbol: CodeSymbol, source: Source): boolean {
  const head = source.text.slice(symbol.span.start, symbol.nameSpan.start);
  if (hasComment(symbol, source) || OVERRIDES.test(head) || DESCRIBES.test(head) || isEntry(symbol)) return true;
  const owner = ownerOf(symbol, source);
  return owner !== undefined && isConstructor(symbol, owner) && hasComment(owner, source);
}

/** A public member of a class that is not is none. */
export function isReachable(symbol: CodeSymbol, source: Source): boolean {
  const owner = ownerOf(symbol, source);
  return symbol.isPublic && (owner === undefined || isReachable(owner, source));
}

/** Any comment right before it counts, whatever its marks. */
function hasComment({ doc, span }: CodeSymbol, { comments, text }: Source): boolean {
  return doc !== undefined || comments.some(comment => comment.span.end <= span.start && text.slice(comment.span.end, span.start).trim() === '');
}

function ownerOf({ name }: CodeSymbol, { symbols }: Source): CodeSymbol | undefined {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? undefined : symbols.find(other => other.name === name.slice(0, dot));
}

/** The comment of its class speaks for it. */
function isConstructor({ name }: CodeSymbol, owner: CodeSymbol): boolean {
  const own = lastPart(name);
  return own === lastPart(owner.name) || ['constructor', '__init__', '__construct'].includes(own);
}

/** Where a program begins: what it does is the program. */
function isEntry({ name, sort }: CodeSymbol): boolean {
  return sort === 'function' && /^main$/i.test(lastPart(name));
}

/** Without the number of an overload. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).replace(/~\d+$/, '');
}

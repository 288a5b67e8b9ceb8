/** Whether a reader finds what a symbol does: in the comment before it, or where its language has him look instead. */
import { languageNamed } from '../../code/languages/table.ts';
import type { CodeSymbol, Source } from '../../code/source.ts';
import { bareName } from '../../code/symbolWords.ts';

/** `@Override` and its like: what is overridden says it. */
const OVERRIDES = /\b[Oo]verride\b/;

/** Annotations that hold a description: of an interface for its documentation, of a type for its schema. */
const DESCRIBES =
  /[@[]\s*(?:[\w.]+\.)?(?:ApiOperation|Operation|Api|ApiModel|Schema|Tag|SwaggerOperation|Description)\s*\(/;

export function isCommented(symbol: CodeSymbol, source: Source): boolean {
  const head = source.text.slice(symbol.span.start, symbol.nameSpan.start);
  if (
    hasComment(symbol, source) ||
    OVERRIDES.test(head) ||
    DESCRIBES.test(head) ||
    isEntry(symbol) ||
    isField(symbol, source)
  )
    return true;
  if (
    languageNamed(source.language)?.commentsOnce &&
    overloadsOf(symbol, source).some(other => hasComment(other, source))
  )
    return true;
  const owner = ownerOf(symbol, source);
  return owner !== undefined && isConstructorOf(owner, symbol) && hasComment(owner, source);
}

/** One comment does for both: a class and its constructor, overloads of one function. */
export function isSaidWith(other: CodeSymbol, symbol: CodeSymbol, { language }: Source): boolean {
  const isOverload = other.span.start < symbol.span.start && bareName(other.name) === bareName(symbol.name);
  return isConstructorOf(other, symbol) || (isOverload && languageNamed(language)?.commentsOnce === true);
}

function isConstructorOf(owner: CodeSymbol, { name }: CodeSymbol): boolean {
  const own = lastPart(name);
  return (
    name.startsWith(`${owner.name}.`) &&
    (own === lastPart(owner.name) || ['constructor', '__init__', '__construct'].includes(own))
  );
}

/** A public member of a class that is not is none. */
export function isReachable(symbol: CodeSymbol, source: Source): boolean {
  const owner = ownerOf(symbol, source);
  return (
    symbol.isPublic &&
    !languageNamed(source.language)?.keepsToItself &&
    (owner === undefined || isReachable(owner, source))
  );
}

/** Any comment right before it counts, whatever its marks. */
function hasComment({ doc, span }: CodeSymbol, { comments, text }: Source): boolean {
  return (
    doc !== undefined ||
    comments.some(comment => comment.span.end <= span.start && text.slice(comment.span.end, span.start).trim() === '')
  );
}

function ownerOf({ name }: CodeSymbol, { symbols }: Source): CodeSymbol | undefined {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? undefined : symbols.find(other => other.name === name.slice(0, dot));
}

function overloadsOf({ name }: CodeSymbol, { symbols }: Source): readonly CodeSymbol[] {
  return symbols.filter(other => bareName(other.name) === bareName(name));
}

/** Where a program begins: what it does is the program. */
function isEntry({ name, sort }: CodeSymbol): boolean {
  return sort === 'function' && /^main$/i.test(lastPart(name));
}

/** `value() { return this.value; }` says no more than the field does. */
function isField({ name, span, nameSpan }: CodeSymbol, { text }: Source): boolean {
  const returned = /^\(\s*\)\s*\{\s*return\s+(?:this\.)?(\w+)\s*;?\s*\}$/.exec(
    text.slice(nameSpan.end, span.end).trim(),
  )?.[1];
  return returned !== undefined && returned === lastPart(name);
}

function lastPart(name: string): string {
  return bareName(name.slice(name.lastIndexOf('.') + 1));
}

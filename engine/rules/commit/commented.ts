/** Whether a symbol is described: in the comment before it, or in the place where its language puts the description. */
import { languageNamed } from '../../code/languages/table.ts';
import type { CodeSymbol, Source } from '../../code/source.ts';
import { bareName } from '../../code/symbolWords.ts';

/** `@Override` and similar: the overridden method has the comment. */
const OVERRIDES = /\b[Oo]verride\b/;

/** Annotations that contain a description, for API documentation or for a schema. */
const DESCRIBES =
  /[@[]\s*(?:[\w.]+\.)?(?:ApiOperation|Operation|Api|ApiModel|Schema|Tag|SwaggerOperation|Description)\s*\(/;

/** Whether a symbol has a comment, a docstring, or an annotation in its place. */
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

/** Whether one comment is enough for both symbols: a class and its constructor, overloads of one function. */
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

/** Whether a symbol is public. A public member of a class that is not public does not count. */
export function isReachable(symbol: CodeSymbol, source: Source): boolean {
  const owner = ownerOf(symbol, source);
  return (
    symbol.isPublic &&
    !languageNamed(source.language)?.keepsToItself &&
    (owner === undefined || isReachable(owner, source))
  );
}

/** Whether there is a comment of any form directly before the symbol. */
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

/** Names of the functions where a program begins; they need no comment. */
function isEntry({ name, sort }: CodeSymbol): boolean {
  return sort === 'function' && /^main$/i.test(lastPart(name));
}

/** Whether a method only returns a field: `value() { return this.value; }`. The field has the comment. */
function isField({ name, span, nameSpan }: CodeSymbol, { text }: Source): boolean {
  const returned = /^\(\s*\)\s*\{\s*return\s+(?:this\.)?(\w+)\s*;?\s*\}$/.exec(
    text.slice(nameSpan.end, span.end).trim(),
  )?.[1];
  return returned !== undefined && returned === lastPart(name);
}

function lastPart(name: string): string {
  return bareName(name.slice(name.lastIndexOf('.') + 1));
}

/**
 * The meaning of a file, or of a symbol in it, as twelve hexadecimal digits: its tokens, without comments and layout. Two texts
 * with one signature do the same; what owes a document is a signature that moved.
 *
 * Imports count as a set, and only those that give a name or take effect. Annotations for the compiler do not count. Strings and trailing commas count as written. Line ends never count.
 */
import { QuickHash } from '../../base/quickHash.ts';
import type { Path, Span } from '../../base/text.ts';
import { ALL, type Query, query } from '../../base/queries.ts';
import { decode } from '../../workspace/decode.ts';
import { type FileContent, fileContent } from '../../workspace/files.ts';
import { importsIn } from './imports.ts';
import type { SourceLanguage } from '../languages/language.ts';
import { languageNamed, languageNameOf } from '../languages/table.ts';
import { tokensOf } from '../lexer/commentLexer.ts';
import { type Source, symbolNamed } from '../source.ts';
import { dialects, formOf, sourceOfContent } from '../sourceOf.ts';
import { partsOf, tokenize } from '../lexer/tokenize.ts';
import { type Read, TokenHash } from './tokenHash.ts';

/** Of a file in any form: by its language, as a text, as bytes. Undefined where there is no file to read. */
export const fileSignature: Query<string | undefined> = query('fileSignature', (key, get) => {
  const path = key as Path;
  const dialect = languageNameOf(path) === 'sql' ? get(dialects, ALL)(path) : undefined;
  return signatureOfFile(path, get(fileContent, path), dialect);
});

/** The meaning of a file: as code, else as text, else as bytes. Undefined where there is no file to read. */
export function signatureOfFile(path: Path, content: FileContent, dialect?: string): string | undefined {
  if (content.state === 'absent' || content.state === 'unreadable' || content.state === 'too-large') return undefined;
  const source = sourceOfContent(path, content, dialect);
  if (source !== undefined) return signatureOf(source);
  const { text, fault } = decode(content);
  if (content.state === 'bytes' && (fault === 'nul' || fault === 'not-utf-8')) return signatureOfBytes(content.bytes);
  return signatureOfText(text);
}

/** The meaning of the whole file, or of the symbol or constant of that name. */
export function signatureOf(source: Source): string;
/** Undefined where the file has no such symbol. */
export function signatureOf(source: Source, symbolName: string): string | undefined;
export function signatureOf(source: Source, symbolName?: string): string | undefined {
  if (symbolName === undefined) return signatureOfWhole(source);
  const symbol = symbolNamed(source, symbolName);
  return symbol && signatureOfSpan(source, symbol.span, []);
}

/** `without`: spans inside, in order, that do not count. */
export function signatureOfSpan(source: Source, span: Span, without: readonly Span[]): string {
  const { text, tokens } = source;
  const form = formOf(source);
  if (form.islands === undefined) return digestOf({ text, tokens, form }, span, without);
  const part = partsOf(text, form.islands).find(({ start, end }) => start <= span.start && span.end <= end);
  const language = languageNamed(part?.language ?? '');
  if (part === undefined || language === undefined) return signatureAs(text.slice(span.start, span.end), form);
  const moved = ({ start, end }: Span) => ({ start: start - part.start, end: end - part.start });
  return digestOf(readAs(text.slice(part.start, part.end), language), moved(span), without.map(moved));
}

function signatureOfWhole(source: Source): string {
  const { text, tokens } = source;
  const form = formOf(source);
  return form.islands === undefined ? signatureOfRead({ text, tokens, form }) : signatureAs(text, form);
}

/** What stands in other languages is signed by these; the marks around it say where it stands. */
function signatureAs(text: string, form: SourceLanguage): string {
  if (form.islands === undefined) return signatureOfRead(readAs(text, form));
  const parts = partsOf(text, form.islands);
  const rest =
    parts.map(({ start }, n) => text.slice(parts[n - 1]?.end ?? 0, start)).join('') +
    text.slice(parts.at(-1)?.end ?? 0);
  const around = languageNamed(form.around ?? '');
  const hash = new QuickHash();
  hash.addText(
    around === undefined
      ? signatureOfRead({ text: rest, tokens: tokensOf(rest, form), form })
      : signatureAs(rest, around),
  );
  for (const { start, end, language } of parts) {
    const known = languageNamed(language);
    if (known !== undefined) hash.addText(signatureAs(text.slice(start, end), known));
  }
  return hash.digits();
}

function readAs(text: string, form: SourceLanguage): Read {
  return { text, tokens: tokenize(text, form), form };
}

function signatureOfRead(read: Read): string {
  const { text, tokens, form } = read;
  const all = { start: 0, end: text.length };
  const imports = form.imports === undefined ? [] : importsIn(text, tokens, form.imports);
  const hash = new QuickHash();
  const counting = imports.filter(({ plain }) => !plain);
  for (const digest of counting.map(({ said }) => digestOf(read, said, [])).sort()) hash.addText(digest);
  const besides = imports.map(({ span }) => span);
  new TokenHash(read, hash).addBut(all, besides);
  return hash.digits();
}

function digestOf(read: Read, span: Span, without: readonly Span[]): string {
  const hash = new QuickHash();
  new TokenHash(read, hash).addBut(span, without);
  return hash.digits();
}

/** Line by line: a text too large to be read as code is not taken apart as a whole. */
function signatureOfText(text: string): string {
  const hash = new QuickHash();
  const end = text.trimEnd().length;
  for (let at = 0; at <= end; ) {
    const next = text.indexOf('\n', at);
    const stop = next === -1 ? end : Math.min(next, end);
    hash.addText(text.slice(at, stop).trimEnd());
    hash.add(10);
    at = stop + 1;
  }
  return hash.digits();
}

function signatureOfBytes(bytes: Uint8Array): string {
  const hash = new QuickHash();
  for (const byte of bytes) hash.add(byte);
  return hash.digits();
}

/**
 * The meaning of a file, or of a symbol in it, as twelve hexadecimal digits: its tokens, without comments and layout. Two texts
 * with one signature do the same; what owes a document is a signature that moved.
 *
 * Imports count as a set. Strings and trailing commas count as written. Line ends never count.
 */
import { QuickHash } from '../base/quickHash.ts';
import type { Path, Span } from '../base/text.ts';
import type { Query } from '../base/queries.ts';
import { query } from '../base/queries.ts';
import { decode } from '../workspace/decode.ts';
import { type FileContent, fileContent } from '../workspace/files.ts';
import { type ImportStatement, importsIn } from './imports.ts';
import type { Layout } from './languages/language.ts';
import type { Source } from './source.ts';
import { formOf, sourceOfContent } from './sourceOf.ts';
import { isComment, Sort, type Tokens } from './tokens.ts';

/** Of a file in any form: by its language, as a text, as bytes. Undefined where there is no file to read. */
export const fileSignature: Query<string | undefined> = query('fileSignature', (path, get) => signatureOfFile(path as Path, get(fileContent, path)));

export function signatureOfFile(path: Path, content: FileContent): string | undefined {
  if (content.state === 'absent' || content.state === 'unreadable' || content.state === 'too-large') return undefined;
  const source = sourceOfContent(path, content);
  if (source !== undefined) return signatureOf(source);
  const { text, fault } = decode(content);
  if (content.state === 'bytes' && (fault === 'nul' || fault === 'not-utf-8')) return signatureOfBytes(content.bytes);
  return signatureOfText(text);
}

export function signatureOf(source: Source): string;
/** Undefined where the file has no such symbol. */
export function signatureOf(source: Source, symbolName: string): string | undefined;
export function signatureOf(source: Source, symbolName?: string): string | undefined {
  if (symbolName === undefined) return signatureOfSpan(source, { start: 0, end: source.text.length });
  const symbol = source.symbols.find(({ name }) => name === symbolName);
  return symbol && signatureOfSpan(source, symbol.span);
}

/** `without`: spans inside, in order, that do not count. */
export function signatureOfSpan(source: Source, span: Span, without: readonly Span[] = []): string {
  const form = formOf(source);
  const imports = form?.imports === undefined ? [] : importsIn(source, form.imports, span);
  const hash = new QuickHash();
  for (const digest of imports.map(one => digestOfImport(source, one)).sort()) hash.addText(digest);
  const reader = new TokenHash(source, hash);
  reader.addBut(span, [...imports.map(({ span }) => span), ...without]);
  return hash.digits();
}

function digestOfImport(source: Source, { said }: ImportStatement): string {
  const hash = new QuickHash();
  new TokenHash(source, hash).addBut(said, []);
  return hash.digits();
}

function signatureOfText(text: string): string {
  const hash = new QuickHash();
  for (const line of text.trimEnd().split('\n')) {
    hash.addText(line.trimEnd());
    hash.add(10);
  }
  return hash.digits();
}

function signatureOfBytes(bytes: Uint8Array): string {
  const hash = new QuickHash();
  for (const byte of bytes) hash.add(byte);
  return hash.digits();
}

/** A number no character has: what parts tokens; with a sort added, that sort. */
const MARK = 0x110000;

/** Symbols that mean something else when nothing parts them: `a - -b`, `a <- b`. */
const JOINED = new Set(['++', '--', '&&', '<-']);

/** Hashes tokens; knows the one before. */
class TokenHash {
  readonly #text: string;
  readonly #tokens: Tokens;
  readonly #layout: Layout;
  readonly #ignoresCase: boolean;
  readonly #hash: QuickHash;
  #before = -1;
  /** A line that ended counts when another follows. */
  #line = false;

  constructor(source: Source, hash: QuickHash) {
    const form = formOf(source);
    this.#text = source.text;
    this.#tokens = source.tokens;
    this.#layout = form?.layout ?? {};
    this.#ignoresCase = form?.ignoresCase ?? false;
    this.#hash = hash;
  }

  /** `without` is in order and does not overlap. */
  addBut(span: Span, without: readonly Span[]): void {
    const { starts, ends, sorts, count } = this.#tokens;
    let next = 0;
    for (let n = firstFrom(starts, count, span.start); n < count && (starts[n] ?? 0) < span.end; n++) {
      while (next < without.length && (without[next]?.end ?? 0) <= (starts[n] ?? 0)) next += 1;
      const out = without[next];
      const isOut = out !== undefined && (starts[n] ?? 0) >= out.start && (ends[n] ?? 0) <= out.end;
      if (!isOut && !isComment(sorts[n])) this.#add(n, sorts[n] ?? 0);
    }
  }

  #add(n: number, sort: number): void {
    if (sort === Sort.line) this.#line = this.#before !== -1;
    else if (sort === Sort.indent || sort === Sort.dedent) this.#hash.add(MARK + sort);
    else this.#addText(n, sort);
  }

  #addText(n: number, sort: number): void {
    const { starts, ends } = this.#tokens;
    const [start, end] = [starts[n] ?? 0, ends[n] ?? 0];
    if (this.#line) this.#hash.add(MARK + Sort.line);
    else if (this.#before !== -1 && this.#isParted(start, sort)) this.#hash.add(MARK);
    if (this.#ignoresCase && sort === Sort.word) this.#hash.addText(this.#text.slice(start, end).toUpperCase());
    else this.#hash.addText(this.#text, start, end);
    this.#before = n;
    this.#line = false;
  }

  #isParted(start: number, sort: number): boolean {
    const { sorts, ends } = this.#tokens;
    const end = ends[this.#before] ?? 0;
    const sortBefore = sorts[this.#before];
    if (sort === Sort.word && sortBefore === Sort.word) return true;
    if (end === start) return false;
    const { spacesBut } = this.#layout;
    const areSymbols = sort === Sort.symbol && sortBefore === Sort.symbol;
    if (spacesBut === undefined) return areSymbols && JOINED.has(this.#text.charAt(end - 1) + this.#text.charAt(start));
    return !spacesBut.includes(this.#text.charAt(end - 1)) && !spacesBut.includes(this.#text.charAt(start));
  }
}

/** The first of ascending numbers that is not less. */
export function firstFrom(numbers: Int32Array, count: number, least: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

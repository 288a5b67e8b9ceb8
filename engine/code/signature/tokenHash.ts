/** Tokens into a hash, with what layout says between them and without what it does not. */
import type { QuickHash } from '../../base/quickHash.ts';
import type { Span } from '../../base/text.ts';
import type { SourceLanguage, Layout } from '../languages/language.ts';
import { isComment, Sort, type Tokens } from '../lexer/tokens.ts';

/** What is signed: one language all through. */
export interface Read {
  readonly text: string;
  readonly tokens: Tokens;
  readonly form: SourceLanguage;
}

/** A number no character has: what parts tokens; with a sort added, that sort. */
const MARK = 0x110000;

/** Symbols that mean something else when nothing parts them: `a - -b`, `a <- b`. */
const JOINED = new Set(['++', '--', '&&', '<-']);

/** Knows the token before. */
export class TokenHash {
  readonly #text: string;
  readonly #tokens: Tokens;
  readonly #layout: Layout;
  readonly #ignoresCase: boolean;
  readonly #compilerNotes: ReadonlySet<string> | undefined;
  readonly #hash: QuickHash;
  #before = -1;
  /** A line that ended counts when another follows. */
  #line = false;

  constructor({ text, tokens, form }: Read, hash: QuickHash) {
    this.#text = text;
    this.#tokens = tokens;
    this.#layout = form.layout;
    this.#ignoresCase = form.ignoresCase ?? false;
    this.#compilerNotes = form.compilerNotes;
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
      if (isOut || isComment(sorts[n])) continue;
      const note = this.#endOfNote(n);
      if (note === n) this.#add(n, sorts[n] ?? 0);
      else n = note - 1;
    }
  }

  /** `@SuppressWarnings("unchecked")`: the token after it; `n` where there is none. 64 is `@`. */
  #endOfNote(n: number): number {
    if (this.#compilerNotes === undefined || this.#text.charCodeAt(this.#tokens.starts[n] ?? 0) !== 64) return n;
    if (!this.#compilerNotes.has(this.#at(n + 1))) return n;
    if (this.#at(n + 2) !== '(') return n + 2;
    let depth = 0;
    for (let at = n + 2; at < this.#tokens.count; at++) {
      depth += this.#at(at) === '(' ? 1 : this.#at(at) === ')' ? -1 : 0;
      if (depth === 0) return at + 1;
    }
    return n;
  }

  #at(n: number): string {
    return this.#text.slice(this.#tokens.starts[n] ?? 0, this.#tokens.ends[n] ?? 0);
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
function firstFrom(numbers: Int32Array, count: number, least: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

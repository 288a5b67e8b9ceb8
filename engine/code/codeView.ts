/** Tokens that are no comments, by number: what finds symbols and imports goes over these. */
import { isComment, Sort, type Tokens } from './lexer/tokens.ts';

/** By character code, what a bracket does to the depth. */
const DEEPER: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return '([{'.includes(char) ? 1 : ')]}'.includes(char) ? -1 : 0;
});

/** A position of its own, `n`, counts tokens; one that does not exist has an empty text. */
export class CodeView {
  readonly source: string;
  readonly count: number;
  readonly #tokens: Tokens;
  readonly #at: Int32Array;
  #partners: Int32Array | undefined;

  /** `isOut` leaves out tokens that would only confuse, such as directives of a preprocessor. */
  constructor(source: string, tokens: Tokens, isOut: (start: number) => boolean = () => false) {
    const at = new Int32Array(tokens.count);
    let count = 0;
    for (let n = 0; n < tokens.count; n++)
      if (!isComment(tokens.sorts[n]) && !isOut(tokens.starts[n] ?? 0)) at[count++] = n;
    this.source = source;
    this.count = count;
    this.#tokens = tokens;
    this.#at = at;
  }

  sort(n: number): number | undefined {
    return this.#tokens.sorts[this.#at[n] ?? -1];
  }

  /** A name in quotes is one too. */
  isWord(n: number): boolean {
    if (n < 0 || n >= this.count) return false;
    const sort = this.sort(n);
    return sort === Sort.word || sort === Sort.name;
  }

  text(n: number): string {
    return n < 0 || n >= this.count ? '' : this.source.slice(this.start(n), this.end(n));
  }

  start(n: number): number {
    return n < this.count ? (this.#tokens.starts[this.#at[n] ?? -1] ?? 0) : this.source.length;
  }

  end(n: number): number {
    return this.#tokens.ends[this.#at[n] ?? -1] ?? 0;
  }

  /** The other bracket; of one that has none, the end of the text or the beginning. */
  partner(n: number): number {
    this.#partners ??= this.#pair();
    return this.#partners[n] ?? n;
  }

  /** +1 and −1 for a bracket and an indent. */
  deeper(n: number): number {
    const sort = this.sort(n);
    if (sort === Sort.symbol) return DEEPER[this.source.charCodeAt(this.start(n))] ?? 0;
    return sort === Sort.indent ? 1 : sort === Sort.dedent ? -1 : 0;
  }

  isOnNewLine(n: number): boolean {
    if (n === 0 || this.sort(n) === Sort.line || this.sort(n - 1) === Sort.line) return true;
    const start = this.start(n);
    for (let at = this.end(n - 1); at < start; at++) if (this.source.charCodeAt(at) === 10) return true;
    return false;
  }

  /** The first token that does not begin before an offset. */
  at(offset: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.start(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #pair(): Int32Array {
    const partners = new Int32Array(this.count).map((_, n) => n);
    const open: number[] = [];
    for (let n = 0; n < this.count; n++) {
      const deeper = this.deeper(n);
      if (deeper > 0) open.push(n);
      if (deeper >= 0) continue;
      // Of brackets that do not match, the inner ones are taken as never closed.
      const isPair = (opened: number) => PAIRS[this.text(opened)] === this.text(n);
      const matches = open.findLastIndex((opened, depth) => depth >= open.length - 8 && isPair(opened));
      if (matches === -1) continue;
      const opened = open[matches] ?? n;
      open.length = matches;
      partners[opened] = n;
      partners[n] = opened;
    }
    for (const opened of open) partners[opened] = this.count;
    return partners;
  }
}

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

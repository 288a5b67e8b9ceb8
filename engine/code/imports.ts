/** Statements that say what a file uses. Their order says nothing, so that a sorted list of imports is the same file. */
import type { Span } from '../base/text.ts';
import type { Imports } from './languages/language.ts';
import type { Source } from './source.ts';
import { isComment, Sort } from './tokens.ts';

export interface ImportStatement {
  readonly span: Span;
  /** Without the semicolon after it. */
  readonly said: Span;
}

/** In order; only those that stand in no block. */
export function importsIn(source: Source, imports: Imports, within: Span): readonly ImportStatement[] {
  const reader = new Reader(source, imports);
  return reader.statements(within);
}

/** By character code, what a bracket does to the depth. */
const DEEPER: readonly (number | undefined)[] = Array.from({ length: 128 }, (_, code) =>
  '([{'.includes(String.fromCharCode(code)) ? 1 : ')]}'.includes(String.fromCharCode(code)) ? -1 : 0,
);

/** Goes over the tokens that are no comments. */
class Reader {
  readonly #source: Source;
  readonly #imports: Imports;
  readonly #at: Int32Array;
  #count = 0;
  readonly #found: ImportStatement[] = [];

  constructor(source: Source, imports: Imports) {
    const { sorts, count } = source.tokens;
    this.#source = source;
    this.#imports = imports;
    this.#at = new Int32Array(count);
    for (let n = 0; n < count; n++) if (!isComment(sorts[n])) this.#at[this.#count++] = n;
  }

  statements(within: Span): readonly ImportStatement[] {
    let depth = 0;
    for (let n = 0; n < this.#count; ) {
      const start = this.#start(n);
      if (start >= within.end) break;
      const isPlace = depth === 0 && start >= within.start && this.#sort(n) === Sort.word;
      const end = isPlace && this.#isFirst(n) ? this.#statementAt(n, this.#text(n)) : n;
      depth = Math.max(0, depth + this.#deeper(n));
      n = Math.max(end, n + 1);
    }
    return this.#found;
  }

  /** The token after the statement, and `n` where there is none. */
  #statementAt(n: number, word: string): number {
    const { words, unless, requires } = this.#imports;
    if (requires && /^(?:const|let|var)$/.test(word)) return this.#require(n);
    if (!words.has(word) || unless?.test(this.#text(n + 1))) return n;
    return this.#text(n + 1) === '(' ? this.#group(n + 2) : this.#push(n, this.#end(n));
  }

  #push(from: number, to: number): number {
    const start = this.#start(from);
    const last = this.#text(to - 1) === ';' ? to - 2 : to - 1;
    this.#found.push({ span: { start, end: this.#endOf(to - 1) }, said: { start, end: this.#endOf(last) } });
    return to;
  }

  #end(n: number): number {
    const { until } = this.#imports;
    let depth = 0;
    for (let at = n + 1; at < this.#count; at++) {
      if (depth <= 0 && until !== ';' && this.#isOnNewLine(at)) return at;
      if (this.#text(at) === ';' || (until === 'string' && depth <= 0 && this.#sort(at) === Sort.string))
        return this.#text(at + 1) === ';' ? at + 2 : at + 1;
      depth += this.#deeper(at);
    }
    return this.#count;
  }

  /** `import ( … )`: each line says one thing. */
  #group(n: number): number {
    let from = n;
    let at = n;
    for (; at < this.#count && this.#text(at) !== ')'; at++) {
      if (at === from || !this.#isOnNewLine(at)) continue;
      this.#push(from, at);
      from = at;
    }
    return at > from ? this.#push(from, at) : at;
  }

  /** `const { a, b } = require('x');` */
  #require(n: number): number {
    let at = n + 1;
    while (at < this.#count && this.#text(at) !== '=' && this.#text(at) !== ';') at += 1;
    const isRequire = this.#text(at) === '=' && this.#text(at + 1) === 'require' && this.#text(at + 2) === '(';
    if (!isRequire || this.#sort(at + 3) !== Sort.string || this.#text(at + 4) !== ')') return n;
    const end = this.#text(at + 5) === ';' ? at + 6 : at + 5;
    return end === this.#count || this.#isFirst(end) ? this.#push(n, end) : n;
  }

  #isFirst(n: number): boolean {
    const before = this.#text(n - 1);
    return n === 0 || before === ';' || before === '#' || this.#isOnNewLine(n);
  }

  #isOnNewLine(n: number): boolean {
    if (n === 0 || this.#sort(n) === Sort.line || this.#sort(n - 1) === Sort.line) return true;
    const { text } = this.#source;
    const start = this.#start(n);
    for (let at = this.#endOf(n - 1); at < start; at++) if (text.charCodeAt(at) === 10) return true;
    return false;
  }

  #deeper(n: number): number {
    const sort = this.#sort(n);
    if (sort === Sort.indent) return 1;
    if (sort === Sort.dedent) return -1;
    return sort === Sort.symbol ? (DEEPER[this.#source.text.charCodeAt(this.#start(n))] ?? 0) : 0;
  }

  #sort(n: number): number | undefined {
    return this.#source.tokens.sorts[this.#at[n] ?? -1];
  }

  #text(n: number): string {
    return this.#source.text.slice(this.#start(n), this.#endOf(n));
  }

  #start(n: number): number {
    return this.#source.tokens.starts[this.#at[n] ?? -1] ?? this.#source.text.length;
  }

  #endOf(n: number): number {
    return this.#source.tokens.ends[this.#at[n] ?? -1] ?? 0;
  }
}

/**
 * Statements that say what a file uses. Their order says nothing, so that a sorted list of imports is the same file; neither do
 * those that only say where a name comes from, so that a file that moves changes none of those that use it.
 */
import type { Span } from '../../base/text.ts';
import { CodeView } from '../codeView.ts';
import type { Imports } from '../languages/language.ts';
import { Sort, type Tokens } from '../lexer/tokens.ts';

/** One statement that says what a file uses. */
interface ImportStatement {
  readonly span: Span;
  /** Without the semicolon after it. */
  readonly said: Span;
  /** It says no more than where a name comes from. */
  readonly plain: boolean;
}

/** In order; only those that stand in no block. */
export function importsIn(text: string, tokens: Tokens, imports: Imports): readonly ImportStatement[] {
  return new Reader(new CodeView(text, tokens), imports).statements();
}

class Reader {
  readonly #code: CodeView;
  readonly #imports: Imports;
  readonly #found: ImportStatement[] = [];

  constructor(code: CodeView, imports: Imports) {
    this.#code = code;
    this.#imports = imports;
  }

  statements(): readonly ImportStatement[] {
    const code = this.#code;
    let depth = 0;
    for (let n = 0; n < code.count; ) {
      const end = depth === 0 && code.isWord(n) && this.#isFirst(n) ? this.#statementAt(n, code.text(n)) : n;
      depth = Math.max(0, depth + code.deeper(n));
      n = Math.max(end, n + 1);
    }
    return this.#found;
  }

  /** The token after the statement, and `n` where there is none. */
  #statementAt(n: number, word: string): number {
    const { words, unless, requires } = this.#imports;
    if (requires && /^(?:const|let|var)$/.test(word)) return this.#require(n);
    const next = this.#code.text(n + 1);
    if (!words.has(word) || unless?.test(next)) return n;
    return next === '(' ? this.#group(n + 2) : this.#push(n, this.#end(n));
  }

  #push(from: number, to: number): number {
    const start = this.#code.start(from);
    const last = this.#code.text(to - 1) === ';' ? to - 2 : to - 1;
    const said = { start, end: this.#code.end(last) };
    const plain = this.#imports.plain?.test(this.#code.source.slice(said.start, said.end)) ?? false;
    this.#found.push({ span: { start, end: this.#code.end(to - 1) }, said, plain });
    return to;
  }

  #end(n: number): number {
    const code = this.#code;
    const { until } = this.#imports;
    let depth = 0;
    for (let at = n + 1; at < code.count; at++) {
      if (depth <= 0 && until !== ';' && code.isOnNewLine(at)) return at;
      const isLast = code.text(at) === ';' || (until === 'string' && depth <= 0 && code.sort(at) === Sort.string);
      if (isLast) return code.text(at + 1) === ';' ? at + 2 : at + 1;
      depth += code.deeper(at);
    }
    return code.count;
  }

  /** `import ( … )`: each line says one thing. */
  #group(n: number): number {
    const code = this.#code;
    let from = n;
    let at = n;
    for (; at < code.count && code.text(at) !== ')'; at++) {
      if (at === from || !code.isOnNewLine(at)) continue;
      this.#push(from, at);
      from = at;
    }
    return at > from ? this.#push(from, at) : at;
  }

  /** `const { a, b } = require('x');` */
  #require(n: number): number {
    const code = this.#code;
    let at = n + 1;
    while (at < code.count && code.text(at) !== '=' && code.text(at) !== ';') at += 1;
    const isRequire = ['=', 'require', '('].every((text, offset) => code.text(at + offset) === text);
    if (!isRequire || code.sort(at + 3) !== Sort.string || code.text(at + 4) !== ')') return n;
    const end = code.text(at + 5) === ';' ? at + 6 : at + 5;
    return end >= code.count || this.#isFirst(end) ? this.#push(n, end) : n;
  }

  #isFirst(n: number): boolean {
    const before = this.#code.text(n - 1);
    return before === ';' || before === '#' || before.startsWith('<?') || this.#code.isOnNewLine(n);
  }
}

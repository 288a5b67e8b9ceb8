/** Symbols by their tokens, where a word of its own declares each: Kotlin, for which no grammar is shipped. */
import type { CodeView } from '../codeView.ts';
import { DEEPEST, type FoundSymbol, MOST_MODIFIERS } from './found.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const FUNCTIONS = set('fun constructor');
const CLASSES = set('class interface object');
const MODIFIERS = set(
  'public private protected internal open abstract override final suspend inline operator infix tailrec external data sealed enum annotation inner companion value const lateinit expect actual fun',
);

/** Classes, interfaces, objects and functions of Kotlin. */
export function declaredSymbols(code: CodeView): readonly FoundSymbol[] {
  const reader = new DeclaredReader(code);
  reader.inside(0, code.count, undefined);
  return reader.found;
}

class DeclaredReader {
  readonly found: FoundSymbol[] = [];
  readonly #code: CodeView;
  #depth = 0;

  constructor(code: CodeView) {
    this.#code = code;
  }

  inside(from: number, to: number, parent: FoundSymbol | undefined): void {
    const code = this.#code;
    if (this.#depth >= DEEPEST) return;
    this.#depth += 1;
    for (let n = from; n < to; n++) {
      const text = code.text(n);
      if (code.deeper(n) > 0) n = code.partner(n);
      else if (code.isWord(n)) n = Math.max(n, this.#declaration(n, text, parent) - 1);
    }
    this.#depth -= 1;
  }

  /** The token after it, and `n` where there is none. */
  #declaration(n: number, word: string, parent: FoundSymbol | undefined): number {
    // `Foo::class` declares nothing.
    if (/^[:>.$]$/.test(this.#code.text(this.#startOf(n) - 1))) return n;
    if (FUNCTIONS.has(word)) return this.#function(n, parent);
    return CLASSES.has(word) ? this.#class(n, parent) : n;
  }

  #function(n: number, parent: FoundSymbol | undefined): number {
    const code = this.#code;
    const isOwnName = code.text(n) === 'constructor';
    const open = isOwnName ? n + 1 : this.#listAfter(n + 1);
    const name = isOwnName ? n : this.#nameBefore(open);
    if (code.text(open) !== '(' || name <= n - 1 || !code.isWord(name) || code.isWord(n) === (name === n && !isOwnName))
      return n;
    const end = this.#endOfFunction(code.partner(open) + 1);
    this.#add('function', code.text(name), this.#startOf(n), end, name, open, parent);
    return end;
  }

  /** The parenthesis that opens the list of parameters, past type parameters. */
  #listAfter(n: number): number {
    const code = this.#code;
    let at = n;
    let angles = 0;
    for (; at < code.count; at++) {
      const text = code.text(at);
      if (text === '(' && angles <= 0) return at;
      if (text === '<') angles += 1;
      else if (text === '>' && code.text(at - 1) !== '-') angles -= 1;
      else if (code.deeper(at) > 0 && (text === '[' || angles > 0)) at = code.partner(at);
      else if (angles <= 0 && !code.isWord(at) && !/[.&?`*]/.test(text)) return code.count;
    }
    return at;
  }

  #nameBefore(open: number): number {
    const code = this.#code;
    if (code.text(open - 1) === ']') return code.partner(open - 1) - 1;
    if (code.text(open - 1) !== '>') return open - 1;
    let at = open - 1;
    for (let angles = 0; at > 0; at--) {
      angles += code.text(at) === '>' && code.text(at - 1) !== '-' ? 1 : code.text(at) === '<' ? -1 : 0;
      if (angles === 0) return at - 1;
    }
    return at;
  }

  /** From after the parameters. */
  #endOfFunction(n: number): number {
    const code = this.#code;
    for (let at = n; at < code.count; at++) {
      const text = code.text(at);
      if (text === ';' || code.deeper(at) < 0) return at;
      if (text === '=') return this.#endOfLine(at + 1);
      if (code.isOnNewLine(at) && text !== '{' && text !== ':' && code.text(at - 1) !== ':' && text !== 'where')
        return at;
      if (text === '{') return Math.min(code.partner(at) + 1, code.count);
      if (code.deeper(at) > 0) at = code.partner(at);
    }
    return code.count;
  }

  #endOfLine(n: number): number {
    const code = this.#code;
    for (let at = n; at < code.count; at++) {
      if (at > n && code.isOnNewLine(at) && !goesOn(code, at)) return at;
      if (code.deeper(at) < 0 || code.text(at) === ';') return at;
      if (code.deeper(at) > 0) at = code.partner(at);
    }
    return code.count;
  }

  #class(n: number, parent: FoundSymbol | undefined): number {
    const code = this.#code;
    const isCompanion = code.text(n) === 'object' && code.text(n - 1) === 'companion';
    const isNamed = code.isWord(n + 1) && !CLASSES.has(code.text(n + 1));
    if (!isNamed && !isCompanion) return n;
    const name = isNamed ? n + 1 : n;
    const { open, end } = this.#endOfClass(name + 1);
    const own = this.#add(
      'class',
      isNamed ? code.text(name) : 'Companion',
      this.#startOf(n),
      end,
      name,
      this.#constructorList(name),
      parent,
    );
    if (open !== undefined) this.inside(open + 1, end - 1, own);
    return end;
  }

  #endOfClass(n: number): { readonly open: number | undefined; readonly end: number } {
    const code = this.#code;
    for (let at = n; at < code.count; at++) {
      const text = code.text(at);
      if (text === '{') return { open: at, end: Math.min(code.partner(at) + 1, code.count) };
      const isOver = text === ';' || code.deeper(at) < 0 || (code.isOnNewLine(at) && !goesOn(code, at) && text !== '(');
      if (isOver) return { open: undefined, end: at };
      if (code.deeper(at) > 0) at = code.partner(at);
    }
    return { open: undefined, end: code.count };
  }

  /** `class A<T>(val x: Int)` */
  #constructorList(name: number): number | undefined {
    const open = this.#code.text(name - 1) === 'class' ? this.#listAfter(name + 1) : this.#code.count;
    return open < this.#code.count && this.#nameBefore(open) === name ? open : undefined;
  }

  /** Backwards over modifiers and annotations. */
  #startOf(n: number): number {
    const code = this.#code;
    let at = n;
    for (let step = 0; step < MOST_MODIFIERS; step++) {
      const before = annotationBefore(code, at) ?? (this.#isModifier(at - 1) ? at - 1 : undefined);
      if (before === undefined) return at;
      at = before;
    }
    return at;
  }

  #isModifier(n: number): boolean {
    return MODIFIERS.has(this.#code.text(n)) && this.#code.isWord(n);
  }

  #add(
    sort: FoundSymbol['sort'],
    name: string,
    from: number,
    to: number,
    at: number,
    open: number | undefined,
    parent: FoundSymbol | undefined,
  ): FoundSymbol {
    const code = this.#code;
    const found: FoundSymbol = {
      sort,
      name,
      parent,
      span: { start: code.start(from), end: code.end(to - 1) },
      nameSpan: { start: code.start(at), end: code.end(at) },
      list:
        open === undefined
          ? undefined
          : { start: code.start(open), end: code.end(Math.min(code.partner(open), code.count - 1)) },
    };
    this.found.push(found);
    return found;
  }
}

/** Where what ends right before `n` begins: `@Name(…)`, `@a.b.Name`. */
function annotationBefore(code: CodeView, n: number): number | undefined {
  let at = n - 1;
  if (code.text(at) === ')') at = code.partner(at) - 1;
  while (code.isWord(at) && code.text(at - 1) === '.') at -= 2;
  return code.isWord(at) && code.text(at - 1) === '@' ? at - 1 : undefined;
}

/** Whether the line that begins at `n` goes on with what stood before it. */
function goesOn(code: CodeView, n: number): boolean {
  const isOperator = (text: string) =>
    /^[-.?:&|+*/%=<,]$/.test(text) || /^(?:else|by|where|as|is|in|instanceof|extends|implements)$/.test(text);
  return (
    isOperator(code.text(n)) ||
    isOperator(code.text(n - 1)) ||
    (code.text(n - 1) === '>' && /[=-]/.test(code.text(n - 2)))
  );
}

/** Symbols by their tokens, in languages where a word of its own declares each: Go, Rust, Kotlin, PHP. */
import type { CodeView } from '../codeView.ts';
import { DEEPEST, type Found, MOST_MODIFIERS } from './found.ts';
import { plainName } from './plainName.ts';

export interface DeclaredForm {
  readonly functions: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
  /** Braces after these hold more of the same: `namespace A { … }`, `if (…) { function … }`. */
  readonly passes: ReadonlySet<string>;
  /** Declarations stand first on their line and end with it. */
  readonly lines: boolean;
}

export function declaredSymbols(code: CodeView, form: DeclaredForm): readonly Found[] {
  const reader = new DeclaredReader(code, form);
  reader.inside(0, code.count, undefined);
  return reader.found;
}

class DeclaredReader {
  readonly found: Found[] = [];
  readonly #code: CodeView;
  readonly #form: DeclaredForm;
  #depth = 0;

  constructor(code: CodeView, form: DeclaredForm) {
    this.#code = code;
    this.#form = form;
  }

  inside(from: number, to: number, parent: Found | undefined): void {
    const code = this.#code;
    let passes = false;
    if (this.#depth >= DEEPEST) return;
    this.#depth += 1;
    for (let n = from; n < to; n++) {
      const text = code.text(n);
      if (code.deeper(n) > 0) {
        if (text !== '{' || !passes) n = code.partner(n);
        else passes = false;
      } else if (text === ';' || text === '}') passes = false;
      else if (code.isWord(n)) {
        passes ||= this.#form.passes.has(text);
        n = Math.max(n, this.#declaration(n, text, parent) - 1);
      }
    }
    this.#depth -= 1;
  }

  /** The token after it, and `n` where there is none. */
  #declaration(n: number, word: string, parent: Found | undefined): number {
    // `Foo::class`, `use function f`, `new readonly class {}` declare nothing.
    if (/^(?:[:>.$]|use|new)$/.test(this.#code.text(this.#startOf(n) - 1))) return n;
    if (this.#form.functions.has(word)) return this.#function(n, parent);
    if (!this.#form.classes.has(word)) return n;
    if (word === 'type') return this.#goTypes(n, parent);
    return word === 'impl' ? this.#impl(n) : this.#class(n, parent);
  }

  #function(n: number, parent: Found | undefined): number {
    const code = this.#code;
    const isOwnName = code.text(n) === 'constructor';
    const receiver = code.text(n + 1) === '(' && this.#isGo(n) ? n + 1 : undefined;
    const open = isOwnName ? n + 1 : this.#listAfter(receiver === undefined ? n + 1 : code.partner(receiver) + 1);
    const name = isOwnName ? n : this.#nameBefore(open);
    if (code.text(open) !== '(' || name <= n - 1 || !code.isWord(name) || code.isWord(n) === (name === n && !isOwnName)) return n;
    const end = this.#endOfFunction(code.partner(open) + 1);
    const of = receiver === undefined ? '' : `${this.#receiver(receiver)}.`;
    this.#add('function', of + code.text(name), this.#startOf(n), end, name, open, parent);
    return end;
  }

  #isGo(n: number): boolean {
    return this.#code.text(n) === 'func' && this.#code.isOnNewLine(n);
  }

  /** `(c *C[T])` */
  #receiver(open: number): string {
    const code = this.#code;
    let last = '';
    for (let n = open + 1; n < code.partner(open) && code.text(n) !== '['; n++) if (code.isWord(n)) last = code.text(n);
    return last;
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
      if (this.#form.lines && text === '=') return this.#endOfLine(at + 1);
      if (this.#form.lines && code.isOnNewLine(at) && text !== '{' && text !== ':' && code.text(at - 1) !== ':' && text !== 'where') return at;
      if (text === '{' && !/^(?:interface|struct)$/.test(code.text(at - 1))) return Math.min(code.partner(at) + 1, code.count);
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

  #class(n: number, parent: Found | undefined): number {
    const code = this.#code;
    const isCompanion = code.text(n) === 'object' && code.text(n - 1) === 'companion';
    const isNamed = code.isWord(n + 1) && !this.#form.classes.has(code.text(n + 1));
    if (!isNamed && !isCompanion) return n;
    const name = isNamed ? n + 1 : n;
    const { open, end } = this.#endOfClass(name + 1);
    if (code.text(n) === 'mod' && open === undefined) return end;
    const own = this.#add('class', isNamed ? code.text(name) : 'Companion', this.#startOf(n), end, name, this.#constructorList(name), parent);
    if (open !== undefined) this.inside(open + 1, end - 1, own);
    return end;
  }

  #endOfClass(n: number): { readonly open: number | undefined; readonly end: number } {
    const code = this.#code;
    for (let at = n; at < code.count; at++) {
      const text = code.text(at);
      if (text === '{') return { open: at, end: Math.min(code.partner(at) + 1, code.count) };
      const isOver = text === ';' || code.deeper(at) < 0 || (this.#form.lines && code.isOnNewLine(at) && !goesOn(code, at) && text !== '(');
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

  /** `impl<T> Display for A<T> where … {`: its functions belong to the type. */
  #impl(n: number): number {
    const code = this.#code;
    let from = code.text(n + 1) === '<' ? this.#pastAngles(n + 1) : n + 1;
    const { open, end } = this.#endOfClass(from);
    if (open === undefined) return end;
    let to = open;
    for (let at = from, angles = 0; at < open; at++) {
      angles += code.text(at) === '<' ? 1 : code.text(at) === '>' && code.text(at - 1) !== '-' ? -1 : 0;
      if (angles === 0 && code.text(at) === 'for' && code.text(at + 1) !== '<') from = at + 1;
      if (angles === 0 && code.text(at) === 'where' && to === open) to = at;
    }
    const span = { start: code.start(n), end: code.end(end - 1) };
    const nameSpan = { start: code.start(from), end: code.end(to - 1) };
    this.inside(open + 1, end - 1, {
      sort: 'class',
      name: plainName(code.source.slice(nameSpan.start, nameSpan.end)),
      parent: undefined,
      span,
      nameSpan,
      list: undefined,
    });
    return end;
  }

  #pastAngles(n: number): number {
    const code = this.#code;
    for (let at = n, angles = 0; at < code.count; at++) {
      angles += code.text(at) === '<' ? 1 : code.text(at) === '>' && code.text(at - 1) !== '-' ? -1 : 0;
      if (angles === 0) return at + 1;
    }
    return code.count;
  }

  /** `type A struct { … }`, `type ( A …; B … )`. */
  #goTypes(n: number, parent: Found | undefined): number {
    const code = this.#code;
    if (!code.isOnNewLine(n)) return n;
    if (code.text(n + 1) !== '(') return this.#goType(n, n + 1, parent);
    const end = code.partner(n + 1);
    const all = [];
    for (let at = n + 2; at < end; at = Math.max(at + 1, this.#endOfLine(at))) all.push(at);
    for (const at of all) this.#goType(all.length === 1 ? n : at, at, parent, all.length === 1 ? end + 1 : undefined);
    return end + 1;
  }

  #goType(start: number, name: number, parent: Found | undefined, whole?: number): number {
    const code = this.#code;
    const end = this.#endOfLine(name + 1);
    const own = this.#add('class', code.text(name), start, whole ?? end, name, undefined, parent);
    let at = name + 1;
    while (at < end && code.text(at) !== 'interface' && code.deeper(at) <= 0) at += code.text(at) === '[' ? code.partner(at) - at : 1;
    if (code.text(at) === 'interface') this.#goMethods(at + 2, code.partner(at + 1), own);
    return whole ?? end;
  }

  #goMethods(from: number, to: number, parent: Found): void {
    const code = this.#code;
    for (let n = from; n < to; ) {
      const end = Math.max(n + 1, this.#endOfLine(n));
      if (code.isWord(n) && code.text(n + 1) === '(') this.#add('function', code.text(n), n, end, n, n + 1, parent);
      n = end;
    }
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
    return this.#form.modifiers.has(this.#code.text(n)) && this.#code.isWord(n);
  }

  #add(sort: Found['sort'], name: string, from: number, to: number, at: number, open: number | undefined, parent: Found | undefined): Found {
    const code = this.#code;
    const found: Found = {
      sort,
      name,
      parent,
      span: { start: code.start(from), end: code.end(to - 1) },
      nameSpan: { start: code.start(at), end: code.end(at) },
      list: open === undefined ? undefined : { start: code.start(open), end: code.end(Math.min(code.partner(open), code.count - 1)) },
    };
    this.found.push(found);
    return found;
  }
}

/** Where what ends right before `n` begins: `@Name(…)`, `@a.b.Name`, `#[…]`, `pub(crate)`, `extern "C"`. */
export function annotationBefore(code: CodeView, n: number): number | undefined {
  let at = n - 1;
  if (code.text(at) === ']') {
    const open = code.partner(at);
    return code.text(open - 1) === '#' ? open - 1 : undefined;
  }
  if (code.text(at) === ')') at = code.partner(at) - 1;
  if (code.text(at) === 'pub' && at < n - 1) return at;
  while (code.isWord(at) && code.text(at - 1) === '.') at -= 2;
  return code.isWord(at) && code.text(at - 1) === '@' ? at - 1 : undefined;
}

/** Whether the line that begins at `n` goes on with what stood before it. */
export function goesOn(code: CodeView, n: number): boolean {
  const isOperator = (text: string) => /^[-.?:&|+*/%=<,]$/.test(text) || /^(?:else|by|where|as|is|in|instanceof|extends|implements)$/.test(text);
  return isOperator(code.text(n)) || isOperator(code.text(n - 1)) || (code.text(n - 1) === '>' && /[=-]/.test(code.text(n - 2)));
}

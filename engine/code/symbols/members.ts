/**
 * Symbols by their tokens in C and C++, where macros leave the syntax tree broken. A member is read up to its body, its semicolon or
 * its value; what precedes a list of parameters is its name.
 */
import type { CodeView } from '../codeView.ts';
import { DEEPEST, type FoundSymbol } from './found.ts';
import { plainSymbolName } from './plainName.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const CLASSES = set('class struct union enum');

/** `{` after these holds more of the same. */
const NAMESPACES = set('namespace extern');

/** Words that stand before parentheses and name nothing. */
const NEVER = set(
  'if for while switch catch return new throw else do try case default public private protected static abstract final sizeof typeof alignas decltype noexcept __attribute__ __declspec static_assert defined delete operator',
);

/** Classes and functions of C and C++, of texts whose tree has an error. */
export function memberSymbols(code: CodeView): readonly FoundSymbol[] {
  const reader = new MemberReader(code);
  reader.inside(0, code.count, undefined);
  return reader.found;
}

/** What of a member has been read so far. */
interface Header {
  readonly start: number;
  name?: number;
  nameEnd?: number;
  open?: number;
}

class MemberReader {
  readonly found: FoundSymbol[] = [];
  readonly #code: CodeView;
  #depth = 0;

  constructor(code: CodeView) {
    this.#code = code;
  }

  inside(from: number, to: number, parent: FoundSymbol | undefined): void {
    if (this.#depth >= DEEPEST) return;
    this.#depth += 1;
    for (let n = from; n < to; ) n = Math.max(n + 1, this.#member(n, to, parent));
    this.#depth -= 1;
  }

  /** The token after the member that begins at `n`. */
  #member(n: number, to: number, parent: FoundSymbol | undefined): number {
    const code = this.#code;
    if (code.text(n) === ';' || code.deeper(n) < 0 || this.#isAccess(n)) return this.#isAccess(n) ? n + 2 : n + 1;
    const header: Header = { start: n };
    for (let at = n; at < to; at++) {
      const text = code.text(at);
      if (text === ';') return this.#end(header, at, parent);
      if (text === '{') return this.#block(header, at, parent);
      if (text === '=' && code.text(at - 1) !== 'operator' && !this.#isOperator(at))
        return this.#value(header, at, to, parent);
      if (text === 'template' && code.text(at + 1) === '<') at = this.#pastAngles(at + 1);
      else if (text === '(') at = this.#parentheses(header, at, parent);
      else if (code.deeper(at) > 0) at = code.partner(at);
      else if (header.open === undefined && code.isWord(at)) {
        const after = this.#classOrNamespace(header, at, to, parent);
        if (after !== undefined) return after;
      }
    }
    return to;
  }

  /** `public:` */
  #isAccess(n: number): boolean {
    return /^(?:public|private|protected|signals|slots)$/.test(this.#code.text(n)) && this.#code.text(n + 1) === ':';
  }

  #isOperator(n: number): boolean {
    const code = this.#code;
    for (let at = n - 1; at >= n - 3; at--) {
      if (code.text(at) === 'operator') return true;
      if (code.isWord(at) || code.deeper(at) !== 0) return false;
    }
    return false;
  }

  #parentheses(header: Header, open: number, parent: FoundSymbol | undefined): number {
    const code = this.#code;
    const close = code.partner(open);
    if (header.open !== undefined) return close;
    const name = this.#nameBefore(open, header.start);
    if (name === undefined || !this.#isDeclared(header.start, name.from, code.text(name.to - 1), parent)) return close;
    Object.assign(header, { name: name.from, nameEnd: name.to, open });
    return close;
  }

  /** From and to, the end excluded; past type parameters. */
  #nameBefore(open: number, start: number): { readonly from: number; readonly to: number } | undefined {
    const code = this.#code;
    const operator = this.#operatorBefore(open, start);
    if (operator !== undefined) return { from: this.#qualified(operator, start), to: open };
    const to = code.text(open - 1) === '>' ? this.#beforeAngles(open - 1) : open;
    if (to <= start || !code.isWord(to - 1) || NEVER.has(code.text(to - 1))) return undefined;
    const own = code.text(to - 2) === '~' ? to - 2 : to - 1;
    return { from: this.#qualified(own, start), to };
  }

  #operatorBefore(open: number, start: number): number | undefined {
    for (let at = open - 1; at >= Math.max(start, open - 4); at--) {
      if (this.#code.text(at) === 'operator') return at;
      if (at < open - 1 && this.#code.isWord(at)) return undefined;
    }
    return undefined;
  }

  /** Back over `A::B<T>::`. */
  #qualified(name: number, start: number): number {
    const code = this.#code;
    let at = name;
    while (at - 3 >= start && code.text(at - 1) === ':' && code.text(at - 2) === ':') {
      const end = code.text(at - 3) === '>' ? this.#beforeAngles(at - 3) : at - 2;
      if (!code.isWord(end - 1)) break;
      at = end - 1;
    }
    return at;
  }

  #beforeAngles(close: number): number {
    const code = this.#code;
    for (let at = close, angles = 0; at > 0; at--) {
      angles += code.text(at) === '>' ? 1 : code.text(at) === '<' ? -1 : 0;
      if (angles === 0) return at;
    }
    return 0;
  }

  /** A type stands before it; or it is a constructor. */
  #isDeclared(start: number, name: number, word: string, parent: FoundSymbol | undefined): boolean {
    const code = this.#code;
    const before = name - 1;
    const isConstructor = word === parent?.name || code.text(name + 1) === ':' || code.text(name) === '~';
    if (isConstructor || code.text(name) === 'operator') return true;
    if (before < start) return false;
    if (code.isWord(before)) return !NEVER.has(code.text(before));
    return /^[>\])*&?]$/.test(code.text(before));
  }

  /** The `>` that closes the `<` at `n`, or where the statement ends without one. */
  #pastAngles(n: number): number {
    const code = this.#code;
    let angles = 0;
    let at = n;
    for (; at < code.count && code.text(at) !== ';'; at++) {
      if (code.deeper(at) > 0) at = code.partner(at);
      angles += code.text(at) === '<' ? 1 : code.text(at) === '>' ? -1 : 0;
      if (angles === 0) return at;
    }
    return at - 1;
  }

  // Ends

  #end(header: Header, end: number, parent: FoundSymbol | undefined): number {
    if (header.open !== undefined) this.#addFunction(header, end, parent);
    return end + 1;
  }

  #block(header: Header, open: number, parent: FoundSymbol | undefined): number {
    const code = this.#code;
    if (header.open !== undefined && this.#isInitializer(header.open, open))
      return this.#afterInitializers(header, open, parent);
    const end = Math.min(code.partner(open) + 1, code.count);
    if (header.open !== undefined) this.#addFunction(header, end, parent);
    // `int P { get; } = 1;`
    else if (code.text(end) === '=') return this.#pastSemicolon(end);
    return end;
  }

  /** `: a{1}, b{2} {` */
  #isInitializer(list: number, open: number): boolean {
    const code = this.#code;
    const colon = code.partner(list) + 1;
    return code.isWord(open - 1) && code.text(colon) === ':' && colon < open;
  }

  #afterInitializers(header: Header, open: number, parent: FoundSymbol | undefined): number {
    const code = this.#code;
    let at = open;
    while (at < code.count && (code.text(at) !== '{' || code.isWord(at - 1)))
      at = code.deeper(at) > 0 ? code.partner(at) + 1 : at + 1;
    const end = Math.min(code.partner(at) + 1, code.count);
    this.#addFunction(header, end, parent);
    return end;
  }

  /** `= value;`, `=> expression;`, `= default;` */
  #value(header: Header, at: number, to: number, parent: FoundSymbol | undefined): number {
    const end = Math.min(this.#pastSemicolon(at), to);
    if (header.open !== undefined) this.#addFunction(header, end - 1, parent);
    return end;
  }

  #pastSemicolon(n: number): number {
    const code = this.#code;
    let at = n;
    while (at < code.count && code.text(at) !== ';' && code.deeper(at) >= 0)
      at = code.deeper(at) > 0 ? code.partner(at) + 1 : at + 1;
    return code.deeper(at) < 0 ? at : at + 1;
  }

  // Classes

  #classOrNamespace(header: Header, at: number, to: number, parent: FoundSymbol | undefined): number | undefined {
    const code = this.#code;
    const word = code.text(at);
    if (NAMESPACES.has(word)) return this.#namespace(at, parent);
    if (!CLASSES.has(word)) return undefined;
    let name = at + 1;
    while (CLASSES.has(code.text(name))) name += 1;
    while (code.text(name) === '[' || (code.isWord(name) && code.isWord(name + 1) && code.text(name + 1) !== 'final'))
      name += 1;
    if (!code.isWord(name) || code.text(name + 1) === '.' || code.text(at - 1) === '.') return undefined;
    return this.#class(header, at, name, to, parent);
  }

  #namespace(n: number, parent: FoundSymbol | undefined): number | undefined {
    const code = this.#code;
    let at = n + 1;
    while (
      code.isWord(at) ||
      code.text(at) === '.' ||
      code.text(at) === ':' ||
      (at === n + 1 && code.text(at).startsWith('"'))
    )
      at += 1;
    if (code.text(at) === ';') return at + 1;
    if (code.text(at) !== '{') return undefined;
    const end = Math.min(code.partner(at), code.count);
    this.inside(at + 1, end, parent);
    return end + 1;
  }

  #class(header: Header, at: number, name: number, to: number, parent: FoundSymbol | undefined): number | undefined {
    const code = this.#code;
    if (!/^(?:[{:<]|final)$/.test(code.text(name + 1))) return undefined;
    let open = name + 1;
    while (open < to && code.text(open) !== '{' && code.text(open) !== ';')
      open = code.deeper(open) > 0 ? code.partner(open) + 1 : open + 1;
    if (code.text(open) !== '{') return undefined;
    const end = Math.min(code.partner(open) + 1, code.count);
    const isTemplate = code.text(header.start) === 'template';
    const own = this.#add('class', isTemplate ? header.start : at, end, name, name + 1, undefined, parent);
    if (code.text(at) !== 'enum') this.inside(open + 1, end - 1, own);
    return this.#afterClass(end);
  }

  /** `} name;` */
  #afterClass(end: number): number {
    const code = this.#code;
    let at = end;
    while (at < code.count && code.text(at) !== ';' && !code.isOnNewLine(at)) at += 1;
    return code.text(at) === ';' ? at + 1 : end;
  }

  #addFunction(
    { start, name = start, nameEnd = name + 1, open }: Header,
    end: number,
    parent: FoundSymbol | undefined,
  ): void {
    this.#add('function', start, end, name, nameEnd, open, parent);
  }

  #add(
    sort: FoundSymbol['sort'],
    from: number,
    to: number,
    name: number,
    nameEnd: number,
    open: number | undefined,
    parent: FoundSymbol | undefined,
  ): FoundSymbol {
    const code = this.#code;
    const nameSpan = { start: code.start(name), end: code.end(nameEnd - 1) };
    const found: FoundSymbol = {
      sort,
      name: plainSymbolName(code.source.slice(nameSpan.start, nameSpan.end)),
      parent,
      span: { start: code.start(from), end: code.end(to - 1) },
      nameSpan,
      list:
        open === undefined
          ? undefined
          : { start: code.start(open), end: code.end(Math.min(code.partner(open), code.count - 1)) },
    };
    this.found.push(found);
    return found;
  }
}

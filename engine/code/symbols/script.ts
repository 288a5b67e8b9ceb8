/** Symbols by their tokens in JavaScript and TypeScript, where a line may end what a semicolon does not. */
import type { CodeView } from '../codeView.ts';
import { annotationBefore } from './declared.ts';
import { DEEPEST, type Found, MOST_MODIFIERS } from './found.ts';
import { plainName } from './plainName.ts';
import { continues, isTypeMark } from './scriptLines.ts';

export function scriptSymbols(code: CodeView): readonly Found[] {
  const reader = new ScriptReader(code);
  reader.statements(0, code.count, undefined);
  return reader.found;
}

const MODIFIERS = new Set(['export', 'default', 'declare', 'abstract', 'async']);
const CLASSES = new Set(['class', 'interface', 'enum', 'namespace', 'module']);
const MEMBER_MODIFIERS = /^(?:public|private|protected|static|async|abstract|override|readonly|declare|get|set|accessor)$/;

class ScriptReader {
  readonly found: Found[] = [];
  readonly #code: CodeView;
  #depth = 0;

  constructor(code: CodeView) {
    this.#code = code;
  }

  statements(from: number, to: number, parent: Found | undefined): void {
    const code = this.#code;
    if (this.#depth >= DEEPEST) return;
    this.#depth += 1;
    for (let n = from; n < to; n++) {
      const text = code.text(n);
      // `declare global { … }` holds more of the same.
      if (code.deeper(n) > 0) n = code.text(n - 1) === 'global' && code.text(n - 2) === 'declare' ? n : code.partner(n);
      else if (code.isWord(n) && this.#mayBegin(n)) n = Math.max(n, this.#declaration(n, text, parent) - 1);
    }
    this.#depth -= 1;
  }

  /** Nothing before it in its statement but modifiers. */
  #mayBegin(n: number): boolean {
    const code = this.#code;
    const start = this.#startOf(n);
    const before = code.text(start - 1);
    return start === 0 || before === ';' || before === '}' || before === '{' || (code.isOnNewLine(start) && !continues(code, start));
  }

  #startOf(n: number): number {
    const code = this.#code;
    let at = n;
    for (let step = 0; step < MOST_MODIFIERS; step++) {
      const isModifier = MODIFIERS.has(code.text(at - 1)) || (code.text(at - 1) === 'const' && code.text(at) === 'enum');
      const before = annotationBefore(code, at) ?? (isModifier ? at - 1 : undefined);
      if (before === undefined) return at;
      at = before;
    }
    return at;
  }

  #declaration(n: number, word: string, parent: Found | undefined): number {
    const code = this.#code;
    if (word === 'function') return this.#function(n, parent);
    if (word === 'default' && code.text(n - 1) === 'export') return this.#defaultObject(n);
    if (CLASSES.has(word) && code.sort(n + 1) !== undefined) return this.#class(n, parent);
    return /^(?:const|let|var)$/.test(word) && code.text(n + 1) !== 'enum' ? this.#variables(n, parent) : n;
  }

  #function(n: number, parent: Found | undefined): number {
    const code = this.#code;
    const name = code.text(n + 1) === '*' ? n + 2 : n + 1;
    const open = this.#pastAngles(name + 1);
    if (!code.isWord(name) || code.text(open) !== '(') return n;
    const end = this.#endAfterList(open);
    this.#add('function', this.#startOf(n), end, name, open, parent);
    return end;
  }

  #pastAngles(n: number): number {
    const code = this.#code;
    if (code.text(n) !== '<') return n;
    for (let at = n, angles = 0; at < code.count; at++) {
      if (code.deeper(at) > 0) at = code.partner(at);
      angles += code.text(at) === '<' ? 1 : code.text(at) === '>' && code.text(at - 1) !== '=' ? -1 : 0;
      if (angles === 0) return at + 1;
    }
    return code.count;
  }

  /** Past the type of what is returned, and the body where there is one. */
  #endAfterList(open: number): number {
    const code = this.#code;
    let at = code.partner(open) + 1;
    if (code.text(at) === ':') at = this.#pastType(at + 1);
    return code.text(at) === '{' ? Math.min(code.partner(at) + 1, code.count) : Math.min(at, code.count);
  }

  /** A brace right after a mark of types is a type; after anything else it is a body. */
  #pastType(n: number): number {
    const code = this.#code;
    let angles = 0;
    for (let at = n; at < code.count; at++) {
      const text = code.text(at);
      const isAnew = at > n && angles === 0 && code.isOnNewLine(at) && !isTypeMark(code, at) && !isTypeMark(code, at - 1);
      if (text === ';' || code.deeper(at) < 0 || (isAnew && text !== '{')) return at;
      if (angles === 0 && text === '{' && at > n && !isTypeMark(code, at - 1)) return at;
      if (angles === 0 && (text === '=' || text === ',') && code.text(at + 1) !== '>') return at;
      if (angles === 0 && text === '=' && !this.#isTypeArrow(at)) return at;
      if (code.deeper(at) > 0) at = code.partner(at);
      angles += text === '<' ? 1 : text === '>' && code.text(at - 1) !== '=' ? -1 : 0;
    }
    return code.count;
  }

  /** `(a: string) => void` within a type, not the arrow that follows it. */
  #isTypeArrow(n: number): boolean {
    const code = this.#code;
    const open = code.partner(n - 1);
    return code.text(n - 1) === ')' && (isTypeMark(code, open - 1) || code.text(open - 1) === 'new');
  }

  #class(n: number, parent: Found | undefined): number {
    const code = this.#code;
    let name = n + 1;
    while (code.text(name + 1) === '.') name += 2;
    let open = name + 1;
    for (let angles = 0; open < code.count && (code.text(open) !== '{' || angles > 0); open++) {
      angles += code.text(open) === '<' ? 1 : code.text(open) === '>' && code.text(open - 1) !== '=' ? -1 : 0;
      if (code.text(open) === ';') return n;
      if (code.deeper(open) > 0) open = code.partner(open);
    }
    const isNamed = (code.isWord(n + 1) && code.text(n + 1) !== 'extends') || (code.text(n) === 'module' && /^['"]/.test(code.text(n + 1)));
    if (open >= code.count || !isNamed || code.text(n + 2) === ':' || code.text(n + 1) === 'of') return n;
    const end = Math.min(code.partner(open) + 1, code.count);
    const own = this.#add('class', this.#startOf(n), end, n + 1, undefined, parent, name + 1);
    const word = code.text(n);
    if (word === 'namespace' || word === 'module') this.statements(open + 1, end - 1, own);
    else if (word !== 'enum') this.#members(open + 1, end - 1, own);
    return end;
  }

  #members(from: number, to: number, parent: Found): void {
    for (let n = from; n < to; ) n = Math.max(n + 1, this.#member(n, to, parent));
  }

  #member(start: number, to: number, parent: Found): number {
    const code = this.#code;
    let n = start;
    if (code.text(n) === ';' || code.text(n) === ',') return n + 1;
    for (; code.text(n) === '@'; n = this.#pastDecorator(n));
    while (n < to && (code.text(n) === '*' || (MEMBER_MODIFIERS.test(code.text(n)) && this.#isModifier(n)))) n += 1;
    const nameEnd = this.#pastName(n);
    const open = this.#pastAngles(/[?!]/.test(code.text(nameEnd)) ? nameEnd + 1 : nameEnd);
    if (nameEnd === n || code.text(open) !== '(' || code.text(n) === 'new') return this.#pastField(n, to);
    const end = this.#endAfterList(open);
    this.#add('function', start, end, n, open, parent, nameEnd);
    return end;
  }

  #pastDecorator(n: number): number {
    const code = this.#code;
    let at = n + 2;
    while (code.text(at) === '.') at += 2;
    at = this.#pastAngles(at);
    return code.text(at) === '(' ? code.partner(at) + 1 : at;
  }

  /** `get` is a modifier, `get(` and `get =` are names. */
  #isModifier(n: number): boolean {
    return !/^[(=:;?!<,}]?$/.test(this.#code.text(n + 1));
  }

  /** `name`, `#name`, `'name'`, `[name]`. */
  #pastName(n: number): number {
    const code = this.#code;
    if (code.text(n) === '#') return n + 2;
    if (code.text(n) === '[') return code.partner(n) + 1;
    return code.isWord(n) || /^['"]/.test(code.text(n)) ? n + 1 : n;
  }

  #pastField(n: number, to: number): number {
    const code = this.#code;
    for (let at = n; at < to; at++) {
      if (code.text(at) === ';' || code.text(at) === ',') return at + 1;
      if (at > n && code.isOnNewLine(at) && !continues(code, at)) return at;
      if (code.deeper(at) > 0) at = code.partner(at);
    }
    return to;
  }

  // export default { methods: { f() { … } } }

  /** Of a component, as it stands or within one call: `export default defineComponent({ … })`. */
  #defaultObject(n: number): number {
    const code = this.#code;
    let open = n + 1;
    while ((code.isWord(open) && !/^(?:class|function)$/.test(code.text(open))) || code.text(open) === '.') open += 1;
    if (code.text(open) === '(' && code.isWord(open - 1) && open > n + 1) open += 1;
    if (code.text(open) !== '{') return n;
    const end = Math.min(code.partner(open), code.count);
    this.#objectMembers(open + 1, end, '');
    return end;
  }

  #objectMembers(from: number, to: number, group: string): void {
    const code = this.#code;
    for (let n = from; n < to; ) {
      const end = this.#endOfMember(n, to);
      let name = n;
      while (name < end && (code.text(name) === '*' || (/^(?:async|get|set)$/.test(code.text(name)) && this.#isModifier(name)))) name += 1;
      const open = this.#listOfMember(name, end);
      if (open !== undefined) this.#add('function', n, end, name, open, undefined, name + 1, group);
      else if (group === '' && code.text(name + 1) === ':' && code.text(name + 2) === '{') {
        this.#objectMembers(name + 3, Math.min(code.partner(name + 2), to), `${plainName(code.text(name))}.`);
      }
      n = end + 1;
    }
  }

  #endOfMember(n: number, to: number): number {
    const code = this.#code;
    let at = n;
    while (at < to && code.text(at) !== ',') at = code.deeper(at) > 0 ? code.partner(at) + 1 : at + 1;
    return Math.min(at, to);
  }

  /** `f(a) { … }`, `f: function (a) { … }`, `f: (a) => …` */
  #listOfMember(name: number, end: number): number | undefined {
    const code = this.#code;
    const list = this.#pastAngles(name + 1);
    if (code.text(name) === '[' || name + 1 >= end) return undefined;
    if (code.text(list) === '(') return this.#endAfterList(list) === end ? list : undefined;
    return code.text(name + 1) === ':' ? this.#listOfFunctionValue(name + 2, end) : undefined;
  }

  // const f = (a, b) => …

  #variables(n: number, parent: Found | undefined): number {
    const code = this.#code;
    const end = this.#endOfStatement(n);
    const declared = this.#declarators(n + 1, end);
    for (const [from, to] of declared) {
      const open = this.#listOfValue(from, to);
      if (open === undefined) continue;
      const isAlone = declared.length === 1;
      this.#add('function', isAlone ? this.#startOf(n) : from, isAlone ? end : to, from, open, parent);
    }
    return code.text(end) === ';' ? end + 1 : end;
  }

  #endOfStatement(n: number): number {
    const code = this.#code;
    for (let at = n; at < code.count; at++) {
      if (code.text(at) === ';' || code.deeper(at) < 0) return at;
      if (at > n && code.isOnNewLine(at) && !continues(code, at)) return at;
      if (code.deeper(at) > 0) at = code.partner(at);
    }
    return code.count;
  }

  #declarators(from: number, end: number): readonly (readonly [from: number, to: number])[] {
    const code = this.#code;
    const parts: (readonly [number, number])[] = [];
    let start = from;
    let angles = 0;
    let isValue = false;
    for (let n = from; n < end; n++) {
      const text = code.text(n);
      if (code.deeper(n) > 0) n = code.partner(n);
      // Angled brackets are types before the value, and comparisons in it.
      else if (text === '=' && angles === 0 && code.text(n + 1) !== '>') isValue = true;
      else if (text === '<' && !isValue) angles += 1;
      else if (text === '>' && !isValue && code.text(n - 1) !== '=') angles -= 1;
      else if (text === ',' && angles <= 0 && !this.#isTypeArgument(n, end)) {
        parts.push([start, n]);
        start = n + 1;
        angles = 0;
        isValue = false;
      }
    }
    return [...parts, [start, end]];
  }

  /** `new Map<string, number>()`: no declarator begins after this comma. */
  #isTypeArgument(n: number, end: number): boolean {
    const next = this.#code.text(n + 2);
    return n + 2 < end && !/^[=:,;!]$/.test(next) && this.#code.deeper(n + 1) === 0;
  }

  /** Where the parameters of a function that is the value begin. */
  #listOfValue(from: number, to: number): number | undefined {
    const code = this.#code;
    if (!code.isWord(from)) return undefined;
    let value = from + 1;
    if (code.text(value) === '!') value += 1;
    if (code.text(value) === ':') value = this.#pastTypeOfVariable(value + 1, to);
    return code.text(value) === '=' ? this.#listOfFunctionValue(value + 1, to) : undefined;
  }

  #listOfFunctionValue(from: number, to: number): number | undefined {
    const code = this.#code;
    const value = code.text(from) === 'async' && code.text(from + 1) !== '=' ? from + 1 : from;
    if (code.text(value) === 'function') return this.#listOfFunction(value, to);
    if (code.isWord(value) && code.text(value + 1) === '=' && code.text(value + 2) === '>') return value;
    const open = this.#pastAngles(value);
    if (code.text(open) !== '(') return undefined;
    const after = code.partner(open) + 1;
    const arrow = code.text(after) === ':' ? this.#pastReturnType(after + 1, to) : after;
    return code.text(arrow) === '=' && code.text(arrow + 1) === '>' ? open : undefined;
  }

  #listOfFunction(n: number, to: number): number | undefined {
    const code = this.#code;
    let at = n + 1;
    while (code.text(at) === '*' || code.isWord(at)) at += 1;
    const open = this.#pastAngles(at);
    // One that is called on the spot is no function.
    return code.text(open) === '(' && this.#endAfterList(open) === to ? open : undefined;
  }

  #pastTypeOfVariable(n: number, to: number): number {
    const code = this.#code;
    let at = n;
    while (at < to && (code.text(at) !== '=' || code.text(at + 1) === '>')) at = code.deeper(at) > 0 ? code.partner(at) + 1 : at + 1;
    return at;
  }

  #pastReturnType(n: number, to: number): number {
    const code = this.#code;
    for (let at = n, angles = 0; at < to; at++) {
      const text = code.text(at);
      if (text === '=' && code.text(at + 1) === '>' && angles === 0 && !this.#isTypeArrow(at)) return at;
      if (code.deeper(at) > 0) at = code.partner(at);
      angles += text === '<' ? 1 : text === '>' && code.text(at - 1) !== '=' ? -1 : 0;
    }
    return to;
  }

  #add(
    sort: Found['sort'],
    from: number,
    to: number,
    name: number,
    open: number | undefined,
    parent: Found | undefined,
    nameEnd = name + 1,
    group = '',
  ): Found {
    const code = this.#code;
    const nameSpan = { start: code.start(name), end: code.end(nameEnd - 1) };
    const list = open === undefined ? undefined : { start: code.start(open), end: code.end(Math.min(code.partner(open), code.count - 1)) };
    const found: Found = {
      sort,
      name: group + plainName(code.source.slice(nameSpan.start, nameSpan.end)),
      parent,
      span: { start: code.start(from), end: code.end(to - 1) },
      nameSpan,
      list,
    };
    this.found.push(found);
    return found;
  }
}

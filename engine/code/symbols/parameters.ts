/** The names of parameters, told from the tokens of a parameter list. */
import type { CodeView } from '../codeView.ts';

/** Where a parameter's name stands: after its type, before it, or with a `$`. */
export type ParameterForm = 'last' | 'first' | 'dollar' | 'go';

/** Of the list that opens at token `open`. A parameter without a name of its own, such as a pattern, is left out. */
export function parametersIn(code: CodeView, open: number, form: ParameterForm): readonly string[] {
  const parts = partsOf(code, open);
  if (form === 'go') return goNames(code, parts);
  const names = parts.map(([from, to]) => {
    if (form === 'last') return lastName(code, from, to);
    return form === 'first' ? firstName(code, from, to) : dollarName(code, from, to);
  });
  return names.filter(name => name !== undefined && !RECEIVERS.has(name)) as readonly string[];
}

const RECEIVERS = new Set(['self', 'cls', 'this']);

type Part = readonly [from: number, to: number];

/** Between commas that stand in no brackets, angled ones included. */
function partsOf(code: CodeView, open: number): readonly Part[] {
  const end = Math.min(code.partner(open), code.count);
  const parts: Part[] = [];
  let from = open + 1;
  let angles = 0;
  for (let n = open + 1; n < end; n++) {
    const text = code.text(n);
    if (code.deeper(n) > 0) n = Math.min(code.partner(n), end);
    else if (text === '<') angles += 1;
    else if (text === '>' && !/[=-]/.test(code.text(n - 1))) angles = Math.max(0, angles - 1);
    else if (text === ',' && angles === 0) {
      parts.push([from, n]);
      from = n + 1;
    }
  }
  return from < end ? [...parts, [from, end]] : parts;
}

/** `final Map<String, Integer> counts`, `const char *names[]`, `int limit = 10`. */
function lastName(code: CodeView, from: number, to: number): string | undefined {
  let name: number | undefined;
  for (let n = from; n < to; n++) {
    if (code.text(n) === '=') break;
    // `int (*compare)(int)`
    if (code.text(n) === '(' && code.text(n + 1) === '*' && code.isWord(n + 2)) return code.text(n + 2);
    if (code.deeper(n) > 0) n = code.partner(n);
    else if (code.isWord(n) && !/^(?:const|noexcept)$/.test(code.text(n))) name = n;
  }
  const hasType = name !== undefined && name > from && (code.isWord(name - 1) || /[*&>\].?]/.test(code.text(name - 1)));
  return name !== undefined && hasType && code.text(name - 1) !== '.'
    ? code.text(name)
    : ellipsisName(code, name, from);
}

/** `String... names` */
function ellipsisName(code: CodeView, name: number | undefined, from: number): string | undefined {
  return name !== undefined && name > from && code.text(name - 1) === '.' && code.text(name - 2) === '.'
    ? code.text(name)
    : undefined;
}

const BEFORE_NAME =
  /^(?:public|private|protected|readonly|override|final|val|var|vararg|noinline|crossinline|mut|ref)$/;

/** `private readonly limit: number`, `...rest`, `*args`, `&mut self`. */
function firstName(code: CodeView, from: number, to: number): string | undefined {
  for (let n = from; n < to; n++) {
    const text = code.text(n);
    if (text === '@') n += code.text(n + 2) === '(' ? code.partner(n + 2) - n : 1;
    else if (code.deeper(n) > 0) {
      if (text !== '[' || code.text(n - 1) !== '#') return undefined;
      n = code.partner(n);
    } else if (text === "'") n += 1;
    else if (code.isWord(n) && !(BEFORE_NAME.test(text) && code.isWord(n + 1))) return text;
    else if (text === '=' || text === ':') return undefined;
  }
  return undefined;
}

function dollarName(code: CodeView, from: number, to: number): string | undefined {
  for (let n = from; n < to; n++) if (code.text(n).startsWith('$')) return code.text(n).slice(1);
  return undefined;
}

/** `a, b int`: where one has a type, all have names. */
function goNames(code: CodeView, parts: readonly Part[]): readonly string[] {
  const isNamed = ([from, to]: Part) =>
    to - from > 1 && code.isWord(from) && code.text(from + 1) !== '.' && !GO_TYPES.test(code.text(from));
  return parts.some(isNamed) ? parts.map(([from]) => code.text(from)).filter(name => name !== '_') : [];
}

const GO_TYPES = /^(?:func|map|chan|struct|interface)$/;

/** Symbols by their tokens in Python: a block belongs to the line that ends with a colon before it. */
import type { CodeView } from '../codeView.ts';
import { Sort } from '../tokens.ts';
import { annotationBefore } from './declared.ts';
import { DEEPEST, type Found, MOST_MODIFIERS } from './found.ts';

export function pythonSymbols(code: CodeView): readonly Found[] {
  const found: Found[] = [];
  inside(code, 0, code.count, undefined, found, 0);
  return found;
}

function inside(code: CodeView, from: number, to: number, parent: Found | undefined, found: Found[], depth: number): void {
  for (let n = from; n < to; n++) {
    const isDeclared = code.isWord(n) && /^(?:def|class)$/.test(code.text(n)) && code.isWord(n + 1) && isFirst(code, n);
    if (!isDeclared) continue;
    const body = bodyAfter(code, n);
    const own = symbolAt(code, n, body.end, parent);
    found.push(own);
    if (own.sort === 'class' && depth < DEEPEST) inside(code, body.start, body.end, own, found, depth + 1);
    n = body.end - 1;
  }
}

function isFirst(code: CodeView, n: number): boolean {
  const at = code.text(n - 1) === 'async' ? n - 1 : n;
  const before = code.sort(at - 1);
  return at === 0 || before === Sort.line || before === Sort.indent || before === Sort.dedent || code.text(at - 1) === ':';
}

/** From after the colon to before what is not indented any more. */
function bodyAfter(code: CodeView, n: number): { readonly start: number; readonly end: number } {
  let start = n;
  while (start < code.count && (code.text(start) !== ':' || code.sort(start) !== Sort.symbol))
    start = code.text(start) !== '' && code.deeper(start) > 0 ? code.partner(start) + 1 : start + 1;
  let end = start + 1;
  let depth = 0;
  for (; end < code.count; end++) {
    const sort = code.sort(end);
    if (sort === Sort.indent) depth += 1;
    if (sort === Sort.dedent) depth -= 1;
    const isNextLine = sort === Sort.line && depth === 0 && code.sort(end + 1) !== Sort.indent;
    if (isNextLine || (sort === Sort.dedent && depth <= 0)) break;
  }
  return { start: start + 1, end: Math.min(end, code.count) };
}

function symbolAt(code: CodeView, n: number, end: number, parent: Found | undefined): Found {
  let last = end - 1;
  while (last > n && code.start(last) === code.end(last)) last -= 1;
  const open = code.text(n) === 'def' && code.text(n + 2) === '(' ? n + 2 : typeParametersEnd(code, n);
  return {
    sort: code.text(n) === 'def' ? 'function' : 'class',
    name: code.text(n + 1),
    parent,
    span: { start: code.start(startOf(code, n)), end: code.end(last) },
    nameSpan: { start: code.start(n + 1), end: code.end(n + 1) },
    list: open === undefined ? undefined : { start: code.start(open), end: code.end(Math.min(code.partner(open), code.count - 1)) },
  };
}

/** `def f[T](x: T)` */
function typeParametersEnd(code: CodeView, n: number): number | undefined {
  const open = code.text(n + 2) === '[' ? code.partner(n + 2) + 1 : undefined;
  return open !== undefined && code.text(n) === 'def' && code.text(open) === '(' ? open : undefined;
}

/** Decorators are lines of their own before it. */
function startOf(code: CodeView, n: number): number {
  let at = code.text(n - 1) === 'async' ? n - 1 : n;
  for (let step = 0; step < MOST_MODIFIERS; step++) {
    const line = code.sort(at - 1) === Sort.line ? at - 1 : undefined;
    const before = line === undefined ? undefined : annotationBefore(code, line);
    if (before === undefined) return at;
    at = before;
  }
  return at;
}

/** Functions of a shell script: `name() { … }`, `function name { … }`. */
import type { CodeView } from '../codeView.ts';
import type { FoundSymbol } from './found.ts';

/** Functions, in both forms of writing one. */
export function shellSymbols(code: CodeView): readonly FoundSymbol[] {
  const found: FoundSymbol[] = [];
  for (let n = 0; n < code.count; n++) {
    const isSaid = code.text(n) === 'function' && code.isOnNewLine(n);
    const name = isSaid ? n + 1 : n;
    const hasParentheses = code.text(name + 1) === '(' && code.text(name + 2) === ')';
    if (!code.isWord(name) || (!isSaid && (!hasParentheses || !code.isOnNewLine(n)))) continue;
    let open = hasParentheses ? name + 3 : name + 1;
    while (open < code.count && code.text(open) === '') open += 1;
    if (!/^[{(]$/.test(code.text(open))) continue;
    const end = Math.min(code.partner(open), code.count - 1);
    const nameSpan = { start: code.start(name), end: code.end(name) };
    found.push({
      sort: 'function',
      name: code.text(name),
      parent: undefined,
      span: { start: code.start(n), end: code.end(end) },
      nameSpan,
      list: undefined,
    });
    n = end;
  }
  return found;
}

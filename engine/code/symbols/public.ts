/** Whether callers outside of the file may use a symbol, told from what its declaration says. */
import type { CodeView } from '../codeView.ts';
import type { FoundSymbol } from './found.ts';

export type PublicForm = 'said' | 'unless-said' | 'exported' | 'capital' | 'no-underscore' | 'all';

/** `exported`: names the file exports in a list, and undefined for a file that exports nothing and so is open to all. */
export function isPublic(
  code: CodeView,
  found: FoundSymbol,
  form: PublicForm,
  exported: ReadonlySet<string> | undefined,
): boolean {
  const said = new Set(wordsBefore(code, found));
  const isHidden = said.has('private') || said.has('internal') || found.name.startsWith('#');
  switch (form) {
    case 'all':
      return true;
    case 'capital':
      return /^\p{Lu}/u.test(found.name.slice(found.name.lastIndexOf('.') + 1));
    case 'no-underscore':
      return !found.name.startsWith('_');
    case 'unless-said':
      return !isHidden && !said.has('protected');
    case 'said':
      return (
        said.has('public') || said.has('protected') || said.has('pub') || (!isHidden && isInInterface(code, found))
      );
    case 'exported':
      return !isHidden && !said.has('protected') && isExported(code, found, said, exported);
  }
}

function isExported(
  code: CodeView,
  found: FoundSymbol,
  said: ReadonlySet<string>,
  exported: ReadonlySet<string> | undefined,
): boolean {
  if (exported === undefined || said.has('export')) return true;
  if (found.parent === undefined) return exported.has(found.name);
  return isPublic(code, found.parent, 'exported', exported) && !wordsBefore(code, found.parent).includes('namespace');
}

function isInInterface(code: CodeView, { parent }: FoundSymbol): boolean {
  const said = parent === undefined ? [] : wordsBefore(code, parent);
  return said.includes('interface') || said.includes('trait');
}

/** Modifiers and keywords, not what annotations say. */
function wordsBefore(code: CodeView, { span, nameSpan }: FoundSymbol): readonly string[] {
  const words: string[] = [];
  for (let n = code.at(span.start); code.start(n) < nameSpan.start; n++) {
    if (code.deeper(n) > 0) n = code.partner(n);
    else if (code.isWord(n)) words.push(code.text(n));
  }
  return words;
}

/** Names in `export { a, b as c }`, `export default a`, `module.exports = { a, b }`, `exports.a = b`. Undefined where nothing is exported. */
export function exportsOf(code: CodeView): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  let exportsSome = false;
  for (let n = 0; n < code.count; n++) {
    if (!code.isWord(n) || !/^exports?$/.test(code.text(n))) continue;
    exportsSome = true;
    for (const name of namesAfter(code, n)) names.add(name);
  }
  return exportsSome ? names : undefined;
}

function namesAfter(code: CodeView, n: number): readonly string[] {
  const [word, next, after] = [code.text(n), code.text(n + 1), code.text(n + 2)];
  if (word === 'export') return next === '{' ? wordsIn(code, n + 1) : next === 'default' ? [after] : [];
  if (next === '.') return [after, code.text(n + 4)];
  return next === '=' && after === '{' ? wordsIn(code, n + 2) : next === '=' ? [after] : [];
}

/** Not within further brackets. */
function wordsIn(code: CodeView, open: number): readonly string[] {
  const words: string[] = [];
  for (let n = open + 1; n < Math.min(code.partner(open), code.count); n++) {
    if (code.deeper(n) > 0) n = code.partner(n);
    else if (code.isWord(n)) words.push(code.text(n));
  }
  return words;
}

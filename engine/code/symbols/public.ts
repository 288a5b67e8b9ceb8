/** Whether callers outside of the file may use a symbol, told from what its declaration says. */
import type { CodeView } from '../codeView.ts';
import type { Found } from './found.ts';

export type PublicForm = 'said' | 'unless-said' | 'exported' | 'capital' | 'no-underscore' | 'all';

/** `exported`: names the file exports in a list, and undefined for a file that exports nothing and so is open to all. */
export function isPublic(code: CodeView, found: Found, form: PublicForm, exported: ReadonlySet<string> | undefined): boolean {
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
      return said.has('public') || said.has('protected') || said.has('pub') || (!isHidden && isInInterface(code, found));
    case 'exported':
      return !isHidden && !said.has('protected') && isExported(code, found, said, exported);
  }
}

function isExported(code: CodeView, found: Found, said: ReadonlySet<string>, exported: ReadonlySet<string> | undefined): boolean {
  if (exported === undefined || said.has('export')) return true;
  if (found.parent === undefined) return exported.has(found.name);
  return isPublic(code, found.parent, 'exported', exported) && !wordsBefore(code, found.parent).includes('namespace');
}

function isInInterface(code: CodeView, { parent }: Found): boolean {
  const said = parent === undefined ? [] : wordsBefore(code, parent);
  return said.includes('interface') || said.includes('trait');
}

/** Modifiers and keywords, not what annotations say. */
function wordsBefore(code: CodeView, { span, nameSpan }: Found): readonly string[] {
  const words: string[] = [];
  for (let n = code.at(span.start); code.start(n) < nameSpan.start; n++) {
    if (code.deeper(n) > 0) n = code.partner(n);
    else if (code.isWord(n)) words.push(code.text(n));
  }
  return words;
}

/** Names in `export { a, b as c }`, `export default a`, `module.exports = { a, b }`, `exports.a =`. Undefined where nothing is exported. */
export function exportsOf(code: CodeView): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  let exportsSome = false;
  for (let n = 0; n < code.count; n++) {
    const word = code.isWord(n) ? code.text(n) : '';
    if (word !== 'export' && word !== 'exports') continue;
    exportsSome = true;
    const isList = ['{', 'default', '='].includes(code.text(n + 1));
    const open = isList && code.text(n + 1) !== '{' ? n + 2 : n + 1;
    if (word === 'exports' && code.text(n + 1) === '.') names.add(code.text(n + 4)).add(code.text(n + 2));
    else if (isList && code.text(open) !== '{') names.add(code.text(open));
    else if (isList) for (let at = open + 1; at < code.partner(open); at++) if (code.isWord(at)) names.add(code.text(at));
  }
  return exportsSome ? names : undefined;
}

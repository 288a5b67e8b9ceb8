/** What a host must know to load grammars: the language of a file, and the form of a syntax tree. */
export { languageNameOf } from '../code/languages/table.ts';
export type { Grammars, Parse, SyntaxNode } from '../code/symbols/syntax.ts';

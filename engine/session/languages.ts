/** What a host needs to load grammars: the languages with their files, and the form of a syntax tree. */
export { LANGUAGES, languageNameOf } from '../code/languages/table.ts';
export { GrammarUnreadable, giveGrammars, type Parse, ParserFailed, type SyntaxNode } from '../code/symbols/syntax.ts';

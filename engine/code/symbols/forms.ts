/** For each language, how its symbols are found, and what their declarations say. */
import type { CodeView } from '../codeView.ts';
import { declaredSymbols } from './declared.ts';
import type { FoundSymbol } from './found.ts';
import { mapperSymbols } from './mapper.ts';
import { memberSymbols } from './members.ts';
import type { ParameterForm } from './parameters.ts';
import type { PublicForm } from './public.ts';
import { shellSymbols } from './shell.ts';
import { sqlSymbols } from './sql.ts';

/** How the symbols of one language are found and what is told of each. */
export interface SymbolForm {
  /**
   * By tokens, where the table of languages names no grammar; in C and C++ also where the tree has an error, since macros make one of
   * most headers. In other languages a tree with an error is read as far as it goes.
   */
  readonly tokens?: (code: CodeView) => readonly FoundSymbol[];
  readonly parameters: ParameterForm;
  readonly public: PublicForm;
  /** Lines that begin with `#` are for a preprocessor. */
  readonly directives?: true;
}

const SCRIPT: SymbolForm = { parameters: 'first', public: 'exported' };

export const SYMBOL_FORMS: Readonly<Record<string, SymbolForm>> = {
  java: { parameters: 'last', public: 'said' },
  csharp: { parameters: 'last', public: 'said', directives: true },
  cpp: { tokens: memberSymbols, parameters: 'last', public: 'all', directives: true },
  go: { parameters: 'go', public: 'capital' },
  rust: { parameters: 'first', public: 'said' },
  php: { parameters: 'dollar', public: 'unless-said' },
  kotlin: { tokens: declaredSymbols, parameters: 'first', public: 'unless-said' },
  typescript: SCRIPT,
  tsx: SCRIPT,
  javascript: SCRIPT,
  python: { parameters: 'first', public: 'no-underscore' },
  shell: { tokens: shellSymbols, parameters: 'first', public: 'all' },
  sql: { tokens: sqlSymbols, parameters: 'first', public: 'all' },
  xml: { tokens: mapperSymbols, parameters: 'first', public: 'all' },
};

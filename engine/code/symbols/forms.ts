/** For each language, how its symbols are found by tokens and what their declarations say. */
import type { CodeView } from '../codeView.ts';
import { type DeclaredForm, declaredSymbols } from './declared.ts';
import type { Found } from './found.ts';
import { mapperSymbols } from './mapper.ts';
import { type MemberForm, memberSymbols } from './members.ts';
import type { ParameterForm } from './parameters.ts';
import type { PublicForm } from './public.ts';
import { pythonSymbols } from './python.ts';
import { scriptSymbols } from './script.ts';
import { shellSymbols } from './shell.ts';
import { sqlSymbols } from './sql.ts';

export interface SymbolForm {
  readonly find: (code: CodeView) => readonly Found[];
  readonly parameters: ParameterForm;
  readonly public: PublicForm;
  /** Lines that begin with `#` speak to a preprocessor. */
  readonly directives?: true;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const NONE: ReadonlySet<string> = new Set();

const NEVER = 'if for while switch catch return new throw else do try case default public private protected static abstract final';

const JAVA: MemberForm = {
  classes: set('class interface enum record'),
  namespaces: NONE,
  never: set(`${NEVER} this super synchronized assert`),
  enumMembers: true,
  isC: false,
};
const CSHARP: MemberForm = {
  classes: set('class interface struct enum record'),
  namespaces: set('namespace'),
  never: set(
    `${NEVER} this base delegate when using lock fixed foreach sizeof typeof nameof await yield in is as out where and or not internal async override virtual sealed readonly unsafe partial extern`,
  ),
  enumMembers: false,
  isC: false,
};
const CPP: MemberForm = {
  classes: set('class struct union enum'),
  namespaces: set('namespace extern'),
  never: set(`${NEVER} sizeof typeof alignas decltype noexcept __attribute__ __declspec static_assert defined delete operator`),
  enumMembers: false,
  isC: true,
};
const GO: DeclaredForm = { functions: set('func'), classes: set('type'), modifiers: NONE, passes: NONE, lines: true };
const RUST: DeclaredForm = {
  functions: set('fn'),
  classes: set('struct enum union trait impl mod'),
  modifiers: set('pub async unsafe const extern default'),
  passes: set('extern'),
  lines: false,
};
const PHP: DeclaredForm = {
  functions: set('function'),
  classes: set('class interface trait enum'),
  modifiers: set('public private protected static abstract final readonly'),
  passes: set('namespace if else elseif'),
  lines: false,
};
const KOTLIN: DeclaredForm = {
  functions: set('fun constructor'),
  classes: set('class interface object'),
  modifiers: set(
    'public private protected internal open abstract override final suspend inline operator infix tailrec external data sealed enum annotation inner companion value const lateinit expect actual fun',
  ),
  passes: NONE,
  lines: true,
};

const SCRIPT: SymbolForm = { find: scriptSymbols, parameters: 'first', public: 'exported' };
const SQL: SymbolForm = { find: sqlSymbols, parameters: 'first', public: 'all' };

export const SYMBOL_FORMS: Readonly<Record<string, SymbolForm>> = {
  java: { find: code => memberSymbols(code, JAVA), parameters: 'last', public: 'said' },
  csharp: { find: code => memberSymbols(code, CSHARP), parameters: 'last', public: 'said', directives: true },
  cpp: { find: code => memberSymbols(code, CPP), parameters: 'last', public: 'all', directives: true },
  go: { find: code => declaredSymbols(code, GO), parameters: 'go', public: 'capital' },
  rust: { find: code => declaredSymbols(code, RUST), parameters: 'first', public: 'said' },
  php: { find: code => declaredSymbols(code, PHP), parameters: 'dollar', public: 'unless-said' },
  kotlin: { find: code => declaredSymbols(code, KOTLIN), parameters: 'first', public: 'unless-said' },
  typescript: SCRIPT,
  tsx: SCRIPT,
  javascript: SCRIPT,
  python: { find: pythonSymbols, parameters: 'first', public: 'no-underscore' },
  shell: { find: shellSymbols, parameters: 'first', public: 'all' },
  sql: SQL,
  xml: { find: mapperSymbols, parameters: 'first', public: 'all' },
};

/** Languages with braces that are compiled: Java, Kotlin, C#, Go, C and C++, Rust. */
import type { SourceLanguage, Lexeme } from './language.ts';
import { BLOCK_COMMENT, DOC_COMMENT, DOUBLE_QUOTED, LINE_COMMENT, NO_ALIAS, SINGLE_QUOTED, wordSet } from './marks.ts';

const TRIPLE_QUOTED: Lexeme = { sort: 'string', open: '"""', close: '"""', escape: 'backslash' };

export const java: SourceLanguage = {
  name: 'java',
  extensions: ['java'],
  grammar: 'java',
  lexemes: { code: [LINE_COMMENT, DOC_COMMENT, BLOCK_COMMENT, TRIPLE_QUOTED, DOUBLE_QUOTED, SINGLE_QUOTED] },
  layout: {},
  docs: 'marked',
  wordMarks: '$',
  imports: { words: wordSet('import'), until: ';', plain: /^import\b/ },
  compilerNotes: wordSet('Override', 'SuppressWarnings', 'SafeVarargs', 'FunctionalInterface'),
};

export const kotlin: SourceLanguage = {
  name: 'kotlin',
  extensions: ['kt', 'kts'],
  lexemes: {
    code: [
      LINE_COMMENT,
      { ...DOC_COMMENT, nests: true },
      { ...BLOCK_COMMENT, nests: true },
      { sort: 'string', open: '"""', close: '"""', holes: [{ open: '${', close: '}' }] },
      { ...DOUBLE_QUOTED, holes: [{ open: '${', close: '}' }] },
      SINGLE_QUOTED,
      { sort: 'name', open: '`', close: '`', oneLine: true },
    ],
  },
  layout: {},
  docs: 'marked',
  imports: { words: wordSet('import'), until: 'line', plain: NO_ALIAS },
  compilerNotes: wordSet('Suppress'),
};

const INTERPOLATED = { skips: ['{{', '}}'], holes: [{ open: '{', close: '}' }] } as const;

/** What stands after `#error` and its like is prose. */
const PROSE_LINE: Lexeme = {
  sort: 'string',
  starts: '#',
  open: /#[ \t]*(?:region|endregion|error|warning)\b[^\r\n]*/y,
  when: 'line',
};

export const csharp: SourceLanguage = {
  name: 'csharp',
  extensions: ['cs'],
  grammar: 'c-sharp',
  lexemes: {
    code: [
      { sort: 'doc', starts: '/', open: /\/\/\/(?!\/)[^\r\n]*/y },
      LINE_COMMENT,
      DOC_COMMENT,
      BLOCK_COMMENT,
      PROSE_LINE,
      { sort: 'string', starts: '$@', open: /(?:\$@|@\$)"/y, close: '"', escape: 'doubled', ...INTERPOLATED },
      { sort: 'string', open: '@"', close: '"', escape: 'doubled' },
      { sort: 'string', starts: '$"', open: /\$*("{3,})/y, close: '$1' },
      { ...DOUBLE_QUOTED, open: '$"', ...INTERPOLATED },
      DOUBLE_QUOTED,
      SINGLE_QUOTED,
    ],
  },
  layout: {},
  docs: 'marked',
  imports: { words: wordSet('using'), until: ';', unless: /^(?:\(|var$)/, plain: /^using\b(?![^=]*=)/ },
};

export const go: SourceLanguage = {
  name: 'go',
  extensions: ['go'],
  grammar: 'go',
  lexemes: {
    code: [LINE_COMMENT, BLOCK_COMMENT, { sort: 'string', open: '`', close: '`' }, DOUBLE_QUOTED, SINGLE_QUOTED],
  },
  layout: {},
  docs: 'any',
  imports: { words: wordSet('import'), until: 'line', plain: /^(?:import\s+)?["`]/ },
};

export const cpp: SourceLanguage = {
  name: 'cpp',
  extensions: ['c', 'h', 'cc', 'cpp', 'cxx', 'hpp', 'hh', 'hxx'],
  grammar: 'cpp',
  lexemes: {
    code: [
      { sort: 'doc', starts: '/', open: /\/\/(?:\/(?!\/)|!)[^\r\n]*/y },
      { sort: 'comment', starts: '/', open: /\/\/(?:\\\r?\n|[^\r\n])*/y },
      { sort: 'doc', starts: '/', open: /\/\*(?:\*(?!\/)|!)/y, close: '*/' },
      BLOCK_COMMENT,
      PROSE_LINE,
      { sort: 'layout', starts: '\\', open: /\\\r?\n/y },
      { sort: 'string', starts: '"', open: /"([^()\\\s]{0,16})\(/y, close: ')$1"', prefix: /^(?:u8|[uUL])?R$/ },
      DOUBLE_QUOTED,
      SINGLE_QUOTED,
    ],
  },
  layout: {},
  docs: 'any',
  digitMark: "'",
  imports: { words: wordSet('include'), until: 'line' },
};

export const rust: SourceLanguage = {
  name: 'rust',
  extensions: ['rs'],
  grammar: 'rust',
  lexemes: {
    code: [
      { sort: 'doc', starts: '/', open: /\/\/(?:\/(?!\/)|!)[^\r\n]*/y },
      LINE_COMMENT,
      { sort: 'doc', starts: '/', open: /\/\*(?:\*(?![*/])|!)/y, close: '*/', nests: true },
      { ...BLOCK_COMMENT, nests: true },
      { sort: 'string', starts: '#"', open: /(#*)"/y, close: '"$1', prefix: /^[bc]?r$/ },
      { ...DOUBLE_QUOTED, oneLine: false },
      { sort: 'name', starts: '#', open: /#[A-Za-z_]\w*/y, prefix: /^r$/ },
      // A lifetime has no second quote.
      { sort: 'string', starts: "'", open: /'(?:\\.[^'\r\n]*|[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\\'\r\n])'/y },
    ],
  },
  layout: {},
  docs: 'marked',
  imports: { words: wordSet('use'), until: ';', plain: NO_ALIAS },
};

/** Languages that run as they are written: JavaScript and TypeScript, PHP, Python, shell. */
import type { SourceLanguage, Lexeme } from './language.ts';
import {
  BLOCK_COMMENT,
  DOC_COMMENT,
  DOUBLE_QUOTED,
  HASH_COMMENT,
  JOINED_LINE,
  LINE_COMMENT,
  NO_ALIAS,
  SINGLE_QUOTED,
  wordSet,
} from './marks.ts';

const SCRIPT: readonly Lexeme[] = [
  LINE_COMMENT,
  DOC_COMMENT,
  BLOCK_COMMENT,
  DOUBLE_QUOTED,
  SINGLE_QUOTED,
  { sort: 'string', open: '`', close: '`', escape: 'backslash', holes: [{ open: '${', close: '}' }] },
  { sort: 'string', starts: '/', open: /\/(?:[^/\\[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\]?)*\/?[a-z]*/y, when: 'value' },
  { sort: 'string', starts: '#', open: /^#![^\r\n]*/y },
];

/** Elements in code: where a value is expected, and no type parameters of an arrow function. */
const ELEMENTS: SourceLanguage['lexemes'] = {
  code: [
    ...SCRIPT,
    {
      sort: 'symbol',
      starts: '<',
      open: /<(?=[\w$>])(?!(?:const\s+)?\w+\s*(?:,|=|extends\b|>\s*\())/y,
      when: 'value',
      mode: { enter: 'tag' },
    },
  ],
  tag: [
    LINE_COMMENT,
    BLOCK_COMMENT,
    { sort: 'string', open: '"', close: '"' },
    { sort: 'string', open: "'", close: "'" },
    { sort: 'symbol', open: '{', mode: { enter: 'code', close: '}' } },
    // Type arguments of a component: `<Table<Row> rows={rows} />`.
    { sort: 'name', starts: '<', open: /<(?:[^<>"'{}=]|<[^<>"'{}=]*>)*>/y, prefix: /^[\w$]+$/ },
    { sort: 'symbol', open: '/>', mode: 'leave' },
    { sort: 'symbol', open: '>', mode: { become: 'text' } },
  ],
  text: [
    { sort: 'symbol', open: '{', mode: { enter: 'code', close: '}' } },
    { sort: 'symbol', starts: '<', open: /<\/[^<>]*>/y, mode: 'leave' },
    { sort: 'symbol', starts: '<', open: /<(?=[\w$>])/y, mode: { enter: 'tag' } },
  ],
};

/** `import { a, b } from`, `import type`, `const { a, b } = require`: nothing gets a name here. */
const NAMED = /^(?:import\s*(?:type\b|\{(?![^}]*\bas\b))|(?:const|let|var)\s*\{[^:=]*\}\s*=)/;

const SCRIPT_LAYOUT = {
  layout: {},
  docs: 'marked',
  commentsOnce: true,
  wordMarks: '$',
  values: {
    notAfter: ')]<',
    afterWords: wordSet(
      'return',
      'typeof',
      'case',
      'in',
      'of',
      'delete',
      'void',
      'throw',
      'new',
      'else',
      'do',
      'yield',
      'await',
      'instanceof',
      'default',
    ),
    heads: wordSet('if', 'while', 'for', 'with'),
  },
  imports: { words: wordSet('import'), until: 'string', unless: /^[(.]/, requires: true, plain: NAMED },
} as const satisfies Partial<SourceLanguage>;

export const typescript: SourceLanguage = {
  name: 'typescript',
  extensions: ['ts', 'mts', 'cts'],
  grammar: 'typescript',
  lexemes: { code: SCRIPT },
  ...SCRIPT_LAYOUT,
};
export const tsx: SourceLanguage = {
  name: 'tsx',
  extensions: ['tsx'],
  grammar: 'tsx',
  lexemes: ELEMENTS,
  ...SCRIPT_LAYOUT,
};
export const javascript: SourceLanguage = {
  name: 'javascript',
  extensions: ['js', 'mjs', 'cjs', 'jsx'],
  grammar: 'javascript',
  lexemes: ELEMENTS,
  ...SCRIPT_LAYOUT,
};

export const php: SourceLanguage = {
  name: 'php',
  extensions: ['php', 'phtml', 'inc'],
  grammar: 'php',
  start: 'text',
  lexemes: {
    text: [{ sort: 'symbol', starts: '<', open: /<\?(?:php\b|=)?/iy, mode: { enter: 'code' } }],
    code: [
      { sort: 'symbol', open: '?>', mode: 'leave' },
      // A comment ends before the mark that ends the code.
      { sort: 'comment', starts: '/#', open: /(?:\/\/|#(?!\[))(?:(?!\?>)[^\r\n])*/y },
      DOC_COMMENT,
      BLOCK_COMMENT,
      { sort: 'string', starts: '<', open: /<<<[ \t]*(["']?)([A-Za-z_]\w*)\1[^\r\n]*/y, close: 'heredoc' },
      {
        sort: 'string',
        open: '"',
        close: '"',
        escape: 'backslash',
        holes: [
          { open: '{$', close: '}' },
          { open: '${', close: '}' },
        ],
      },
      { sort: 'string', open: "'", close: "'", escape: 'backslash' },
      { sort: 'string', open: '`', close: '`', escape: 'backslash' },
    ],
  },
  layout: {},
  docs: 'marked',
  wordMarks: '$',
  imports: { words: wordSet('use'), until: ';', unless: /^\(/, plain: NO_ALIAS },
};

const PYTHON_PREFIX = /^(?:[rbuft]|[bft]r|r[bft])$/i;

function pythonStrings(quote: string): readonly Lexeme[] {
  const long: Lexeme = { sort: 'string', open: quote.repeat(3), close: quote.repeat(3), escape: 'backslash' };
  const short: Lexeme = { sort: 'string', open: quote, close: quote, escape: 'backslash', oneLine: true };
  return [{ ...long, prefix: PYTHON_PREFIX }, long, { ...short, prefix: PYTHON_PREFIX }, short];
}

export const python: SourceLanguage = {
  name: 'python',
  extensions: ['py', 'pyi'],
  grammar: 'python',
  lexemes: { code: [HASH_COMMENT, JOINED_LINE, ...pythonStrings('"'), ...pythonStrings("'")] },
  layout: { lines: true, blocks: true, joins: true },
  docs: 'marked',
  docstrings: true,
  commentsOnce: true,
  imports: { words: wordSet('import', 'from'), until: 'line', plain: /^(?!from\s+__future__\b)(?![\s\S]*\bas\b)/ },
};

export const shell: SourceLanguage = {
  name: 'shell',
  extensions: ['sh', 'bash', 'ksh', 'zsh'],
  lexemes: {
    code: [
      { sort: 'string', starts: '#', open: /^#![^\r\n]*/y },
      { ...HASH_COMMENT, when: 'apart' },
      JOINED_LINE,
      { sort: 'symbol', starts: '\\', open: /\\[^\r\n]/y },
      { sort: 'symbol', open: '<<<' },
      {
        sort: 'string',
        starts: '<',
        open: /<<-?[ \t]*(["']?|\\)((?<=["'])[^"'\r\n]+|[A-Za-z_][\w.-]*)["']?/y,
        close: 'heredoc',
      },
      { sort: 'string', open: "$'", close: "'", escape: 'backslash' },
      {
        sort: 'string',
        open: '"',
        close: '"',
        escape: 'backslash',
        holes: [
          { open: '$(', close: ')' },
          { open: '${', close: '}' },
        ],
      },
      { sort: 'string', open: "'", close: "'" },
    ],
  },
  layout: { lines: true, spacesBut: '' },
  docs: 'any',
  wordMarks: '$.-/+%*?~@:',
};

/** SQL as four databases read it; the languages are `sql-oracle`, `sql-mysql` …, a file is `sql`. */
import type { Dialect } from '../sql/dialect.ts';
import type { Island, SourceLanguage, Lexeme } from './language.ts';
import { BLOCK_COMMENT } from './marks.ts';

const DASHES: Lexeme = { sort: 'comment', starts: '-', open: /--[^\r\n]*/y };
const STRING: Lexeme = { sort: 'string', open: "'", close: "'", escape: 'doubled' };
const NAME: Lexeme = { sort: 'name', open: '"', close: '"', escape: 'doubled' };
const ALTERNATIVE = /^n?q$/i;

const LEXEMES: Readonly<Record<Dialect, readonly Lexeme[]>> = {
  oracle: [
    DASHES,
    BLOCK_COMMENT,
    { sort: 'string', open: "'[", close: "]'", prefix: ALTERNATIVE },
    { sort: 'string', open: "'(", close: ")'", prefix: ALTERNATIVE },
    { sort: 'string', open: "'{", close: "}'", prefix: ALTERNATIVE },
    { sort: 'string', open: "'<", close: ">'", prefix: ALTERNATIVE },
    { sort: 'string', starts: "'", open: /'(\S)/y, close: "$1'", prefix: ALTERNATIVE },
    STRING,
    NAME,
  ],
  mysql: [
    { ...DASHES, open: /--(?=\s|$)[^\r\n]*/y },
    { sort: 'comment', starts: '#', open: /#[^\r\n]*/y },
    // MySQL runs what stands in such a comment.
    { sort: 'symbol', starts: '/*', open: /\/\*!\d*|\*\//y },
    BLOCK_COMMENT,
    { ...STRING, escape: 'backslash' },
    { ...NAME, sort: 'string', escape: 'backslash' },
    { sort: 'name', open: '`', close: '`', escape: 'doubled' },
  ],
  postgresql: [
    DASHES,
    { ...BLOCK_COMMENT, nests: true },
    { sort: 'string', starts: '$', open: /(\$(?:[A-Za-z_]\w*)?\$)/y, close: '$1' },
    { ...STRING, escape: 'backslash', prefix: /^e$/i },
    STRING,
    NAME,
  ],
  sqlserver: [
    DASHES,
    { ...BLOCK_COMMENT, nests: true },
    STRING,
    NAME,
    { sort: 'name', open: '[', close: ']', escape: 'doubled' },
  ],
};

/** The body of a function is written as a string, and is code all the same. */
const BODY: Island = {
  open: /\b(?:as|do)\s+\$(?:[A-Za-z_]\w*)?\$/gi,
  close: /\$(?:[A-Za-z_]\w*)?\$/g,
  language: 'sql-postgresql',
};

export const sqlDialects: readonly SourceLanguage[] = (Object.keys(LEXEMES) as Dialect[]).map(dialect => ({
  name: `sql-${dialect}`,
  extensions: [],
  lexemes: { code: LEXEMES[dialect] },
  layout: {},
  docs: 'any',
  ignoresCase: true,
  ...(dialect === 'oracle' ? { wordMarks: '$#' } : {}),
  ...(dialect === 'postgresql' ? { islands: [BODY] } : {}),
}));

export const SQL_EXTENSIONS: readonly string[] = [
  'sql',
  'ddl',
  'dml',
  'pls',
  'plsql',
  'pks',
  'pkb',
  'pck',
  'prc',
  'fnc',
  'trg',
  'tps',
  'tpb',
  'vw',
];

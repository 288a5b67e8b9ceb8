/** Comments and strings that many languages share. */
import type { Lexeme } from './language.ts';

export const LINE_COMMENT: Lexeme = { sort: 'comment', starts: '/', open: /\/\/[^\r\n]*/y };
export const BLOCK_COMMENT: Lexeme = { sort: 'comment', open: '/*', close: '*/' };
export const DOC_COMMENT: Lexeme = { sort: 'doc', starts: '/', open: /\/\*\*(?!\/)/y, close: '*/' };
export const HASH_COMMENT: Lexeme = { sort: 'comment', starts: '#', open: /#[^\r\n]*/y };

export const DOUBLE_QUOTED: Lexeme = { sort: 'string', open: '"', close: '"', escape: 'backslash', oneLine: true };
export const SINGLE_QUOTED: Lexeme = { sort: 'string', open: "'", close: "'", escape: 'backslash', oneLine: true };

/** `\` at the end of a line joins it with the next. */
export const JOINED_LINE: Lexeme = { sort: 'layout', starts: '\\', open: /\\\r?\n/y };

/** Of an import: every name in it is the one that the other side gave. */
export const NO_ALIAS = /^(?![\s\S]*\bas\b)/;

/** A set of words, for the table of languages. */
export function wordSet(...all: readonly string[]): ReadonlySet<string> {
  return new Set(all);
}

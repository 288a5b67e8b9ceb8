/** Settings: YAML and properties. */
import type { SourceLanguage } from './language.ts';
import { HASH_COMMENT, JOINED_LINE, wordSet } from './marks.ts';

export const yamlLanguage: SourceLanguage = {
  name: 'yaml',
  extensions: ['yml', 'yaml'],
  lexemes: {
    code: [
      { ...HASH_COMMENT, when: 'apart' },
      {
        sort: 'string',
        starts: '|>',
        open: /[|>][-+\d]{0,2}[ \t]*(?:#[^\r\n]*)?\r?\n/y,
        close: 'outdent',
        when: 'value',
      },
      { sort: 'string', open: '"', close: '"', escape: 'backslash', when: 'value' },
      { sort: 'string', open: "'", close: "'", escape: 'doubled', when: 'value' },
    ],
  },
  layout: { lines: true, blocks: true, spacesBut: '' },
  docs: 'any',
  wordMarks: '-./@%$&*()<>=+~^;`\\',
  values: { notAfter: '])}"\'#|', afterWords: wordSet('-') },
};

export const properties: SourceLanguage = {
  name: 'properties',
  extensions: ['properties'],
  lexemes: { code: [{ sort: 'comment', starts: '#!', open: /[#!][^\r\n]*/y, when: 'line' }, JOINED_LINE] },
  layout: { lines: true, spacesBut: '' },
  docs: 'any',
  wordMarks: '-./@%$&*()<>+~^;`\'",?|\\{}[]',
};

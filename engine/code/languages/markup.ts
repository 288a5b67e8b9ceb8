/** Text with tags, and the languages that stand in it: XML, HTML, Vue, JSP, FreeMarker; and style sheets. */
import type { Island, SourceLanguage, Lexeme } from './language.ts';
import { BLOCK_COMMENT, DOUBLE_QUOTED, LINE_COMMENT, SINGLE_QUOTED } from './marks.ts';

const TAGS: SourceLanguage['lexemes'] = {
  text: [
    { sort: 'comment', open: '<!--', close: '-->' },
    { sort: 'string', open: '<![CDATA[', close: ']]>' },
    { sort: 'symbol', starts: '<', open: /<(?=[\w:/?!#@])/y, mode: { enter: 'tag' } },
  ],
  tag: [
    { sort: 'string', open: '"', close: '"' },
    { sort: 'string', open: "'", close: "'" },
    { sort: 'symbol', open: '>', mode: 'leave' },
  ],
};

const MARKUP = {
  start: 'text',
  lexemes: TAGS,
  layout: { spacesBut: '<>' },
  docs: 'any',
  wordMarks: '-:.',
} as const satisfies Partial<SourceLanguage>;

export const xml: SourceLanguage = {
  name: 'xml',
  extensions: ['xml', 'xsd', 'xsl', 'xslt', 'wsdl', 'svg', 'tld'],
  ...MARKUP,
  keepsToItself: true,
};

const COMMENT: Island = { open: /<!--/g, close: /-->/g, language: 'comment' };
const SCRIPT: Island = {
  open: /<script\b(?![^<>]*\btype=["']?(?!module|(?:text|application)\/(?:java|ecma)script))(?:[^<>]*?\blang=["']?(?<lang>\w+))?[^<>]*>/gi,
  close: /<\/script\b/gi,
  language: 'javascript',
};
const STYLE: Island = {
  open: /<style\b(?:[^<>]*?\blang=["']?(?<lang>\w+))?[^<>]*>/gi,
  close: /<\/style\b/gi,
  language: 'css',
};

export const html: SourceLanguage = {
  name: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  ...MARKUP,
  islands: [COMMENT, SCRIPT, STYLE],
  keepsToItself: true,
};

export const vue: SourceLanguage = { ...html, name: 'vue', extensions: ['vue'] };

export const jsp: SourceLanguage = {
  ...MARKUP,
  name: 'jsp',
  extensions: ['jsp', 'jspf', 'jspx', 'tag'],
  islands: [
    { open: /<%--/g, close: /--%>/g, language: 'comment' },
    { open: /<%(?![@-])[!=]?/g, close: /%>/g, language: 'java' },
  ],
  around: 'html',
};

export const freemarker: SourceLanguage = {
  ...MARKUP,
  name: 'freemarker',
  extensions: ['ftl', 'ftlh', 'ftlx'],
  islands: [{ open: /[<[]#--/g, close: /--[>\]]/g, language: 'comment' }],
  around: 'html',
};

const URL: Lexeme = { sort: 'string', open: '(', close: ')', prefix: /^url$/i, oneLine: true };
const STYLES = {
  layout: { spacesBut: '{}:;,>' },
  docs: 'any',
  wordMarks: '-.#@%$',
} as const satisfies Partial<SourceLanguage>;

export const css: SourceLanguage = {
  ...STYLES,
  name: 'css',
  extensions: ['css'],
  lexemes: { code: [BLOCK_COMMENT, URL, DOUBLE_QUOTED, SINGLE_QUOTED] },
};

export const scss: SourceLanguage = {
  ...STYLES,
  name: 'scss',
  extensions: ['scss', 'less'],
  lexemes: { code: [LINE_COMMENT, BLOCK_COMMENT, URL, DOUBLE_QUOTED, SINGLE_QUOTED] },
};

/**
 * In: a path and a text. Out: the `Source` it is. Each part of it is computed when it is first asked for: a sweep for tags needs no symbols.
 */
import { once } from '../base/once.ts';
import { ALL, input, type Query, query } from '../base/queries.ts';
import type { Path } from '../base/text.ts';
import { decode } from '../workspace/decode.ts';
import { type FileContent, fileContent } from '../workspace/files.ts';
import type { SourceLanguage } from './languages/language.ts';
import { languageNamed, languageNameOf } from './languages/table.ts';
import type { Source } from './source.ts';
import { dialectOf } from './sql/dialect.ts';
import { symbolsOf } from './symbols/symbols.ts';
import { tagsIn } from './tags.ts';
import { commentsIn, tokenize } from './lexer/tokenize.ts';

/** Which dialect the project names for a script; set under the key ALL. */
export const dialects = input<(path: Path) => string | undefined>('dialects', () => undefined);

/** Undefined for what no person wrote as a program: binary, of an unknown language, too large, on endless lines. */
export const codeSource: Query<Source | undefined> = query('codeSource', (key, get) => {
  const path = key as Path;
  const name = languageNameOf(path);
  if (name === undefined) return undefined;
  const dialect = name === 'sql' ? get(dialects, ALL)(path) : undefined;
  return sourceOfContent(path, get(fileContent, path), dialect);
});

/** `dialect` as the project writes it, for SQL. */
export function sourceOf(path: Path, text: string, dialect?: string): Source | undefined {
  const name = languageNameOf(path);
  if (name === undefined) return undefined;
  const sql = name === 'sql' ? { dialect: dialectOf(dialect, text) } : {};
  return lazySource({ language: name, text, ...sql }, path);
}

/** Characters. */
const LARGEST = 2_000_000;
const LONGEST_LINE = 5000;
/** Of the lines of a file on the average; minifiers that break lines do so at 500. */
const LONGEST_MEAN = 300;

/** Undefined for what a person did not write as a program: binary, of an unknown language, too large, on endless lines. */
export function sourceOfContent(path: Path, content: FileContent, dialect?: string): Source | undefined {
  if (languageNameOf(path) === undefined || (content.state === 'bytes' && content.bytes.length > LARGEST))
    return undefined;
  const { text, fault } = decode(content);
  if (content.state === 'absent' || fault === 'nul' || fault === 'too-large' || fault === 'unreadable')
    return undefined;
  if (text.length > LARGEST || hasEndlessLine(text) || isDense(path, text)) return undefined;
  return sourceOf(path, text, dialect);
}

/** Minified, though with line ends. Other languages have long lines of data. */
function isDense(path: Path, text: string): boolean {
  if (text.length < LONGEST_LINE || !/\.(?:[cm]?js|css)$/i.test(path)) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return text.length / lines > LONGEST_MEAN;
}

/** Minified. */
function hasEndlessLine(text: string): boolean {
  for (let at = 0; text.length - at > LONGEST_LINE; ) {
    const end = text.lastIndexOf('\n', at + LONGEST_LINE);
    if (end < at) return true;
    at = end + 1;
  }
  return false;
}

/** What the table says of the language of a source. */
export function formOf({ language, dialect }: Pick<Source, 'language' | 'dialect'>): SourceLanguage {
  const form = languageNamed(dialect === undefined ? language : `sql-${dialect}`);
  if (form === undefined) throw new Error(`no language ${language} in the table`);
  return form;
}

function lazySource(known: Pick<Source, 'language' | 'dialect' | 'text'>, path: Path): Source {
  const form = formOf(known);
  const tokens = once(() => tokenize(known.text, form));
  const comments = once(() => commentsIn(tokens()));
  const symbols = once(() => symbolsOf(source, path));
  const tags = once((): Source['tags'] => tagsIn(source));
  const source: Source = {
    ...known,
    get tokens() {
      return tokens();
    },
    get comments() {
      return comments();
    },
    get symbols() {
      return symbols()?.symbols ?? [];
    },
    get values() {
      return symbols()?.values ?? [];
    },
    get isUnreadable() {
      return symbols() === undefined;
    },
    get tags() {
      return tags();
    },
  };
  return source;
}

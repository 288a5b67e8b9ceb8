/**
 * In: a path and a text. Out: the `Source` it is. What nobody asks of it is never computed: a sweep for tags needs no symbols.
 */
import { ALL, input, type Query, query } from '../base/queries.ts';
import type { Path } from '../base/text.ts';
import { decode } from '../workspace/decode.ts';
import { type FileContent, fileContent } from '../workspace/files.ts';
import type { Language } from './languages/language.ts';
import { languageNamed, languageNameOf } from './languages/table.ts';
import type { Comment, Source } from './source.ts';
import { dialectOf } from './sql/dialect.ts';
import { tagsIn } from './tags.ts';
import { tokenize } from './tokenize.ts';
import { isComment, Sort, type Tokens } from './tokens.ts';

/** Which dialect the project names for a script; set under the key ALL. */
export const dialects = input<(path: Path) => string | undefined>('dialects', () => undefined);

/** Undefined for what no person wrote as a program: binary, of an unknown language, too large, on endless lines. */
export const codeSource: Query<Source | undefined> = query('codeSource', (key, get) => {
  const path = key as Path;
  const name = languageNameOf(path);
  if (name === undefined) return undefined;
  return sourceOfContent(path, get(fileContent, path), name === 'sql' ? get(dialects, ALL)(path) : undefined);
});

export function sourceOf(path: Path, text: string, dialect?: string): Source | undefined {
  const name = languageNameOf(path);
  if (name === undefined) return undefined;
  const sql = name === 'sql' ? { dialect: dialectOf(dialect, text) } : {};
  return lazySource({ language: name, text, ...sql });
}

/** Characters. */
const LARGEST = 2_000_000;
const LONGEST_LINE = 5000;

export function sourceOfContent(path: Path, content: FileContent, dialect?: string): Source | undefined {
  if (languageNameOf(path) === undefined || (content.state === 'bytes' && content.bytes.length > LARGEST)) return undefined;
  const { text, fault } = decode(content);
  if (content.state === 'absent' || fault === 'nul' || fault === 'too-large' || fault === 'unreadable') return undefined;
  return text.length > LARGEST || hasEndlessLine(text) ? undefined : sourceOf(path, text, dialect);
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
export function formOf({ language, dialect }: Pick<Source, 'language' | 'dialect'>): Language | undefined {
  return languageNamed(dialect === undefined ? language : `sql-${dialect}`);
}

function lazySource(known: Pick<Source, 'language' | 'dialect' | 'text'>): Source {
  const form = formOf(known);
  if (form === undefined) throw new Error(`no language ${known.language} in the table`);
  const tokens = once(() => tokenize(known.text, form));
  const comments = once(() => commentsIn(tokens()));
  const tags = once((): Source['tags'] => tagsIn(source));
  const source: Source = {
    ...known,
    get tokens() {
      return tokens();
    },
    get comments() {
      return comments();
    },
    symbols: [],
    get tags() {
      return tags();
    },
  };
  return source;
}

function commentsIn({ count, sorts, starts, ends }: Tokens): readonly Comment[] {
  const comments: Comment[] = [];
  for (let n = 0; n < count; n++) {
    if (isComment(sorts[n])) comments.push({ span: { start: starts[n] ?? 0, end: ends[n] ?? 0 }, doc: sorts[n] === Sort.doc });
  }
  return comments;
}

function once<V>(compute: () => V): () => V {
  let known: { readonly value: V } | undefined;
  return () => (known ??= { value: compute() }).value;
}

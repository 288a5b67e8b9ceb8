/**
 * What is in a repository that Docket has not seen before.
 *
 * In: the list of its files, and the texts of a sample of them. Out: facts about folders, languages, encodings and documents;
 * `proposal.ts` makes a configuration of them. Large repositories are sampled, so that looking takes a second or two.
 */
import type { Path } from '../../engine/base/text.ts';
import type { Language } from '../../engine/base/words.ts';
import type { Catalogue } from '../../engine/model/kinds/kinds.ts';
import { decode } from '../../engine/workspace/decode.ts';
import type { FileSource } from '../../engine/workspace/files.ts';
import { type CodeFacts, codeSurvey } from './code.ts';
import { namedDocument, type NamedDocument } from './named.ts';

/** What is in a repository, as far as the proposal needs it. */
export interface Survey {
  readonly files: number;
  readonly language: Language;
  readonly code: CodeFacts;
  /** Code files of the sample that are not UTF-8 but GB18030. */
  readonly oldEncoding: readonly Path[];
  readonly markdown: MarkdownFacts;
  /** Word, Excel and PDF files: documents that nothing here can read. */
  readonly office: number;
}

/** What `init` finds out about the Markdown files of a repository. */
export interface MarkdownFacts {
  readonly all: readonly Path[];
  /** Those that say in their frontmatter that they are a kind of document Docket knows. */
  readonly records: readonly Path[];
  /** Those without frontmatter that are called after a kind of document. */
  readonly named: readonly NamedDocument[];
  readonly withFrontmatter: number;
}

const TEXTS_READ = 400;
const MARKDOWN_READ = 4_000;

/** Looks through the files of a repository once. */
export function surveyOf(source: FileSource, catalogue: Catalogue): Survey {
  const files = [...source.list()].sort();
  const markdown = files.filter(path => path.endsWith('.md') && !/(^|\/)node_modules\//.test(path));
  const code = codeSurvey(files, path => decode(source.read(path)).text);
  const heads = sampleOf(markdown, MARKDOWN_READ).map(path => ({ path, text: decode(source.read(path)).text }));
  const sources = sampleOf(code.files, TEXTS_READ).map(path => ({ path, ...decode(source.read(path)) }));
  const words = sampleOf(heads, TEXTS_READ)
    .map(({ text }) => text.slice(0, 4_000))
    .join('\n');
  return {
    files: files.length,
    language:
      isChinese(words) || (words.length < 200 && isChinese(commentsIn(sources.map(({ text }) => text)))) ? 'zh' : 'en',
    code,
    office: files.filter(path => /\.(?:docx?|xlsx?|pptx?|wps|et|pdf)$/i.test(path)).length,
    oldEncoding: sources.filter(({ fault }) => fault === 'gb18030').map(({ path }) => path),
    markdown: {
      all: markdown,
      records: heads.filter(({ text }) => isRecord(text, catalogue)).map(({ path }) => path),
      named: heads.flatMap(({ path, text }) => namedDocument(path, text, catalogue) ?? []),
      withFrontmatter: heads.filter(({ text }) => /^\uFEFF?---\r?\n/.test(text)).length,
    },
  };
}

/** Evenly over the list, the same files every time. */
function sampleOf<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, n) => all[Math.floor(n * step)] as T);
}

function isRecord(text: string, catalogue: Catalogue): boolean {
  const type = /^\uFEFF?---\r?\n(?:[^\n]*\n)*?(?:type|文档类型|类型)[ \t]*:[ \t]*["']?([^"'\r\n#]+)/.exec(
    text.slice(0, 2_000),
  )?.[1];
  return type !== undefined && catalogue.kindNamed(type.trim()) !== undefined;
}

/** One Chinese character says about as much as three letters. */
function isChinese(text: string): boolean {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  return chinese > 0 && chinese * 3 > letters * 0.3;
}

function commentsIn(texts: readonly string[]): string {
  return texts.flatMap(text => text.slice(0, 8_000).match(/\/\*[\s\S]*?\*\/|(?:\/\/|--|#).*$/gm) ?? []).join('\n');
}

/** Which section of a document is which section of its kind: by key, label or alias, numbering ignored. */
import type { Span } from '../../base/text.ts';
import type { Document, Section } from '../../documents/document.ts';
import { fold } from '../kinds/compileFields.ts';
import type { SectionSpec } from '../kinds/kinds.ts';

/** `3.2.1 概述`, `第三章 概述`, `一、概述`, `（一）概述` → `概述` */
export function withoutNumber(title: string): string {
  return title
    .replace(
      /^(?:第[一二三四五六七八九十百\d]+[章节部分篇][\s、.．]*|[（(][一二三四五六七八九十\d]+[)）]\s*|[一二三四五六七八九十]+\s*[、.．]\s*)/,
      '',
    )
    .replace(/^\d+(?:[.．]\d+)*[.．、]?\s+/, '')
    .replace(/^\d+(?:\.\d+)*(?=[^\d.\s])/, '')
    .trim();
}

/** `程序1设计说明`, `程序2（Overdue）设计说明` → `程序设计说明`: one section of the standard, repeated with a number in its middle. */
function withoutNumberWithin(title: string): string {
  return title.replace(/(?<=\p{Script=Han})\s*(?:\d+|[A-Z]|[（(][^（）()]*[)）])+\s*(?=\p{Script=Han})/gu, '');
}

/** Key of each spec found → index of its section. The first section of a name counts. */
export function matchSections(document: Document, specs: readonly SectionSpec[]): ReadonlyMap<string, number> {
  const names = namesOf(specs);
  const found = new Map<string, number>();
  document.sections.forEach((section, n) => {
    const key = keyOf(section.title, names);
    if (key !== undefined && !found.has(key)) found.set(key, n);
  });
  return found;
}

/** Key of the section that is meant by a heading or by what a link calls it. */
export function sectionKey(title: string, specs: readonly SectionSpec[]): string | undefined {
  return keyOf(title, namesOf(specs));
}

function keyOf(title: string, names: ReadonlyMap<string, string>): string | undefined {
  const plain = withoutNumber(title);
  return names.get(fold(plain)) ?? names.get(fold(title)) ?? names.get(fold(withoutNumberWithin(plain)));
}

function namesOf(specs: readonly SectionSpec[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  collectNames(specs, names);
  return names;
}

function collectNames(specs: readonly SectionSpec[], names: Map<string, string>): void {
  for (const { key, label, aliases, sections } of specs) {
    for (const name of [label.zh, label.en, key, ...aliases]) if (!names.has(fold(name))) names.set(fold(name), key);
    collectNames(sections, names);
  }
}

/** A line that is nothing but a template's hint, `【写明原因】`. Whoever fills the section in replaces it. */
const HINT_LINE = /^[ \t]*【[^】\n]*】[ \t]*$/gm;
/** The header of a table that has no row yet. */
const EMPTY_TABLE = /^\|.*\|[ \t]*\r?\n\|[ \t:|-]+\|[ \t]*$(?!\r?\n[ \t]*\|)/gm;

/** What a section says; with what its subsections say. */
export function contentOf(document: Document, section: Section): string {
  return saidIn(document.text.slice(section.own.start, section.whole.end));
}

/** A text without comments, hints and empty tables. */
export function saidIn(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(HINT_LINE, '')
    .replace(EMPTY_TABLE, '')
    .trim();
}

/** Where the first hint of a section stands. */
export function hintIn({ text }: Document, { own }: Section): Span | undefined {
  const [match] = text.slice(own.start, own.end).matchAll(HINT_LINE);
  return match && { start: own.start + match.index, end: own.start + match.index + match[0].length };
}

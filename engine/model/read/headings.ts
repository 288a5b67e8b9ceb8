/** Matches the headings of a document to the sections of its kind, by key, label or alias, without numbers. */
import type { Span } from '../../base/text.ts';
import type { Document, Section } from '../../documents/document.ts';
import { fold } from '../kinds/compileFields.ts';
import type { SectionSpec } from '../kinds/kinds.ts';

/** A heading without its number: `3.2.1 概述`, `第三章 概述`, `一、概述`, `（一）概述` → `概述` */
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

/**
 * Removes a number or name in the middle of a heading: `程序1设计说明`, `程序2（Overdue）设计说明` → `程序设计说明`. The standard repeats
 * this section for each program.
 */
function withoutNumberWithin(title: string): string {
  return title.replace(/(?<=\p{Script=Han})\s*(?:\d+|[A-Z]|[（(][^（）()]*[)）])+\s*(?=\p{Script=Han})/gu, '');
}

/**
 * The index (from 0) of the section for the key of each spec that was found. When two sections have one name, the first
 * counts.
 */
export function matchSections(document: Document, specs: readonly SectionSpec[]): ReadonlyMap<string, number> {
  const names = namesOf(specs);
  const found = new Map<string, number>();
  document.sections.forEach((section, n) => {
    const key = keyOf(section.title, names);
    if (key !== undefined && !found.has(key)) found.set(key, n);
  });
  return found;
}

/** The key of the section that a heading or a link names; undefined when there is none. */
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

/** A line that holds only a hint of a template, `【写明原因】`. The author replaces it. */
const HINT_LINE = /^[ \t]*【[^】\n]*】[ \t]*$/gm;
/** The header of a table without rows. */
const EMPTY_TABLE = /^\|.*\|[ \t]*\r?\n\|[ \t:|-]+\|[ \t]*$(?!\r?\n[ \t]*\|)/gm;

/** The text of a section with its subsections; empty when it only holds comments, hints and empty tables. */
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

/** The span of the first hint in a section; undefined when there is none. */
export function hintIn({ text }: Document, { own }: Section): Span | undefined {
  const [match] = text.slice(own.start, own.end).matchAll(HINT_LINE);
  return match && { start: own.start + match.index, end: own.start + match.index + match[0].length };
}

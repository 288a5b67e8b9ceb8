/**
 * Adds a missing section where its kind puts it: behind the section that comes before it, with the same heading level.
 * A section that exists and is empty is filled.
 */
import type { TextEdit } from '../base/text.ts';
import type { Language } from '../base/words.ts';
import type { Section } from '../documents/document.ts';
import { contentOf, hintIn } from '../model/read/headings.ts';
import type { SectionSpec } from '../model/kinds/kinds.ts';
import type { Modelled } from '../model/read/modelled.ts';

const USUAL_LEVEL = 2;

/**
 * The edit that adds the section `key` with its heading in `language`, or fills it with `body`. Undefined when the kind
 * has no such section, or the section has text already.
 */
export function addSection(page: Modelled, key: string, body: string, language: Language): TextEdit | undefined {
  const siblings = siblingsOf(page.specs, key);
  const at = siblings?.findIndex(spec => spec.key === key) ?? -1;
  const spec = siblings?.[at];
  if (page.sections.has(key)) return filling(page, key, body);
  if (!siblings || !spec) return undefined;
  const before = found(page, siblings.slice(0, at)).at(-1);
  const after = found(page, siblings.slice(at + 1))[0];
  const level = (before ?? after)?.level ?? USUAL_LEVEL;
  const heading = `${'#'.repeat(level)} ${spec.label[language]}`;
  return insertion(page.document.text, before?.whole.end ?? (after && headingStart(page, after)), heading, body);
}

/** Replaces the hint of the section; without a hint, the text goes directly below the heading. */
function filling({ document, sections }: Modelled, key: string, body: string): TextEdit | undefined {
  const section = document.sections[sections.get(key) ?? -1];
  if (section === undefined || body === '' || contentOf(document, section) !== '') return undefined;
  const hint = hintIn(document, section);
  const text = hint === undefined ? `\n\n${body.trim()}` : body.trim();
  return {
    span: hint ?? { start: section.own.start, end: section.own.start },
    text: inLineEndsOf(document.text, text),
  };
}

function siblingsOf(specs: readonly SectionSpec[], key: string): readonly SectionSpec[] | undefined {
  if (specs.some(spec => spec.key === key)) return specs;
  return specs.map(({ sections }) => siblingsOf(sections, key)).find(siblings => siblings !== undefined);
}

/** The existing sections, in the order of their specs. */
function found({ document, sections }: Modelled, specs: readonly SectionSpec[]): readonly Section[] {
  return specs.map(({ key }) => document.sections[sections.get(key) ?? -1]).filter(section => section !== undefined);
}

function headingStart({ document: { text } }: Modelled, { titleSpan }: Section): number {
  return text.lastIndexOf('\n', titleSpan.start) + 1;
}

/**
 * Inserts lines with one empty line before and after, in the line ends of the text. Nothing is replaced, so several
 * sections can be added at one place.
 */
function insertion(text: string, offset = text.length, heading: string, body: string): TextEdit {
  const start = text.slice(0, offset).trimEnd().length;
  const gap = text.slice(start, offset);
  const wanted = text.slice(offset).trim() === '' ? 1 : 2;
  const lines = [
    start === 0 ? '' : '\n\n',
    heading,
    body === '' ? '' : `\n\n${body.trim()}`,
    '\n'.repeat(Math.max(0, wanted - gap.split('\n').length + 1)),
  ].join('');
  return { span: { start, end: start }, text: inLineEndsOf(text, lines) };
}

function inLineEndsOf(text: string, lines: string): string {
  return text.includes('\r\n') ? lines.replace(/\r?\n/g, '\r\n') : lines;
}

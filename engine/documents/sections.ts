/** Turns headings into sections with their extent and the attribute list directly below each. */
import type { Span } from '../base/text.ts';
import type { Attribute, Section } from './document.ts';
import { childrenOf, type MarkdownNode, type MarkdownTree, nodeSpan } from './markdown.ts';

/**
 * The sections of a body, in the order of the text. `offset` is where the body starts in the file; spans count from the
 * start of the file.
 */
export function readSections(tree: MarkdownTree, text: string, offset: number): readonly Section[] {
  const headings: Heading[] = [];
  tree.children.forEach((node, n) => {
    if (node.type === 'heading') headings.push(headingOf(node, node.depth, tree.children[n + 1], text, offset));
  });
  return extents(headings, offset + text.length);
}

/**
 * Each section ends where the next heading of its level or above begins. One pass, with the open sections on a stack.
 */
function extents(headings: readonly Heading[], end: number): readonly Section[] {
  const ends: number[] = headings.map(() => end);
  const parents: (number | undefined)[] = [];
  const open: number[] = [];
  headings.forEach(({ level, span }, n) => {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.level ?? 0) >= level) ends[open.pop() ?? 0] = span.start;
    parents[n] = open.at(-1);
    open.push(n);
  });
  return headings.map(({ level, title, titleSpan, span, attributes }, n) => ({
    level,
    title,
    titleSpan,
    own: { start: span.end, end: headings[n + 1]?.span.start ?? end },
    whole: { start: span.start, end: ends[n] ?? end },
    parent: parents[n],
    attributes,
  }));
}

interface Heading {
  readonly level: number;
  readonly titleSpan: Span;
  readonly title: string;
  readonly span: Span;
  readonly attributes: readonly Attribute[];
}

function headingOf(
  node: MarkdownNode,
  level: number,
  next: MarkdownNode | undefined,
  text: string,
  offset: number,
): Heading {
  const { start, end } = nodeSpan(node);
  const first = childrenOf(node)[0];
  const last = childrenOf(node).at(-1);
  const inner = first && last ? { start: nodeSpan(first).start, end: nodeSpan(last).end } : { start: end, end };
  return {
    level,
    title: text.slice(inner.start, inner.end).trim(),
    titleSpan: sectionMoved(inner, offset),
    span: sectionMoved({ start, end }, offset),
    attributes: next?.type === 'list' ? attributesOf(next, text, offset) : [],
  };
}

/** Reads `- 满足：REQ-REV-012`, one per line. A line that is not `name：value` is prose and is skipped. */
function attributesOf(list: MarkdownNode, text: string, offset: number): readonly Attribute[] {
  return childrenOf(list).flatMap(item => {
    const paragraph = childrenOf(item)[0];
    if (paragraph?.type !== 'paragraph') return [];
    const { start, end } = nodeSpan(paragraph);
    const match = /^([^\s：:`|]{1,20})[ \t]*[：:][ \t]*/.exec(text.slice(start, end));
    if (match?.[1] === undefined) return [];
    const valueSpan = { start: start + match[0].length, end };
    return [
      {
        key: match[1],
        keySpan: sectionMoved({ start, end: start + match[1].length }, offset),
        value: text.slice(valueSpan.start, valueSpan.end).replace(/`/g, '').trim(),
        valueSpan: sectionMoved(valueSpan, offset),
      },
    ];
  });
}

/** The span moved by a number of offsets. */
export function sectionMoved(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/**
 * The index of the section whose own text contains the offset; undefined before the first heading. `sections` must be
 * in order.
 */
export function sectionAt(sections: readonly Section[], offset: number): number | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.whole.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : low - 1;
}

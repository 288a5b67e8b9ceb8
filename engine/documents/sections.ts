/** Headings → sections with their extent, and the attribute list right under each. */
import type { Span } from '../base/text.ts';
import type { Attribute, Section } from './document.ts';
import { childrenOf, type MarkdownNode, type MarkdownTree, spanOf } from './markdown.ts';

export function readSections(tree: MarkdownTree, text: string, offset: number): readonly Section[] {
  const headings: Heading[] = [];
  tree.children.forEach((node, n) => {
    if (node.type === 'heading') headings.push(headingOf(node, node.depth, tree.children[n + 1], text, offset));
  });
  const end = offset + text.length;
  return headings.map((heading, n) => sectionOf(headings, heading, n, end));
}

interface Heading {
  readonly level: number;
  readonly titleSpan: Span;
  readonly title: string;
  readonly span: Span;
  readonly attributes: readonly Attribute[];
}

function headingOf(node: MarkdownNode, level: number, next: MarkdownNode | undefined, text: string, offset: number): Heading {
  const { start, end } = spanOf(node);
  const first = childrenOf(node)[0];
  const last = childrenOf(node).at(-1);
  const inner = first && last ? { start: spanOf(first).start, end: spanOf(last).end } : { start: end, end };
  return {
    level,
    title: text.slice(inner.start, inner.end).trim(),
    titleSpan: moved(inner, offset),
    span: moved({ start, end }, offset),
    attributes: next?.type === 'list' ? attributesOf(next, text, offset) : [],
  };
}

function sectionOf(headings: readonly Heading[], heading: Heading, n: number, end: number): Section {
  const after = headings.slice(n + 1).find(other => other.level <= heading.level);
  const parent = headings.findLastIndex((other, m) => m < n && other.level < heading.level);
  return {
    level: heading.level,
    title: heading.title,
    titleSpan: heading.titleSpan,
    own: { start: heading.span.end, end: headings[n + 1]?.span.start ?? end },
    whole: { start: heading.span.start, end: after?.span.start ?? end },
    parent: parent === -1 ? undefined : parent,
    attributes: heading.attributes,
  };
}

/** `- 满足：REQ-REV-012`, one a line; what does not read as `name：value` is prose and left alone. */
function attributesOf(list: MarkdownNode, text: string, offset: number): readonly Attribute[] {
  return childrenOf(list).flatMap(item => {
    const paragraph = childrenOf(item)[0];
    if (paragraph?.type !== 'paragraph') return [];
    const { start, end } = spanOf(paragraph);
    const match = /^([^\s：:`|]{1,20})[ \t]*[：:][ \t]*/.exec(text.slice(start, end));
    if (match?.[1] === undefined) return [];
    const valueSpan = { start: start + match[0].length, end };
    return [{
      key: match[1],
      keySpan: moved({ start, end: start + match[1].length }, offset),
      value: text.slice(valueSpan.start, valueSpan.end).replace(/`/g, '').trim(),
      valueSpan: moved(valueSpan, offset),
    }];
  });
}

export function moved(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** The section whose own text holds the offset. Sections are in order. */
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

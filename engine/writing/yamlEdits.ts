/**
 * Changes single values and keys of a YAML block. Everything else stays byte for byte: comments, order, quotes,
 * anchors, line ends and the names the user wrote.
 *
 * Invariant: the text after an edit parses and has the new value at its place; otherwise there is a refusal and no
 * edit.
 */
import { type Document, isAlias, isCollection, isScalar, type Node, type Pair } from 'yaml';
import type { TextEdit } from '../base/text.ts';
import { sameData } from '../base/sameData.ts';
import { addedPair, behindColon, nodeEnd, pairLines } from './yamlAdded.ts';
import {
  yamlDocumentOf,
  isEmptyBlock,
  isShared,
  newlineOf,
  type EditRefusal,
  UNREADABLE,
  type YamlBlock,
} from './yamlBlock.ts';
import { findIn, type FoundNode } from './yamlFind.ts';
import { scalarText, yaml } from './yamlValue.ts';

/**
 * Sets the value at a pointer of English keys (`/reporter/org`, `/revisions/0/refs`), adding what is missing on the way.
 * A value that is there already gives an edit that changes nothing.
 */
export function setIn(block: YamlBlock, pointer: string, value: unknown): TextEdit | EditRefusal {
  const document = yamlDocumentOf(block);
  if (document === undefined) return UNREADABLE;
  const found = findIn(document, pointer, block.fields);
  if ('refused' in found) return found;
  if (!('left' in found) && says(document, found, value))
    return { span: { start: block.span.start, end: block.span.start }, text: '' };
  const edit = 'left' in found ? added(block, document, found, value) : replaced(block, document, found, value);
  if ('refused' in edit) return edit;
  return isSaid(block, edit, pointer, value) ? edit : UNCERTAIN;
}

/** Renames the key at a pointer. Refused when there is no such key or the YAML does not allow it. */
export function renameIn(block: YamlBlock, pointer: string, to: string): TextEdit | EditRefusal {
  const document = yamlDocumentOf(block);
  if (document === undefined) return UNREADABLE;
  const found = findIn(document, pointer, block.fields);
  if ('refused' in found) return found;
  const key = 'left' in found ? undefined : found.pair?.key;
  if (!isScalar(key) || !key.range) return UNCERTAIN;
  return { span: spanFrom(block, key.range[0], key.range[1]), text: scalarText(to, key.type) };
}

const UNCERTAIN: EditRefusal = {
  refused: {
    zh: '文件头的写法特殊，无法保证改动无误，请手工修改',
    en: 'its frontmatter is written in a way that cannot be changed safely: edit it by hand',
  },
};

const SHARED: EditRefusal = {
  refused: {
    zh: '该值带有锚点，别处以 * 引用，会一并改变，请手工修改',
    en: 'other places repeat this value by its anchor and would change with it: edit it by hand',
  },
};

type There = Exclude<FoundNode, { readonly left: unknown }>;

function added(
  block: YamlBlock,
  document: Document,
  { map, left }: Extract<FoundNode, { readonly left: unknown }>,
  value: unknown,
): TextEdit | EditRefusal {
  if (map !== undefined && isShared(document, map)) return SHARED;
  const [key = '', ...rest] = left;
  const top = map === undefined || map === document.contents;
  return addedPair(block, map, key, nested(rest, value), top) ?? UNCERTAIN;
}

function replaced(block: YamlBlock, document: Document, { pair, node }: There, value: unknown): TextEdit | EditRefusal {
  if (isShared(document, node)) return SHARED;
  if (node === undefined || isEmptyBlock(node)) return filled(block, pair, value);
  if (!node.range) return UNCERTAIN;
  if (isScalar(node)) return scalarReplaced(block, node.range, value, node.type);
  if (isAlias(node) || (isCollection(node) && node.flow))
    return { span: spanFrom(block, node.range[0], node.range[1]), text: yaml(value) };
  return collectionReplaced(block, pair, node, value);
}

/** A block scalar (`|`) ends behind its last line end, which is kept. */
function scalarReplaced(
  block: YamlBlock,
  [from, to]: readonly number[],
  value: unknown,
  type: Parameters<typeof scalarText>[1],
): TextEdit {
  const span = spanFrom(block, from ?? 0, to ?? 0);
  const trimmed = block.text.slice(0, span.end).trimEnd().length;
  const text = typeof value === 'object' && value !== null ? yaml(value) : scalarText(value, type);
  return { span: { start: span.start, end: Math.max(span.start, trimmed) }, text };
}

/** Replaces a list or map of several lines as a whole, in the layout a new one would get. */
function collectionReplaced(
  block: YamlBlock,
  pair: Pair | undefined,
  node: Node,
  value: unknown,
): TextEdit | EditRefusal {
  const colon = pair && behindColon(pair);
  const key = pair?.key;
  if (colon === undefined || !isScalar(key) || !key.range) return UNCERTAIN;
  const span = spanFrom(block, colon, nodeEnd(node));
  if (/#/.test(block.text.slice(span.start, span.end)) && hasComment(node)) return COMMENTED;
  const start = block.span.start + key.range[0];
  const indent = ' '.repeat(start - (block.text.lastIndexOf('\n', start - 1) + 1));
  const lines = pairLines('x', value, indent, newlineOf(block.text));
  return { span, text: lines.slice(indent.length + 'x:'.length) };
}

const COMMENTED: EditRefusal = {
  refused: {
    zh: '该列表中有注释，改写会丢失，请手工修改',
    en: 'the list holds comments that would be lost: edit it by hand',
  },
};

function hasComment(node: Node): boolean {
  let found = Boolean(node.comment || node.commentBefore);
  if (isCollection(node))
    for (const item of node.items) found ||= [item, (item as Pair).key, (item as Pair).value].some(isCommented);
  return found;
}

function isCommented(part: unknown): boolean {
  return (
    typeof part === 'object' &&
    part !== null &&
    (Boolean((part as Node).comment) || Boolean((part as Node).commentBefore))
  );
}

function filled(block: YamlBlock, pair: Pair | undefined, value: unknown): TextEdit | EditRefusal {
  const colon = pair && behindColon(pair);
  if (colon === undefined) return UNCERTAIN;
  return { span: spanFrom(block, colon, colon), text: ` ${yaml(value)}` };
}

function spanFrom({ span }: YamlBlock, start: number, end: number) {
  return { start: span.start + start, end: span.start + end };
}

function nested(names: readonly string[], value: unknown): unknown {
  return names.reduceRight((inner: unknown, name) => ({ [name]: inner }), value);
}

/** A scalar is also compared as written: `2026` equals the text “2026”. */
function says(document: Document, { node }: There, value: unknown): boolean {
  const wanted = isScalar(value) ? value.value : value;
  if (node === undefined || isEmptyBlock(node)) return false;
  if (isScalar(node) && typeof wanted === 'string') return node.value === wanted || node.source === wanted;
  return sameData(node.toJS(document), plainOf(wanted));
}

function plainOf(value: unknown): unknown {
  if (isScalar(value)) return value.value;
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainOf(inner)]));
}

function isSaid(block: YamlBlock, { span, text }: TextEdit, pointer: string, value: unknown): boolean {
  const after = block.text.slice(0, span.start) + text + block.text.slice(span.end);
  const end = block.span.end + after.length - block.text.length;
  const changed = { ...block, text: after, span: { start: block.span.start, end } };
  const document = yamlDocumentOf(changed);
  const found = document && findIn(document, pointer, block.fields);
  return (
    document !== undefined &&
    found !== undefined &&
    !('refused' in found) &&
    !('left' in found) &&
    says(document, found, value)
  );
}

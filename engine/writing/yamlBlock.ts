/**
 * A block of YAML inside a file, as the document model of `yaml` sees it, with offsets into the file: the frontmatter of a
 * document, or the whole of docket.yml. Names are matched as the reader matches them, so that `期间` is found for `period`.
 */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Span } from '../base/text.ts';
import type { Words } from '../base/words.ts';
import { readFrontmatter } from '../documents/frontmatter.ts';
import { fold } from '../model/kinds/compileFields.ts';
import type { Fields } from '../model/kinds/kinds.ts';

export interface YamlBlock {
  /** Of the whole file. */
  readonly text: string;
  /** Where the YAML stands in it, without the `---` lines. */
  readonly span: Span;
  /** What the keys mean; undefined where every key is only itself. */
  readonly fields: Fields | undefined;
}

/** Why nothing is written. A part of a sentence, without a full stop. */
export interface Refusal {
  readonly refused: Words;
}

export const UNREADABLE: Refusal = {
  refused: { zh: '其中的 YAML 读不出来，请先改正', en: 'its YAML cannot be read: correct it first' },
};

/** Undefined when the text has no frontmatter, or one that nothing closes. */
export function frontmatterBlock(text: string, fields: Fields | undefined): YamlBlock | undefined {
  const { head, problems } = readFrontmatter(text);
  if (
    head.end === head.start ||
    problems.some(({ code }) => code === 'frontmatter-open' || code === 'frontmatter-not-yaml')
  )
    return undefined;
  const start = text.indexOf('\n', head.start) + 1;
  return { text, span: { start, end: text.lastIndexOf('\n', head.end - 1) + 1 }, fields };
}

export function wholeBlock(text: string, fields: Fields | undefined): YamlBlock {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return { text, span: { start, end: text.length }, fields };
}

/** Undefined when the YAML does not parse or is no map; an empty block is a document without contents. */
export function documentOf({ text, span }: YamlBlock): Document | undefined {
  const document = parseDocument(text.slice(span.start, span.end), {
    keepSourceTokens: true,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) return undefined;
  const { contents } = document;
  return contents === null || isMap(contents) || isEmpty(contents) ? document : undefined;
}

/** The pairs of a map whose key means `part`: more than one when a key is written twice, be it in two languages. */
export function pairsNamed(map: YAMLMap, part: string, fields: Fields | undefined): readonly Pair[] {
  return map.items.filter(({ key }) => {
    const name = nameOf(key);
    return name === part || fields?.named.get(fold(name)) === part;
  });
}

/** A key as written, without quotes. */
export function nameOf(key: unknown): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : '';
}

/** No value at all: `severity:`, with or without a comment. */
export function isEmpty(node: unknown): node is Scalar {
  return (
    isScalar(node) &&
    node.value === null &&
    (node.source ?? '') === '' &&
    node.anchor === undefined &&
    node.tag === undefined
  );
}

/** Another place repeats this value by an alias, and would change with it. */
export function isShared(document: Document, node: unknown): boolean {
  if (!isNode(node) || isAlias(node)) return false;
  const anchors = new Set<string>();
  visit(node, {
    Node: (_key, inner) => void ('anchor' in inner && inner.anchor !== undefined && anchors.add(inner.anchor)),
  });
  let shared = false;
  if (anchors.size > 0) visit(document, { Alias: (_key, { source }) => void (shared ||= anchors.has(source)) });
  return shared;
}

export const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

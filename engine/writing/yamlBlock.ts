/**
 * A block of YAML in a file, parsed by `yaml`, with offsets into the file: the frontmatter of a document, or the whole
 * docket.yml. Keys are matched as the reader matches them, so that `期间` is found for `period`.
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

/** A block of YAML and the file around it. */
export interface YamlBlock {
  /** The text of the whole file. */
  readonly text: string;
  /** The span of the YAML in the file, without the `---` lines. */
  readonly span: Span;
  /** The fields behind the keys; undefined when the keys have no other names. */
  readonly fields: Fields | undefined;
}

/** An edit that is refused, with the reason: a part of a sentence, without a full stop. */
export interface EditRefusal {
  readonly refused: Words;
}

/** The refusal for YAML that does not parse. */
export const UNREADABLE: EditRefusal = {
  refused: { zh: '其中的 YAML 读不出来，请先改正', en: 'its YAML cannot be read: correct it first' },
};

/** The frontmatter of a text; undefined when it has none or the block is not closed. */
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

/** A whole file as one block, such as docket.yml. */
export function wholeBlock(text: string, fields: Fields | undefined): YamlBlock {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return { text, span: { start, end: text.length }, fields };
}

/**
 * The parsed block; undefined when the YAML does not parse or is not a map. An empty block is a document without
 * contents.
 */
export function yamlDocumentOf({ text, span }: YamlBlock): Document | undefined {
  const document = parseDocument(text.slice(span.start, span.end), {
    keepSourceTokens: true,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) return undefined;
  const { contents } = document;
  return contents === null || isMap(contents) || isEmptyBlock(contents) ? document : undefined;
}

/**
 * The pairs of a map whose key means `part`. There are several when a key is written twice, for example once in each
 * language.
 */
export function pairsNamed(map: YAMLMap, part: string, fields: Fields | undefined): readonly Pair[] {
  return map.items.filter(({ key }) => {
    const name = writtenName(key);
    return name === part || fields?.named.get(fold(name)) === part;
  });
}

/** A key as written, without quotes. */
export function writtenName(key: unknown): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : '';
}

/** Whether there is no value: `severity:`, with or without a comment. */
export function isEmptyBlock(node: unknown): node is Scalar {
  return (
    isScalar(node) &&
    node.value === null &&
    (node.source ?? '') === '' &&
    node.anchor === undefined &&
    node.tag === undefined
  );
}

/** Whether another place uses this value by an alias and would change with it. */
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

/** The line end of a text: CRLF when it has any, else LF. */
export const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

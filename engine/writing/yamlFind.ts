/** Follows a pointer of English keys into a YAML document, as far as it leads. */
import { type Document, isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Words } from '../base/words.ts';
import type { Field, Fields } from '../model/kinds/kinds.ts';
import { isEmptyBlock, writtenName, pairsNamed, type EditRefusal } from './yamlBlock.ts';

/** What is at the end of a pointer, or the map at which it stops. */
export type FoundNode =
  /** An existing place. `pair` is undefined for an item of a list, `node` for a key without a value. */
  | { readonly pair: Pair | undefined; readonly node: Node | undefined }
  /**
   * The map without the next key; undefined for a block without keys. `left` is the rest of the pointer, from the
   * missing key on.
   */
  | { readonly map: YAMLMap | undefined; readonly left: readonly string[] };

/**
 * Follows a pointer such as `/reporter/org`; items of lists count from 0. Refused when a key is written twice or the
 * pointer leads into a single value.
 */
export function findIn(document: Document, pointer: string, fields: Fields | undefined): FoundNode | EditRefusal {
  const parts = pointer.split('/').slice(1);
  let found: FoundNode = { pair: undefined, node: document.contents ?? undefined };
  let within: Pick<Field, 'fields' | 'of'> = { fields, of: undefined };
  for (const [n, part] of parts.entries()) {
    const next: FoundNode | EditRefusal = step(found, part, within.fields, parts.slice(n));
    if ('refused' in next || 'left' in next) return next;
    within = (isSeq(found.node) ? within.of : within.fields?.byKey.get(part)) ?? { fields: undefined, of: undefined };
    found = next;
  }
  return found;
}

type There = Extract<FoundNode, { readonly pair: unknown }>;

function step(
  { pair, node }: There,
  part: string,
  fields: Fields | undefined,
  left: readonly string[],
): FoundNode | EditRefusal {
  if (isMap(node)) {
    const pairs = pairsNamed(node, part, fields);
    if (pairs.length > 1) return { refused: twice(pairs) };
    const value = pairs[0]?.value;
    return pairs[0] === undefined ? { map: node, left } : { pair: pairs[0], node: isNode(value) ? value : undefined };
  }
  if (isSeq(node)) {
    const item = /^\d+$/.test(part) ? node.items[Number(part)] : undefined;
    return isNode(item) ? { pair: undefined, node: item } : { refused: noMap(part) };
  }
  if (node !== undefined && !isEmptyBlock(node)) return { refused: noMap(part) };
  return pair === undefined ? { map: undefined, left } : { pair, node };
}

function twice(pairs: readonly Pair[]): Words {
  const names = pairs.map(({ key }) => (isScalar(key) ? writtenName(key) : ''));
  return {
    zh: `“${names.join('”与“')}”是同一字段，写了两次，请先删去一个`,
    en: `“${names.join('” and “')}” are one field written twice: delete one first`,
  };
}

function noMap(part: string): Words {
  return { zh: `文件头中没有可以写入 ${part} 的地方`, en: `there is no place for ${part} in the frontmatter` };
}

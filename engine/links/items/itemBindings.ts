/**
 * Bindings between items, along the relations that carry debts: when an item moves, the item that writes the relation
 * to it owes a change. REQ ⇒ HD ⇒ LD, REQ ⇒ test case, REQ ⇒ section of a manual. Each step counts for itself; debts do
 * not travel further.
 */
import { ALL, type Get } from '../../base/queries.ts';
import type { Entry, Item, Link } from '../../model/entry.ts';
import { withoutNumber } from '../../model/read/headings.ts';
import { findHolder, linksFrom, linksTo } from '../../model/outline.ts';
import { catalogue } from '../../model/config/projectConfig.ts';

/** A directed pair of items that must agree. */
export interface ItemBinding {
  /** The item that owes when the left one moves, or the section of a manual as links name it: `ZZGL-SUM#5.6 超期预警`. */
  readonly right: string;
  /** The item that the relation names. */
  readonly left: string;
  readonly relation: string;
}

/** The bindings whose right side owes when `item` moves, in the order of their documents. */
export function answeringTo(item: string, get: Get): readonly ItemBinding[] {
  return bindingsAlong(get(linksTo, item), get);
}

/** The bindings of an item or section as the right side: the items it must follow. */
export function answeredBy(right: string, get: Get): readonly ItemBinding[] {
  return bindingsAlong(get(linksFrom, right), get);
}

/** The sources of links that carry debts, each once, in order. */
export function debtorsIn(links: readonly Link[], get: Get): readonly string[] {
  const { relations } = get(catalogue, ALL);
  return [...new Set(links.filter(({ relation }) => relations.get(relation)?.owes === true).map(({ from }) => from))];
}

/** The key of a pair in docket.lock: `HD-REV-03 REQ-REV-012`, `ZZGL-SUM#超期预警 REQ-REV-012` */
export function keyOfPair({ right, left }: Pick<ItemBinding, 'right' | 'left'>): string {
  return `${plainName(right)} ${left}`;
}

/**
 * A name without blanks, as docket.lock and the command line write it. The number of a section is left off, so that the
 * name survives renumbering.
 */
export function plainName(name: string): string {
  const [document = '', ...heading] = name.split('#');
  return heading.length === 0 ? name : `${document}#${withoutNumber(heading.join('#')).replace(/\s+/g, '_')}`;
}

/** The document that contains an item or a section. */
export function documentOf(name: string, get: Get): Entry | undefined {
  const [document = ''] = name.split('#');
  return findHolder(get, findHolder(get, document)?.item?.document ?? document)?.entry;
}

/**
 * The kind of the document that contains an item or section; when that document has no frontmatter, the first kind that
 * may contain such items.
 */
export function documentKindOf(item: Pick<Item, 'id' | 'kind'>, get: Get): string | undefined {
  return documentOf(item.id, get)?.kind ?? get(catalogue, ALL).items.get(item.kind)?.kinds[0];
}

function bindingsAlong(links: readonly Link[], get: Get): readonly ItemBinding[] {
  const { relations } = get(catalogue, ALL);
  const bound = links
    .filter(
      ({ relation, from, target }) =>
        relations.get(relation)?.owes === true && isAlive(findHolder(get, target)?.item) && stillOwes(from, get),
    )
    .map(({ from, target, relation }) => ({ right: from, left: target, relation }));
  return [...new Map(bound.map(binding => [keyOfPair(binding), binding])).values()];
}

/** Whether the right side can still owe. A section has no state, so it always can. */
function stillOwes(name: string, get: Get): boolean {
  return name.includes('#') || isAlive(findHolder(get, name)?.item);
}

/** Whether an item exists and is not marked `deleted`. */
export function isAlive(item: Item | undefined): boolean {
  return item !== undefined && item.attributes['status'] !== 'deleted';
}

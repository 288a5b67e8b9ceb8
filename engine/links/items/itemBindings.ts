/**
 * Which items answer to which: along the relations that carry debts, the item that writes the relation owes when the one it names
 * moves. REQ ⇒ HD ⇒ LD, REQ ⇒ test case, REQ ⇒ section of a manual; each step for itself, nothing further along.
 */
import { ALL, type Get } from '../../base/queries.ts';
import type { Entry, Item, Link } from '../../model/entry.ts';
import { withoutNumber } from '../../model/read/headings.ts';
import { findHolder, linksFrom, linksTo } from '../../model/outline.ts';
import { catalogue } from '../../model/config/projectConfig.ts';

export interface ItemBinding {
  /** The identifier of the item that owes, or the section of a manual as links name it: `ZZGL-SUM#5.6 超期预警`. */
  readonly right: string;
  /** The item that it answers to. */
  readonly left: string;
  readonly relation: string;
}

/** Those that owe when an item moves; in order of the documents they stand in. */
export function answeringTo(item: string, get: Get): readonly ItemBinding[] {
  return bindingsAlong(get(linksTo, item), get);
}

/** What an item, or a section, owes for. */
export function answeredBy(right: string, get: Get): readonly ItemBinding[] {
  return bindingsAlong(get(linksFrom, right), get);
}

/** Who may owe among those that some links go out from: each once, in order. */
export function debtorsIn(links: readonly Link[], get: Get): readonly string[] {
  const { relations } = get(catalogue, ALL);
  return [...new Set(links.filter(({ relation }) => relations.get(relation)?.owes === true).map(({ from }) => from))];
}

/** `HD-REV-03 REQ-REV-012`, `ZZGL-SUM#超期预警 REQ-REV-012` */
export function keyOfPair({ right, left }: Pick<ItemBinding, 'right' | 'left'>): string {
  return `${plainName(right)} ${left}`;
}

/** A name in one word, as docket.lock and a command line write it; a section keeps it when it is numbered anew. */
export function plainName(name: string): string {
  const [document = '', ...heading] = name.split('#');
  return heading.length === 0 ? name : `${document}#${withoutNumber(heading.join('#')).replace(/\s+/g, '_')}`;
}

/** The document that an item or a section stands in. */
export function documentOf(name: string, get: Get): Entry | undefined {
  const [document = ''] = name.split('#');
  return findHolder(get, findHolder(get, document)?.item?.document ?? document)?.entry;
}

/** The kind of document that an item or a section stands in; where that document has no frontmatter, the first its kind lives in. */
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

/** A section has no state of its own. */
function stillOwes(name: string, get: Get): boolean {
  return name.includes('#') || isAlive(findHolder(get, name)?.item);
}

export function isAlive(item: Item | undefined): boolean {
  return item !== undefined && item.attributes['status'] !== 'deleted';
}

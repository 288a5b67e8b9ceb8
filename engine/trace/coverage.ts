/**
 * What answers to an item: a requirement is designed, detailed, coded, tested and described; a design element detailed and
 * coded; a unit coded. Each step follows links in the direction people write them.
 */
import { type Get, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import { codeOf as codeKey } from '../links/bindings.ts';
import { boundOrTagged } from '../links/lockAt.ts';
import { type TaggedCode, taggedCode } from '../links/taggedCode.ts';
import type { Item } from '../model/entry.ts';
import { findHolder, linksTo } from '../model/outline.ts';
import { idsIn } from '../model/references.ts';

/** Identifiers, for code `path` or `path#Symbol`, for a manual `ZZGL-SUM#5.6 超期预警`; each sorted. Tags in code cover as well. */
export interface Coverage {
  readonly hld: readonly string[];
  readonly lld: readonly string[];
  readonly code: readonly string[];
  readonly test: readonly string[];
  readonly manual: readonly string[];
}

export const coverage = query<Coverage>(
  'coverage',
  (id, get) => {
    const kind = findHolder(get, id)?.item?.kind;
    const hld = kind === 'srs-item' ? elementsOf(id, get) : [];
    const lld = kind === 'design-element' ? pointing(id, 'realizes', get) : hld.flatMap(element => pointing(element, 'realizes', get));
    const units = kind === 'lld-unit' ? [id] : lld;
    return {
      hld: sorted(hld),
      lld: sorted(lld),
      code: sorted([...units.flatMap(unit => codeOf(unit, get)), ...taggedWith(id, 'implements', get)]),
      test: sorted([...pointing(id, 'verifies', get), ...taggedWith(id, 'verifies', get)]),
      manual: sorted(describing(id, get)),
    };
  },
  sameData,
);

/** A requirement may name its elements itself. */
function elementsOf(id: string, get: Get): readonly string[] {
  const trace = findHolder(get, id)?.item?.attributes['trace'];
  const named = idsIn(typeof trace === 'string' ? trace : '').filter(target => aliveItem(target, get)?.kind === 'design-element');
  return [...pointing(id, 'satisfies', get), ...named];
}

/** Items that point at this one and still hold. */
function pointing(id: string, relation: string, get: Get): readonly string[] {
  const links = get(linksTo, id).filter(link => link.relation === relation);
  return links.map(({ from }) => from).filter(from => aliveItem(from, get) !== undefined);
}

/** Sections have no identifier of their own: the manual and the heading name them. */
function describing(id: string, get: Get): readonly string[] {
  return get(linksTo, id)
    .filter(({ relation }) => relation === 'describes')
    .map(({ from }) => from);
}

/** What a unit names, and what names it. */
function codeOf(unit: string, get: Get): readonly string[] {
  const item = aliveItem(unit, get);
  return item === undefined ? [] : boundOrTagged(item, get).map(codeKey);
}

/** What a tag says of the item itself: a requirement may be named in the code. */
function taggedWith(id: string, relation: TaggedCode['relation'], get: Get): readonly string[] {
  if (aliveItem(id, get)?.kind === 'lld-unit' && relation === 'implements') return [];
  return get(taggedCode, id).flatMap(tagged => (tagged.relation === relation ? [codeKey(tagged)] : []));
}

function aliveItem(id: string, get: Get): Item | undefined {
  const item = findHolder(get, id)?.item;
  return item?.attributes['status'] === 'deleted' ? undefined : item;
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

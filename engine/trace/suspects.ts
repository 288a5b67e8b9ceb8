/**
 * Suspect links: pairs of items, and code of units, where docket.lock shows that one side has moved since they last
 * agreed. A matrix must not show them as valid.
 */
import { ALL, type Get } from '../base/queries.ts';
import type { Words } from '../base/words.ts';
import { codeOf, isUnit } from '../links/code/bindings.ts';
import { answeringTo } from '../links/items/itemBindings.ts';
import { isFinal } from '../links/items/itemDebts.ts';
import { lock, type LockState, standingOf } from '../links/lock/lockAt.ts';
import type { Item } from '../model/entry.ts';
import { type PairStanding, pairStandingOf } from './pairStanding.ts';

/** A pair of which one side moved. */
export interface Suspect {
  /** The side that should have followed: an item, or the section of a manual. */
  readonly right: string;
  /** The side that moved: an item, or code as `path` or `path#Symbol`. */
  readonly left: string;
  readonly relation: string;
  readonly reason: Words;
}

/** The suspect pairs with the item on either side, its code included. */
export function suspectsOf(item: Item, get: Get): readonly Suspect[] {
  if (get(lock, ALL).agreements.size === 0) return [];
  const answering = answeringTo(item.id, get).flatMap(({ right }) =>
    suspectPairsOf(right, get).filter(({ left }) => left === item.id),
  );
  return [...suspectPairsOf(item.id, get), ...answering, ...suspectCodeOf(item, get)];
}

/** The suspect pairs whose right side is this item or section. */
export function suspectPairsOf(right: string, get: Get): readonly Suspect[] {
  return pairStandingOf(right, get)
    .filter(standing => standing.state !== 'agreed' && !isSuperseded(standing, get))
    .map(({ binding, state, change }) => ({
      ...binding,
      reason: reasonFor(binding.left, binding.right, state, change),
    }));
}

/** The suspect code of a unit. */
export function suspectCodeOf(item: Item, get: Get): readonly Suspect[] {
  if (!isUnit(item, get)) return [];
  const stale = (standingOf(item, get) ?? []).filter(({ state }) => state !== 'agreed');
  return stale.map(({ binding, state }) => {
    const left = codeOf(binding);
    return { right: item.id, left, relation: 'implements', reason: reasonFor(left, item.id, state) };
  });
}

/** Whether a finished test is replaced by a later one of the same requirement that agrees. */
function isSuperseded({ binding: { right, left, relation } }: PairStanding, get: Get): boolean {
  if (!isFinal(right, get)) return false;
  const others = answeringTo(left, get).filter(other => other.relation === relation && other.right !== right);
  return others.some(other =>
    pairStandingOf(other.right, get).some(({ binding, state }) => binding.left === left && state === 'agreed'),
  );
}

function reasonFor(left: string, right: string, state: LockState, change?: string): Words {
  if (state === 'debt')
    return { zh: `${left} 变了，${right} 没有跟着改`, en: `${left} changed and ${right} did not follow` };
  if (change !== undefined)
    return {
      zh: `${left} 变了，${change} 已说明 ${right}，尚未记录`,
      en: `${left} changed and ${change} speaks for ${right}, not recorded yet`,
    };
  return { zh: `${left} 与 ${right} 都改过，尚未记录`, en: `${left} and ${right} both moved, not recorded yet` };
}

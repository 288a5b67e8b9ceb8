/**
 * The state of each pair of items in docket.lock: a requirement against the design that satisfies it, its tests, its
 * manual. A pair without a record is not judged, and neither is one whose left side is being written.
 */
import { ALL, type Get } from '../base/queries.ts';
import { declares, isUnderWay } from '../links/declarations.ts';
import { answeredBy, documentOf, type ItemBinding, keyOfPair } from '../links/items/itemBindings.ts';
import { isInTheMaking, saysUpdated } from '../links/items/itemDebts.ts';
import { itemSignature } from '../links/items/itemSignature.ts';
import type { Agreement } from '../links/lock/lock.ts';
import { lock, type LockState } from '../links/lock/lockAt.ts';
import { findHolder } from '../model/outline.ts';
import { movedItem } from './moved.ts';

/** A recorded pair with its state and its signatures now. */
export interface PairStanding {
  readonly binding: ItemBinding;
  readonly state: LockState;
  readonly left: string;
  readonly right: string;
  /** For an unrecorded pair: the approval that says the right side is updated or not affected. */
  readonly change?: string;
}

/** The recorded pairs whose right side is this item or manual section. */
export function pairStandingOf(right: string, get: Get): readonly PairStanding[] {
  const { agreements } = get(lock, ALL);
  if (agreements.size === 0) return [];
  return answeredBy(right, get).flatMap(binding => {
    const values = agreements.get(keyOfPair(binding));
    return values === undefined ? [] : [standingTo(values, binding, get)];
  });
}

function standingTo(values: readonly Agreement[], binding: ItemBinding, get: Get): PairStanding {
  const [left, right] = [get(itemSignature, binding.left) ?? '', get(itemSignature, binding.right) ?? ''];
  const seen = { binding, left, right };
  if (values.some(value => value.left === left) || isInTheMaking(binding.left, get))
    return { ...seen, state: 'agreed' };
  if (values.every(value => value.right !== right)) return { ...seen, state: 'unrecorded' };
  const change = declaring(binding, values, get);
  return change === undefined ? { ...seen, state: 'debt' } : { ...seen, state: 'unrecorded', change };
}

/**
 * Among the open changes that carry the left side, the first that declares the right one and is not in the lock yet.
 */
function declaring({ left, right }: ItemBinding, values: readonly Agreement[], get: Get): string | undefined {
  const kind = documentOf(right, get)?.kind ?? '';
  const changes = get(movedItem, left)?.changes ?? [];
  return changes.find(id => {
    const approval = findHolder(get, id)?.entry;
    const isNew = approval !== undefined && isUnderWay(approval, get) && !values.some(({ change }) => change === id);
    return isNew && (saysUpdated(approval, kind) || declares(id, kind, right, get));
  });
}

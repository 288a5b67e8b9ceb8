/**
 * How each pair of items stands to docket.lock: what a requirement says against the design that satisfies it, its tests, its manual.
 * A pair that nobody ever recorded is not judged, and neither is one whose left side is being written.
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

export interface PairStanding {
  readonly binding: ItemBinding;
  readonly state: LockState;
  readonly left: string;
  readonly right: string;
  /** Of what is unrecorded: the approval that says the right side is up to date, or not affected. */
  readonly change?: string;
}

/** Of an item, or the section of a manual, to each of those it answers to. */
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

/** Of the changes under way that brought the left side, one that speaks of the right one and has not been counted before. */
function declaring({ left, right }: ItemBinding, values: readonly Agreement[], get: Get): string | undefined {
  const kind = documentOf(right, get)?.kind ?? '';
  const changes = get(movedItem, left)?.changes ?? [];
  return changes.find(id => {
    const approval = findHolder(get, id)?.entry;
    const isNew = approval !== undefined && isUnderWay(approval, get) && !values.some(({ change }) => change === id);
    return isNew && (saysUpdated(approval, kind) || declares(id, kind, right, get));
  });
}

/** What a commit says about items that answer to each other: pairs of which both have moved, and what a change approval declares. */
import { answeredBy, answeringTo, type ItemBinding, keyOfPair } from '../../engine/links/items/itemBindings.ts';
import { type Moves, movesIn } from '../../engine/links/items/itemMoves.ts';
import { itemSignature } from '../../engine/links/items/itemSignature.ts';
import type { Lock } from '../../engine/links/lock/lock.ts';
import { withRecorded, type Said } from '../../engine/links/lock/recording.ts';
import type { Change } from '../../engine/rules/rule.ts';
import { pairStandingOf } from '../../engine/trace/pairStanding.ts';

/** The lock with what the items of a commit have agreed on; itself when there is nothing new. */
export function withPairs(agreements: Lock['agreements'], change: Change, by: string): Lock['agreements'] {
  const moves = movesIn(change.files, change);
  let next = agreements;
  for (const binding of pairsMoved(moves, change)) {
    const said = saidOf(binding, moves, change, by);
    const [left, right] = [
      change.after.get(itemSignature, binding.left),
      change.after.get(itemSignature, binding.right) ?? '',
    ];
    const known = next.get(keyOfPair(binding)) ?? [];
    if (said !== undefined && !known.some(value => value.left === left && value.right === right))
      next = withRecorded(next, [{ key: keyOfPair(binding), left, right }], said);
  }
  return next;
}

/** Every pair of which one side moved, once. */
function pairsMoved(moves: Moves, { after: { get } }: Change): readonly ItemBinding[] {
  const pairs = [...moves.keys()].flatMap(name => [...answeringTo(name, get), ...answeredBy(name, get)]);
  return [...new Map(pairs.map(pair => [keyOfPair(pair), pair])).values()];
}

/**
 * Undefined where the commit says nothing: one side moved of a pair that is not recorded, or that is in debt. The right side
 * moving alone goes on agreeing, in the words it has now.
 */
function saidOf({ left, right }: ItemBinding, moves: Moves, { after: { get } }: Change, by: string): Said | undefined {
  const agreed: Said = { how: 'agreed', by, because: '' };
  if (moves.has(left) && moves.has(right)) return agreed;
  const standing = pairStandingOf(right, get).find(({ binding }) => binding.left === left);
  if (standing === undefined || standing.state === 'debt') return undefined;
  if (standing.change !== undefined) return { how: 'declared', change: standing.change, by, because: '' };
  return moves.has(right) ? agreed : undefined;
}

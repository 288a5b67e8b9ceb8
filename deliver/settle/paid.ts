/** `docket.lock` after a commit that pays: what the hook records. */
import { actionOf } from '../../engine/base/plan.ts';
import { ALL, type Get } from '../../engine/base/queries.ts';
import { asPath } from '../../engine/base/text.ts';
import { type Binding, bindingsOf, codeOf, isUnit, bindingKey } from '../../engine/links/code/bindings.ts';
import { codeSignature } from '../../engine/links/code/codeSignature.ts';
import { type Debt, directDebts } from '../../engine/links/debts.ts';
import { itemSignature } from '../../engine/links/items/itemSignature.ts';
import { LOCK_PATH, type Lock, printLock } from '../../engine/links/lock/lock.ts';
import { boundBy, lock, standingOf } from '../../engine/links/lock/lockAt.ts';
import { withRecorded, type RecordedPair, type Said } from '../../engine/links/lock/recording.ts';
import type { Item } from '../../engine/model/entry.ts';
import { outline } from '../../engine/model/outline.ts';
import { isDocumentPath } from '../../engine/model/config/projectConfig.ts';
import type { Change } from '../../engine/rules/rule.ts';
import { type NewText, planned } from '../filePlan.ts';
import { withPairs } from './pairsPaid.ts';

/** Undefined when the commit changes nothing the lock has to know, or the lock has lines that cannot be read and would be lost. */
export function lockAfter(change: Change, by: string): NewText | undefined {
  const { after } = change;
  const { agreements: before, foreign } = after.get(lock, ALL);
  if (foreign.length > 0) return undefined;
  const debts = Map.groupBy(directDebts(change), ({ owed }) => owed.id);
  let next: Lock['agreements'] = before;
  for (const item of unitsConcerned(change, debts)) {
    const own = debts.get(item.id) ?? [];
    const declared = own.find(({ status }) => status === 'declared')?.paidBy;
    const said: Said =
      declared === undefined
        ? { how: 'agreed', by, because: '' }
        : { how: 'declared', change: declared, by, because: '' };
    if (!own.some(({ status }) => status === 'open'))
      next = withRecorded(next, agreeing(item, own, next, change), said);
  }
  next = withPairs(next, change, by);
  const file = planned(after, asPath(LOCK_PATH), printLock(next));
  return next === before || actionOf(file) === 'keep' ? undefined : file;
}

function unitsConcerned(
  { files, before, after }: Change,
  debts: ReadonlyMap<string, readonly Debt[]>,
): readonly Item[] {
  const documents = files.filter(({ path, how }) => how !== 'deleted' && after.get(isDocumentPath, path));
  const moved = documents
    .flatMap(({ path }) => after.get(outline, path).items)
    .filter(
      item => isUnit(item, after.get) && before.get(itemSignature, item.id) !== after.get(itemSignature, item.id),
    );
  const owing = [...debts.keys()].flatMap(id => after.find(id)?.item ?? []);
  return [...new Map([...moved, ...owing].map(item => [item.id, item])).values()];
}

/**
 * Of a unit that was never reviewed all its code agrees from the commit on that moves both. Of one that was: what is new in this
 * commit, and what agreed already, at the words it has now. Settled by name stays settled.
 */
function agreeing(
  item: Item,
  debts: readonly Debt[],
  agreements: Lock['agreements'],
  { after: { get } }: Change,
): readonly RecordedPair[] {
  const right = get(itemSignature, item.id) ?? '';
  const standing = standingOf(item, get);
  const moved = debts.flatMap(({ because }) => get(bindingsOf, because.path)).filter(({ unit }) => unit === item.id);
  if (standing === undefined)
    return debts.some(({ status }) => status !== 'open') ? pairsOf([...boundBy(item, get), ...moved], right, get) : [];
  const touched = new Set(moved.map(({ path }) => path));
  const known = standing
    .filter(({ binding, state }) => state !== 'debt' || touched.has(binding.path))
    .map(({ binding }) => binding);
  return pairsOf([...known, ...moved], right, get).filter(
    ({ key, left }) => !(agreements.get(key) ?? []).some(value => value.left === left && value.right === right),
  );
}

function pairsOf(bindings: readonly Binding[], right: string, get: Get): readonly RecordedPair[] {
  return bindings.map(binding => ({ key: bindingKey(binding), left: get(codeSignature, codeOf(binding)), right }));
}

/**
 * Debts of items: the left item of a pair moved and the right one did not. A new item brings no debts, and there are
 * none while the document of the moved item is being written.
 *
 * Documents are updated one after another in commits of their own, so none of these debts is due before the release.
 */
import { ALL, type Get } from '../../base/queries.ts';
import type { Path } from '../../base/text.ts';
import { textOf } from '../../model/config/config.ts';
import { type Entry, reached } from '../../model/entry.ts';
import { findHolder } from '../../model/outline.ts';
import { type DueStage, dueOf } from '../../model/config/owes.ts';
import { catalogue, config } from '../../model/config/projectConfig.ts';
import { declares, declaredRows } from '../declarations.ts';
import type { Debt } from '../debts.ts';
import { answeringTo, documentOf, type ItemBinding, keyOfPair } from './itemBindings.ts';
import { type Moves, movesBy, movesIn } from './itemMoves.ts';
import { itemSignature } from './itemSignature.ts';
import { lock } from '../lock/lockAt.ts';
import type { Moments } from '../moments.ts';
import { trailersNamed } from '../trailers.ts';

/** The debts for items that moved outside of every change approval, in the order of their documents. */
export function itemDebts(moments: Moments): readonly Debt[] {
  const { commits, files, after } = moments;
  const moves = movesIn(files, moments);
  if (moves.size === 0) return [];
  const approved = commits.filter(({ message }) =>
    trailersNamed(message, 'change').some(id => findHolder(after.get, id)?.entry?.kind === 'change-approval'),
  );
  const carried = movesBy(approved, moments);
  return debtsFor(
    new Map([...moves].filter(([item]) => !carried.has(item))),
    { moves, approval: undefined },
    after.get,
  );
}

/** The debts for items that a change moved; its approval may pay or declare them. */
export function owedFor(moves: Moves, approval: Entry, get: Get): readonly Debt[] {
  return debtsFor(moves, { moves, approval }, get);
}

/** What can pay a debt: the moves of all items, and the approval of the change if there is one. */
interface Paying {
  readonly moves: Moves;
  readonly approval: Entry | undefined;
}

function debtsFor(lefts: Moves, paying: Paying, get: Get): readonly Debt[] {
  const movers = [...lefts].filter(
    ([left, { was, is }]) => was !== undefined && is !== undefined && !isInTheMaking(left, get),
  );
  return movers.flatMap(([left, { path }]) =>
    pairsOwing(left, paying.moves, get).map(pair => debtOf(pair, path, paying, get)),
  );
}

/** Whether the document of an item is being written: it is not approved, or not approved again. */
export function isInTheMaking(item: string, get: Get): boolean {
  const document = documentOf(item, get);
  const kind = get(catalogue, ALL).kinds.get(document?.kind ?? '');
  return document !== undefined && kind !== undefined && !reached(document, kind, 'approved');
}

/** Whether the document of an item is closed for changes, such as the report of a finished test. */
export function isFinal(item: string, get: Get): boolean {
  const document = documentOf(item, get);
  return (
    get(catalogue, ALL)
      .kinds.get(document?.kind ?? '')
      ?.states.get(document?.status ?? '')?.final === true
  );
}

/**
 * A finished test is not changed. Of several finished ones, one represents all: the one that moved, if there is any.
 */
function pairsOwing(left: string, moves: Moves, get: Get): readonly ItemBinding[] {
  const pairs = answeringTo(left, get);
  const over = Map.groupBy(
    pairs.filter(({ right }) => isFinal(right, get)),
    ({ relation }) => relation,
  );
  const open = pairs.filter(({ right }) => !isFinal(right, get));
  const standing = [...over].filter(
    ([relation]) => !open.some(pair => pair.relation === relation && moves.has(pair.right)),
  );
  return [...open, ...standing.flatMap(([, all]) => all.find(({ right }) => moves.has(right)) ?? all.at(-1) ?? [])];
}

/** `path` is that of the moved item, for the case that it cannot be found any more. */
function debtOf(pair: ItemBinding, path: Path, { moves, approval }: Paying, get: Get): Debt {
  const { right, left } = pair;
  const kind = documentOf(right, get)?.kind ?? '';
  const owed = {
    owed: { kind, id: right },
    because: { path: findHolder(get, left)?.item?.path ?? path, deleted: false, item: left },
    due: dueOfItems(kind, get),
    ...(approval === undefined ? {} : { change: approval.id }),
  };
  if (moves.has(right)) return { ...owed, status: 'paid', paidBy: right };
  if (approval !== undefined && saysUpdated(approval, kind)) return { ...owed, status: 'paid', paidBy: approval.id };
  if (approval !== undefined && declares(approval.id, kind, right, get))
    return { ...owed, status: 'declared', paidBy: approval.id };
  return isSettled(pair, get) ? { ...owed, status: 'paid', paidBy: 'docket.lock' } : { ...owed, status: 'open' };
}

/** When a debt of items of this kind of document is due: as docket.yml says, but not before the release. */
export function dueOfItems(kind: string, get: Get): DueStage {
  const due = dueOf(get(config, ALL), kind);
  return due.startsWith('release') ? due : 'release';
}

/**
 * Whether the approval says that a document of this kind is updated, with a version. Whether that version exists is
 * judged by a rule later.
 */
export function saysUpdated(approval: Entry, kind: string): boolean {
  return declaredRows(approval, kind).some(row => row['result'] === 'updated' && textOf(row['version']) !== '');
}

function isSettled(pair: ItemBinding, get: Get): boolean {
  const [left, right] = [get(itemSignature, pair.left), get(itemSignature, pair.right)];
  const values = get(lock, ALL).agreements.get(keyOfPair(pair)) ?? [];
  return values.some(value => value.how !== 'agreed' && value.left === left && value.right === right);
}

/**
 * What items owe because the one they answer to has moved: each pair for itself. What is new owes nothing, and neither does anybody
 * while the document of the moved item is being written.
 *
 * Documents follow each other along the V in commits of their own, so none of this falls due before the release.
 */
import { ALL, type Get } from '../../base/queries.ts';
import type { Path } from '../../base/text.ts';
import { textOf } from '../../model/config/config.ts';
import { type Entry, reached } from '../../model/entry.ts';
import { findHolder } from '../../model/outline.ts';
import { type Due, dueOf } from '../../model/config/owes.ts';
import { catalogue, config } from '../../model/config/projectConfig.ts';
import { declares, rowsOf } from '../declarations.ts';
import type { Debt } from '../debts.ts';
import { answeringTo, documentOf, type ItemBinding, keyOfPair } from './itemBindings.ts';
import { type Moves, movesBy, movesIn } from './itemMoves.ts';
import { itemSignature } from './itemSignature.ts';
import { lock } from '../lock/lockAt.ts';
import type { Moments } from '../moments.ts';
import { named } from '../trailers.ts';

/** Of items that moved outside of every change approval; in order of their documents. */
export function itemDebts(moments: Moments): readonly Debt[] {
  const { commits, files, after } = moments;
  const moves = movesIn(files, moments);
  if (moves.size === 0) return [];
  const approved = commits.filter(({ message }) =>
    named(message, 'change').some(id => findHolder(after.get, id)?.entry?.kind === 'change-approval'),
  );
  const carried = movesBy(approved, moments);
  return debtsFor(
    new Map([...moves].filter(([item]) => !carried.has(item))),
    { moves, approval: undefined },
    after.get,
  );
}

/** Of items that a change moved, as far as its approval says nothing else. */
export function owedFor(moves: Moves, approval: Entry, get: Get): readonly Debt[] {
  return debtsFor(moves, { moves, approval }, get);
}

/** What pays: moves of any item, and the change that moved them if there is one. */
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

/** Its document is not approved (again) yet. */
export function isInTheMaking(item: string, get: Get): boolean {
  const document = documentOf(item, get);
  const kind = get(catalogue, ALL).kinds.get(document?.kind ?? '');
  return document !== undefined && kind !== undefined && !reached(document, kind, 'approved');
}

/** It stands in a document that is not written any further, such as the report of a test that is over. */
export function isFinal(item: string, get: Get): boolean {
  const document = documentOf(item, get);
  return (
    get(catalogue, ALL)
      .kinds.get(document?.kind ?? '')
      ?.states.get(document?.status ?? '')?.final === true
  );
}

/** A test that is over stays as it was: of those one stands for all, the one that moved if there is any. */
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

/** `path`: where the moved item stands, unless its document has moved since. */
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

export function dueOfItems(kind: string, get: Get): Due {
  const due = dueOf(get(config, ALL), kind);
  return due.startsWith('release') ? due : 'release';
}

/** The version is what is judged later, when it has to be there. */
export function saysUpdated(approval: Entry, kind: string): boolean {
  return rowsOf(approval, kind).some(row => row['result'] === 'updated' && textOf(row['version']) !== '');
}

function isSettled(pair: ItemBinding, get: Get): boolean {
  const [left, right] = [get(itemSignature, pair.left), get(itemSignature, pair.right)];
  const values = get(lock, ALL).agreements.get(keyOfPair(pair)) ?? [];
  return values.some(value => value.how !== 'agreed' && value.left === left && value.right === right);
}

/**
 * Debts of change approvals. For each approval, the kinds of documents are checked that the code of its commits
 * reaches, or that `owes:` in docket.yml names for its reason. Each needs an item that one of the commits moved, or a
 * row in the approval (updated, or not affected). The same holds for every item whose left side the commits moved.
 */
import { ALL, type Get } from '../base/queries.ts';
import type { Path } from '../base/text.ts';
import { textOf } from '../model/config/config.ts';
import type { Entry } from '../model/entry.ts';
import { findHolder, linksFrom, linksTo, outline } from '../model/outline.ts';
import { dueOf, kindsOwedFor } from '../model/config/owes.ts';
import { catalogue, config, isDocumentPath } from '../model/config/projectConfig.ts';
import { isProductionCode } from '../model/config/codeGroups.ts';
import type { Commit } from '../workspace/changeSet.ts';
import { bindingsOf } from './code/bindings.ts';
import { declaredRows } from './declarations.ts';
import type { Debt } from './debts.ts';
import { documentKindOf, documentOf, isAlive } from './items/itemBindings.ts';
import { owedFor, saysUpdated } from './items/itemDebts.ts';
import { debtorKinds, type Moves, movesBy } from './items/itemMoves.ts';
import type { Moments } from './moments.ts';
import { trailersNamed } from './trailers.ts';

/** The debts of every approval that the commits of a change set name, sorted by identifier. */
export function changeDebts(moments: Moments): readonly Debt[] {
  const changes = new Set(moments.commits.flatMap(({ message }) => trailersNamed(message, 'change')));
  return [...changes].sort().flatMap(id => debtsOfChange(id, moments));
}

function debtsOfChange(id: string, moments: Moments): readonly Debt[] {
  const {
    commits,
    past,
    after: { get },
  } = moments;
  const approval = findHolder(get, id)?.entry;
  if (approval?.kind !== 'change-approval') return [];
  const own = commits.filter(
    ({ hash, message }) => hash === undefined && trailersNamed(message, 'change').includes(id),
  );
  const all = [...past.commitsNaming(id), ...own];
  const moves = movesBy(all, moments);
  const ofItems = owedFor(moves, approval, get);
  // A debt of an item is more precise than one of its kind, so the kind is left out.
  const byItem = new Set(ofItems.filter(({ status }) => status === 'open').map(({ owed }) => owed.kind));
  return [...ofCode(all, approval, moves, get).filter(({ owed }) => !byItem.has(owed.kind)), ...ofItems];
}

function ofCode(commits: readonly Commit[], approval: Entry, moves: Moves, get: Get): readonly Debt[] {
  const code = codeOf(commits, get);
  const [anyCode] = code;
  if (anyCode === undefined) return [];
  const reachedBy = reachedKinds(code, get);
  const owed = kindsOwedFor(get(config, ALL), textOf(approval.data['reason_type'])) ?? [...reachedBy.keys()];
  const moved = documentsMoved(commits, moves, get);
  return owed.map(kind =>
    debtOf(kind, { approval, moved, because: reachedBy.get(kind) ?? { id: kind, path: anyCode } }, get),
  );
}

interface Reached {
  /** The item that the code reaches; for a kind that only the configuration names, the kind. */
  readonly id: string;
  readonly path: Path;
}

function debtOf(
  kind: string,
  seen: { approval: Entry; moved: ReadonlyMap<string, string>; because: Reached },
  get: Get,
): Debt {
  const { approval, moved, because } = seen;
  const owed = {
    owed: { kind, id: because.id },
    because: { path: because.path, deleted: false },
    due: dueOf(get(config, ALL), kind),
    change: approval.id,
  };
  const document = moved.get(kind);
  if (document !== undefined) return { ...owed, status: 'paid', paidBy: document };
  const rows = declaredRows(approval, kind);
  const isDeclared = rows.some(row => row['result'] === 'not-affected' && textOf(row['reason']).trim() !== '');
  if (saysUpdated(approval, kind)) return { ...owed, status: 'paid', paidBy: approval.id };
  return isDeclared ? { ...owed, status: 'declared', paidBy: approval.id } : { ...owed, status: 'open' };
}

/** The production code that the commits added, changed or deleted, without tests and generated files. */
function codeOf(commits: readonly Commit[], get: Get): readonly Path[] {
  const paths = new Set(
    commits.flatMap(({ files }) => files.filter(({ sort }) => sort === 'file').map(({ path }) => path)),
  );
  return [...paths].filter(path => get(isProductionCode, path)).sort();
}

/**
 * The kinds of documents that the code reaches, each with the first of its items: the units that describe the code,
 * then along the relations that carry a change (unit ⇒ design element ⇒ requirement), and the test cases and manual
 * sections on the way.
 */
function reachedKinds(code: readonly Path[], get: Get): ReadonlyMap<string, Reached> {
  const { relations } = get(catalogue, ALL);
  const reach = (name: string) => relations.get(name)?.reach;
  const reached = new Map<string, Reached>();
  for (const path of code) {
    const seen = new Set<string>();
    for (const { unit } of get(bindingsOf, path)) follow(unit, path, seen);
  }
  return reached;

  function follow(id: string, path: Path, seen: Set<string>): void {
    if (seen.has(id)) return;
    seen.add(id);
    note(id, path);
    for (const { relation, target } of get(linksFrom, id))
      if (reach(relation) === 'along' && isAlive(findHolder(get, target)?.item)) follow(target, path, seen);
    for (const { relation, from } of get(linksTo, id)) if (reach(relation) === 'back') note(from, path);
  }

  function note(id: string, path: Path): void {
    const item = findHolder(get, id)?.item;
    const kind = item === undefined ? documentOf(id, get)?.kind : documentKindOf(item, get);
    if (kind !== undefined && !reached.has(kind)) reached.set(kind, { id, path });
  }
}

/**
 * The kinds of documents with an item that the commits moved, or, for documents without items, that they touched; each
 * with one document.
 */
function documentsMoved(commits: readonly Commit[], moves: Moves, get: Get): ReadonlyMap<string, string> {
  const byItem = [...moves.values()].flatMap(({ path }) => documentAt(path, get) ?? []);
  const touched = commits
    .flatMap(({ files }) => files)
    .filter(({ path, how }) => how !== 'deleted' && get(isDocumentPath, path) && !hasItems(path, get));
  const documents = [...touched.flatMap(({ path }) => get(outline, path).entries), ...byItem];
  return new Map(documents.map(({ kind, id }) => [kind, id]));
}

function hasItems(path: Path, get: Get): boolean {
  const { kind, items, links } = get(outline, path);
  return get(debtorKinds, ALL).has(kind ?? '') && (items.length > 0 || links.some(({ from }) => from.includes('#')));
}

/** The document that a file is or belongs to as a chapter. */
function documentAt(path: Path, get: Get): Entry | undefined {
  const { entries, chapter } = get(outline, path);
  return entries[0] ?? findHolder(get, chapter?.of ?? '')?.entry;
}

/**
 * What a change brought: the findings of the rules about changes, and of all other findings those that were not there before.
 * Nobody is blamed for what he found.
 */
import type { Path } from '../base/text.ts';
import { directDebts, type Debt } from '../links/debts.ts';
import { changeDebts } from '../links/changeDebts.ts';
import { itemDebts } from '../links/itemDebts.ts';
import type { Finding } from '../rules/finding.ts';
import type { Change } from '../rules/rule.ts';
import { changeOf, findingsOfChange } from '../rules/runChange.ts';
import type { ChangedFile, ChangeSet } from '../workspace/changeSet.ts';
import { broughtToAll } from './brought.ts';
import type { Session } from './session.ts';

export interface ChangeAnalysis {
  readonly change: Change;
  /** Of the rules about changes. */
  changeFindings(): readonly Finding[];
  /** Of all other rules, what they did not find before. */
  broughtFindings(): readonly Finding[];
  debts(): readonly Debt[];
}

export function analyseChange(set: ChangeSet, before: Session, after: Session): ChangeAnalysis {
  const change = changeOf(set, before.cache, after.cache);
  return {
    change,
    changeFindings: () => findingsOfChange(change),
    broughtFindings: () => broughtToAll(before, after, pathsBefore(set.files)),
    debts: () => debtsOf(change),
  };
}

/** A unit that the commits owe by themselves is not owed a second time by their change approval. */
function debtsOf(change: Change): readonly Debt[] {
  const direct = directDebts(change);
  const units = new Set(direct.map(({ owed }) => owed.id));
  const ofChange = changeDebts(change).filter(({ owed, because }) => because.item !== undefined || !units.has(owed.id));
  return [...direct, ...itemDebts(change), ...ofChange];
}

/** The path that a file had before. */
export function pathsBefore(files: readonly ChangedFile[]): (path: Path) => Path {
  const moved = new Map(files.flatMap(({ path, was }) => (was === undefined ? [] : [[path, was] as const])));
  return path => moved.get(path) ?? path;
}

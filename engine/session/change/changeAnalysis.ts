/** Every question a face may ask about a change: what is reported of it at a gate, and which documents it owes. */
import { directDebts, type Debt } from '../../links/debts.ts';
import { changeDebts } from '../../links/changeDebts.ts';
import { itemDebts } from '../../links/items/itemDebts.ts';
import type { Finding } from '../../rules/runner/finding.ts';
import type { Change } from '../../rules/rule.ts';
import { changeOf, findingsOfChange } from '../../rules/runner/runChange.ts';
import type { ChangeSet } from '../../workspace/changeSet.ts';
import { findingsAt, type Gate } from './gate.ts';
import { type Owed, owedBy } from '../questions/owed.ts';
import type { Session } from '../session.ts';

export interface ChangeAnalysis {
  readonly change: Change;
  /** What is reported at a gate. */
  findings(gate: Gate): readonly Finding[];
  /** Findings of the rules about changes, with those that the baseline holds. */
  changeFindings(): readonly Finding[];
  debts(): readonly Debt[];
  /** The debts as they are shown. */
  owed(): Owed;
}

export function analyseChange(set: ChangeSet, before: Session, after: Session): ChangeAnalysis {
  const change = changeOf(set, before.cache, after.cache);
  const debts = () => debtsOf(change);
  return {
    change,
    findings: gate => findingsAt(gate, { set, change, before, after }),
    changeFindings: () => findingsOfChange(change),
    debts,
    owed: () => owedBy(change, debts()),
  };
}

/** A unit that the commits owe by themselves is not owed a second time by their change approval. */
function debtsOf(change: Change): readonly Debt[] {
  const direct = directDebts(change);
  const units = new Set(direct.map(({ owed }) => owed.id));
  const ofChange = changeDebts(change).filter(({ owed, because }) => because.item !== undefined || !units.has(owed.id));
  return [...direct, ...itemDebts(change), ...ofChange];
}

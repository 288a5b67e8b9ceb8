/** The questions a face may ask about a change: what a gate reports, and which documents it owes. */
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

/** Answers questions about one change. */
export interface ChangeAnalysis {
  readonly change: Change;
  /** The findings that a gate reports. */
  findings(gate: Gate): readonly Finding[];
  /** The findings of rules about changes, including those in the baseline. */
  changeFindings(): readonly Finding[];
  /** The debts of code, items and change approvals. */
  debts(): readonly Debt[];
  /** The debts with titles, lines and ways to pay. */
  owed(): Owed;
}

/** The analysis of a change set, from the sessions of its two moments. */
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

/** The debts of a change. A unit that the commits owe directly is not listed again for their change approval. */
function debtsOf(change: Change): readonly Debt[] {
  const direct = directDebts(change);
  const units = new Set(direct.map(({ owed }) => owed.id));
  const ofChange = changeDebts(change).filter(({ owed, because }) => because.item !== undefined || !units.has(owed.id));
  return [...direct, ...itemDebts(change), ...ofChange];
}

/**
 * What a change brought: the findings of the rules about changes, and of all other findings those that were not there before.
 * Nobody is blamed for what he found.
 */
import { directDebts, type Debt } from '../links/debts.ts';
import { changeDebts } from '../links/changeDebts.ts';
import { itemDebts } from '../links/itemDebts.ts';
import { baselineOf, judge } from '../rules/baseline.ts';
import type { Finding } from '../rules/finding.ts';
import type { Change } from '../rules/rule.ts';
import { changeOf, findingsOfChange } from '../rules/runChange.ts';
import type { ChangedFile, ChangeSet } from '../workspace/changeSet.ts';
import type { Session } from './session.ts';

export interface ChangeAnalysis {
  readonly change: Change;
  /** Of the rules about changes. */
  changeFindings(): readonly Finding[];
  /** Of all other rules, those among `now` that are not among `then`. */
  broughtBy(then: readonly Finding[], now: readonly Finding[]): readonly Finding[];
  debts(): readonly Debt[];
}

export function analyseChange(set: ChangeSet, before: Session, after: Session): ChangeAnalysis {
  const change = changeOf(set, before.cache, after.cache);
  return {
    change,
    changeFindings: () => findingsOfChange(change),
    broughtBy: (then, now) => judge(now, baselineOf(then.map(movedWith(set.files)))).shown,
    debts: () => [...directDebts(change), ...itemDebts(change), ...changeDebts(change)],
  };
}

/** A finding goes with its file where the file was renamed. */
function movedWith(files: readonly ChangedFile[]): (finding: Finding) => Finding {
  const moved = new Map(files.flatMap(({ path, was }) => (was === undefined ? [] : [[was, path] as const])));
  return finding => {
    const path = moved.get(finding.at.path);
    return path === undefined ? finding : { ...finding, at: { ...finding.at, path } };
  };
}

/**
 * Project rules that the `staged` gate runs when one of their files is committed. They are cheap, and their findings
 * concern that file.
 */
import type { Path } from '../../base/text.ts';
import { LOCK_PATH } from '../../links/lock/lock.ts';
import { sqlUncovered } from '../../rules/change/sqlUncovered.ts';
import type { Finding } from '../../rules/runner/finding.ts';
import { isSqlFile } from '../../rules/scriptFiles.ts';
import { isSetHere } from '../../rules/runner/ruleLevels.ts';
import { lockReadable } from '../../rules/trace/lockReadable.ts';
import { type Brought, broughtByRule, together } from './brought.ts';
import type { Session } from '../session.ts';

interface Asked {
  readonly rule: string;
  concerns(path: Path): boolean;
  /**
   * Whether there is time until the branch is merged. An error is then a warning, unless the project sets the severity
   * of the rule.
   */
  readonly mayWait: boolean;
}

const ASKED: readonly Asked[] = [
  { rule: lockReadable.id, concerns: path => path === LOCK_PATH, mayWait: false },
  { rule: sqlUncovered.id, concerns: isSqlFile, mayWait: true },
];

/** The new findings of those rules for the committed paths. */
export function broughtAtTheGate(paths: readonly Path[], before: Session, after: Session): Brought {
  const parts = ASKED.filter(({ concerns }) => paths.some(concerns)).map(({ rule, mayWait }) => {
    const brought = broughtByRule(rule, before, after);
    return mayWait && !after.cache.get(isSetHere, rule)
      ? { ...brought, findings: brought.findings.map(lighter) }
      : brought;
  });
  return together(parts);
}

function lighter(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}

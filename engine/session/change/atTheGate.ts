/**
 * Project rules that the `staged` gate runs when one of their files is committed. They are cheap, and their findings
 * concern that file.
 */
import type { Path } from '../../base/text.ts';
import type { ChangedFile } from '../../workspace/changeSet.ts';
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

/** What those rules say of the files of a change, and did not say before. */
export function broughtAtTheGate(files: readonly ChangedFile[], before: Session, after: Session): Brought {
  const paths = files.flatMap(({ path, was }) => (was === undefined ? [path] : [path, was]));
  const moved = files.flatMap(({ path, was }) => (was === undefined ? [] : [{ path, was }]));
  const parts = ASKED.filter(({ concerns }) => paths.some(concerns)).map(({ rule, mayWait }) => {
    const brought = broughtByRule(rule, before, after, moved);
    return mayWait && !after.cache.get(isSetHere, rule)
      ? { ...brought, findings: brought.findings.map(lighter) }
      : brought;
  });
  return together(parts);
}

function lighter(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}

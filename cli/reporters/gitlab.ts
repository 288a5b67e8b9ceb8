/** GitLab's code quality report: the findings a merge request adds or mends, told apart by their fingerprints. */
import { fingerprints } from '../../engine/rules/fingerprint.ts';
import type { Severity } from '../../engine/rules/rule.ts';
import type { Reporter } from './reporter.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

export const gitlab: Reporter = ({ findings, language, inRepository }) => {
  const prints = fingerprints(findings);
  const issues = findings.map(({ rule, severity, message, at }, n) => ({
    type: 'issue',
    check_name: rule,
    description: message[language],
    severity: SEVERITIES[severity],
    fingerprint: prints[n],
    location: { path: inRepository(at.path), lines: { begin: at.range.start.line + 1, end: at.range.end.line + 1 } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
};

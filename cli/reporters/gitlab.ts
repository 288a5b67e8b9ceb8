/** GitLab's code quality report: the findings that a merge request adds or removes, told apart by their fingerprints. */
import { fingerprints } from '../../engine/session/fingerprints.ts';
import type { Severity } from '../../engine/session/types.ts';
import { placeName, type Reporter } from './reporter.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

export const gitlab: Reporter = ({ findings, language, inRepository }) => {
  const prints = fingerprints(findings);
  const issues = findings.map((finding, n) => {
    const { rule, severity, message, at, commit } = finding;
    return {
      type: 'issue',
      check_name: rule,
      description: message[language],
      severity: SEVERITIES[severity],
      fingerprint: prints[n],
      location: {
        path: commit === undefined ? inRepository(at.path) : placeName(finding),
        lines: { begin: at.range.start.line + 1, end: at.range.end.line + 1 },
      },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
};

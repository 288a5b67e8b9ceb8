/** The stable format other tools read: lines and columns from one, columns in UTF-16 code units. */
import type { Location } from '../../engine/session/types.ts';
import { countsOf, type Reporter } from './reporter.ts';

export const json: Reporter = ({ findings, summary, language, ofChange }) => {
  const list = findings.map(finding => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message[language],
    ...jsonPlaceOf(finding.at),
    ...(finding.commit === undefined ? {} : { path: null, commit: finding.commit }),
    id: finding.id ?? null,
    clauses: finding.clauses,
    help: finding.help[language],
    related: finding.related.map(({ at, message }) => ({ message: message[language], ...jsonPlaceOf(at) })),
    fixes: finding.fixes.map(({ title, safe }) => ({ title: title[language], safe })),
  }));
  // A change is not looked at as a whole project: its documents are not counted.
  const project = ofChange ? {} : summary();
  return `${JSON.stringify({ version: 1, summary: { ...countsOf(findings), ...project }, findings: list }, null, 2)}\n`;
};

/** A location as JSON: lines and columns from 1, columns in UTF-16 code units. */
export function jsonPlaceOf({ path, range }: Location) {
  const { start, end } = range;
  return {
    path,
    range: {
      start: { line: start.line + 1, column: start.character + 1 },
      end: { line: end.line + 1, column: end.character + 1 },
    },
  };
}

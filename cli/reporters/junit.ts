/**
 * JUnit's XML, in the form that Jenkins' own schema allows: a suite a file, a test a finding. Errors and warnings fail; a
 * piece of information is a test that passes and says something. Without findings one test passes, so that the report
 * is not taken for an empty run.
 */
import type { Finding } from '../../engine/session/types.ts';
import { placeName, type Reporter } from './reporter.ts';
import { element, XML_HEAD } from './xml.ts';

export const junit: Reporter = ({ findings, language }) => {
  const files = [...Map.groupBy(findings, placeName)];
  const suites = files.map(([path, found]) => suite(path, found, found.map(test)));
  if (suites.length === 0)
    suites.push(suite('docket', [], [element('testcase', { name: 'docket check', classname: 'docket' })]));
  const counts = { tests: Math.max(findings.length, 1), failures: failuresIn(findings), errors: 0 };
  return `${XML_HEAD}${element('testsuites', { name: 'docket', ...counts }, suites)}\n`;

  function test(finding: Finding): string {
    const { rule, at, severity, message, help } = finding;
    const { line, character } = at.range.start;
    const place = `${placeName(finding)}:${line + 1}:${character + 1}`;
    const words = `${place} ${message[language]}`;
    const said =
      severity === 'info'
        ? element('system-out', {}, words)
        : element('failure', { type: severity, message: message[language] }, `${words}\n${help[language]}`);
    return element('testcase', { name: `${rule} ${line + 1}:${character + 1}`, classname: placeName(finding) }, [said]);
  }
};

function suite(name: string, findings: readonly Finding[], tests: readonly string[]): string {
  return element('testsuite', { name, tests: tests.length, failures: failuresIn(findings), errors: 0 }, tests);
}

function failuresIn(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity !== 'info').length;
}

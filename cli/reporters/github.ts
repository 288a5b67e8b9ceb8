/** Workflow commands of GitHub Actions: each finding becomes an annotation at its line. */
import type { Finding, Severity } from '../../engine/session/types.ts';
import { countsOf, type Reporter, summaryLine } from './reporter.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

export const github: Reporter = ({ findings, language, inRepository }) => {
  return `${findings.map(command).join('')}${summaryLine(countsOf(findings))[language]}\n`;

  function command({ severity, at, rule, message, commit }: Finding): string {
    const { start, end } = at.range;
    const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
    const place = { file: inRepository(at.path), line: start.line + 1, endLine: end.line + 1, ...columns };
    const properties = {
      ...(commit === undefined ? place : {}),
      title: commit === undefined ? rule : `${rule} ${commit.slice(0, 12)}`,
    };
    const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
    return `::${COMMANDS[severity]} ${list.join(',')}::${data(message[language])}\n`;
  }
};

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

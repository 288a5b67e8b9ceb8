/** For people: grouped by file, with the line itself under each finding, and the summary last. */
import pico from 'picocolors';
import { textWidth } from '../../engine/session/textWidth.ts';
import { concealed } from '../../engine/session/questions/quoting.ts';
import type { Finding, Severity } from '../../engine/session/types.ts';
import { levelWords } from '../words/ruleWords.ts';
import { countsOf, placeName, type Reporter, type Result, summaryLine } from './reporter.ts';

type Paint = ReturnType<typeof pico.createColors>;

export const pretty: Reporter = result => {
  const paint = pico.createColors(result.color);
  const blocks = result.ofChange
    ? mostUrgentFirst(result.findings).map(finding => sentence(finding, result, paint))
    : filesOf(result, paint);
  const line = summaryLine(countsOf(result.findings))[result.language];
  return `${blocks.join('')}${paint.bold(line)}\n`;
};

function filesOf(result: Result, paint: Paint): readonly string[] {
  const byPath = Map.groupBy(result.findings, placeName);
  return [...byPath].map(
    ([path, findings]) =>
      `${paint.underline(path)}\n${findings.map(finding => block(finding, result, paint)).join('')}\n`,
  );
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** A refused commit is told in one line first: what is owed, then what else is wrong. */
function mostUrgentFirst(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ rule, severity }: Finding) => WEIGHT[severity] * 2 + (rule === 'commit/docs-owed' ? 0 : 1);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

/** The words first, the place behind them. */
function sentence(finding: Finding, result: Result, paint: Paint): string {
  const { line, character } = finding.at.range.start;
  const severity = colour(paint, finding.severity)(levelWords(finding.severity)[result.language]);
  const place = `${placeName(finding)}:${line + 1}:${character + 1}`;
  const tail = [finding.rule, ...finding.clauses].join(' ');
  return `${severity}  ${finding.message[result.language]}\n      ${paint.dim(`${place}  ${tail}`)}\n`;
}

function block(finding: Finding, result: Result, paint: Paint): string {
  const { line, character } = finding.at.range.start;
  const place = paint.dim(`${line + 1}:${character + 1}`.padEnd(7));
  const severity = colour(paint, finding.severity)(levelWords(finding.severity)[result.language]);
  const tail = paint.dim([finding.rule, ...finding.clauses].join(' '));
  return `  ${place} ${severity}  ${finding.message[result.language]}  ${tail}\n${quoted(finding, result, paint)}`;
}

/** The line with what is meant underlined; long lines and places of no width are left out. */
function quoted({ at: { path, range } }: Finding, result: Result, paint: Paint): string {
  const text = result.lineOf(path, range.start.line);
  const to = range.end.line === range.start.line ? range.end.character : text?.length;
  if (text === undefined || to === undefined || to <= range.start.character || text.length > 120) return '';
  const shown = concealed(text);
  const before = textWidth(text.slice(0, range.start.character));
  const width = textWidth(text.slice(range.start.character, to));
  return `          ${paint.dim(shown)}\n          ${' '.repeat(before)}${paint.dim('~'.repeat(Math.max(width, 1)))}\n`;
}

function colour(paint: Paint, severity: Severity): (text: string) => string {
  return { error: paint.red, warning: paint.yellow, info: paint.cyan }[severity];
}

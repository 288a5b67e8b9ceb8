/** A reporter turns one result into one text. Pure: no clock, no terminal, the same result gives the same bytes. */
import type { Language, Words } from '../../engine/base/words.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import type { Summary } from '../../engine/session/analysis.ts';

export interface Result {
  /** In order of place and rule. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  readonly language: Language;
  readonly version: string;
  readonly color: boolean;
  /** A line of source by path and zero-based line, for formats that quote it. */
  lineOf(path: string, line: number): string | undefined;
  /** A path of the project as seen from the root of its repository, for platforms that know nothing else. */
  inRepository(path: string): string;
}

export type Reporter = (result: Result) => string;

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function countsOf(findings: readonly Finding[]): Counts {
  const count = (severity: string) => findings.filter(finding => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

/** `错误 0 · 警告 12 · 提示 3` */
export function summaryLine({ errors, warnings, infos }: Counts): Words {
  return {
    zh: `错误 ${errors} · 警告 ${warnings} · 提示 ${infos}`,
    en: `errors ${errors} · warnings ${warnings} · infos ${infos}`,
  };
}

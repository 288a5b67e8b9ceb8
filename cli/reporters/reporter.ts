/** A reporter turns one result into one text. Pure: no clock, no terminal, the same result gives the same bytes. */
import type { Summary } from '../../engine/session/analysis.ts';
import { NEW_COMMIT } from '../../engine/session/questions/quoting.ts';
import type { Finding, Language, Words } from '../../engine/session/types.ts';

/** What a reporter prints. */
export interface Result {
  /** In order of place and rule. */
  readonly findings: readonly Finding[];
  /** Counted when it is asked for: a gate that looks at two files need not count ten thousand. */
  summary(): Summary;
  readonly language: Language;
  readonly version: string;
  readonly color: boolean;
  /** A line of source by path and zero-based line, for formats that quote it. */
  lineOf(path: string, line: number): string | undefined;
  /** The findings are of a change, and the reader is about to commit or to merge. */
  readonly ofChange?: boolean;
  /** A path of the project as seen from the root of its repository, for platforms that know nothing else. */
  inRepository(path: string): string;
}

export type Reporter = (result: Result) => string;

interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** The number of findings of each severity. */
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

/** The file of a finding, or the commit it is about: `commit 1a2b3c4d5e6f`, the message that is being written. */
export function placeName({ commit, at }: Pick<Finding, 'commit' | 'at'>): string {
  if (commit === undefined) return at.path;
  return commit === NEW_COMMIT ? 'COMMIT_EDITMSG' : `commit ${commit.slice(0, 12)}`;
}

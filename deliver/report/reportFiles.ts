/** A maintenance report and the figures frozen with it, as files of the project. */
import type { Instant } from '../../engine/measure/time/instant.ts';
import type { Period } from '../../engine/measure/time/period.ts';
import { figuresPath, frozen, frozenText } from '../../engine/measure/report/figuresAt.ts';
import { reportId, reportText } from '../../engine/measure/report/report.ts';
import type { Project } from '../../engine/rules/project.ts';
import { type Unwritten, unwritten } from '../../engine/writing/frontmatter.ts';
import { type NewText, planned } from '../filePlan.ts';

/** The plan of a report and of its figures, or why the file that is there cannot be written. */
export function reportFiles(
  project: Project,
  period: Period,
  cutoff: Instant,
  day: string,
): readonly [NewText, NewText] | Unwritten {
  const id = reportId(period, project.get);
  const path = project.entry(id)?.path ?? `reports/${id}.md`;
  const text = reportText(project.get, period, cutoff, project.text(path), day);
  if (typeof text !== 'string') return unwritten(path, text);
  return [
    planned(project, path, text),
    planned(project, figuresPath(id), frozenText(frozen(project.get, period, cutoff))),
  ];
}

/** The identifier of the report of a period. */
export function reportIdOf({ get }: Project, period: Period): string {
  return reportId(period, get);
}

/** The figures of a period, as they are frozen with the report. */
export function reportData({ get }: Project, period: Period, cutoff: Instant): object {
  return frozen(get, period, cutoff);
}

/** What was handed in stays as it was: a correction belongs into the next report. */
export function isHandedIn(project: Project, period: Period): boolean {
  const report = project.entry(reportId(period, project.get));
  return report !== undefined && project.reached(report, 'submitted');
}

/** A maintenance report and the figures frozen with it, as files of the project. */
import type { Instant } from '../../engine/measure/instant.ts';
import type { Period } from '../../engine/measure/period.ts';
import { figuresPath, frozen, frozenText } from '../../engine/measure/report/figuresAt.ts';
import { reportId, reportText } from '../../engine/measure/report/report.ts';
import type { Project } from '../../engine/rules/project.ts';
import { type Unwritten, unwritten } from '../../engine/writing/frontmatter.ts';
import { planned, type PlannedFile } from '../filePlan.ts';

export function reportFiles(project: Project, period: Period, cutoff: Instant, day: string): readonly PlannedFile[] | Unwritten {
  const id = reportId(period);
  const path = project.entry(id)?.path ?? `reports/${id}.md`;
  const text = reportText(project.get, period, cutoff, project.text(path), day);
  if (typeof text !== 'string') return unwritten(path, text);
  return [planned(project, path, text), planned(project, figuresPath(id), frozenText(frozen(project.get, period, cutoff)))];
}

/** What was handed in stays as it was: a correction belongs into the next report. */
export function isHandedIn(project: Project, period: Period): boolean {
  const report = project.entry(reportId(period));
  return report !== undefined && project.reached(report, 'submitted');
}

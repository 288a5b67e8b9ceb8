/** A maintenance report and the figures frozen with it, as files of the project. */
import type { Instant } from '../../engine/measure/instant.ts';
import type { Period } from '../../engine/measure/period.ts';
import { figuresPath, frozen, frozenText } from '../../engine/measure/report/figuresAt.ts';
import { reportId, reportText } from '../../engine/measure/report/report.ts';
import type { Project } from '../../engine/rules/project.ts';
import { type NewText, planned } from '../filePlan.ts';

export function reportFiles(project: Project, period: Period, cutoff: Instant, day: string): readonly [NewText, NewText] {
  const id = reportId(period, project.get);
  const path = project.entry(id)?.path ?? `reports/${id}.md`;
  return [
    planned(project, path, reportText(project.get, period, cutoff, project.text(path), day)),
    planned(project, figuresPath(id), frozenText(frozen(project.get, period, cutoff))),
  ];
}

/** What was handed in stays as it was: a correction belongs into the next report. */
export function isHandedIn(project: Project, period: Period): boolean {
  const report = project.entry(reportId(period, project.get));
  return report !== undefined && project.reached(report, 'submitted');
}

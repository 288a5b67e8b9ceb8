/** Whether the contractor has applied for acceptance. Before that, the rules about acceptance report nothing. */
import type { AcceptanceApplication } from '../../../docs-schema/generated/types.ts';
import { today } from '../duties.ts';
import type { Project } from '../project.ts';
import type { EntryOf } from '../../model/entry.ts';

/** The applications for acceptance whose frontmatter can be read. */
export function applications(project: Project): readonly EntryOf<AcceptanceApplication>[] {
  return project.entries<AcceptanceApplication>('acceptance-application').filter(({ broken }) => !broken);
}

/** Whether an application was handed in, or was written when the service period is over. */
export function isAsked(entry: EntryOf<AcceptanceApplication>, project: Project): boolean {
  const { period } = project.config.project;
  return project.reached(entry, 'submitted') || (period !== undefined && today(project) > period.to);
}

/** Whether the contractor has applied for acceptance. */
export function acceptanceAsked(project: Project): boolean {
  return applications(project).some(entry => isAsked(entry, project));
}

/** Whether an acceptance report states a conclusion. */
export function acceptanceConcluded(project: Project): boolean {
  return project.entries('acceptance-report').some(entry => project.reached(entry, 'concluded'));
}

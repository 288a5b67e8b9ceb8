/** Whether acceptance is being asked for. Until then nobody is told what acceptance will want. */
import type { AcceptanceApplication } from '../../../docs-schema/generated/types.ts';
import { today } from '../duties.ts';
import type { Project } from '../project.ts';
import type { EntryOf } from '../../model/entry.ts';

export function applications(project: Project): readonly EntryOf<AcceptanceApplication>[] {
  return project.entries<AcceptanceApplication>('acceptance-application').filter(({ broken }) => !broken);
}

/** Handed in, or written while the service is over. */
export function isAsked(entry: EntryOf<AcceptanceApplication>, project: Project): boolean {
  const { period } = project.config.project;
  return project.reached(entry, 'submitted') || (period !== undefined && today(project) > period.to);
}

export function acceptanceAsked(project: Project): boolean {
  return applications(project).some(entry => isAsked(entry, project));
}

/** The acceptance has come to its conclusion. */
export function acceptanceConcluded(project: Project): boolean {
  return project.entries('acceptance-report').some(entry => project.reached(entry, 'concluded'));
}

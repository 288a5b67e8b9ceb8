/** The inspections due by now, the record of each, and the place where a missing one is reported. */
import type { Inspection } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { addDays } from '../../measure/time/date.ts';
import { localDate } from '../../measure/time/instant.ts';
import { plannedInspections, type ServedInspection, servedInspection } from '../../measure/due/inspectionPlan.ts';
import { judgedAt, offsetOf, terms, workCalendar } from '../../measure/agreed/terms.ts';
import { CONFIG_PATH } from '../../model/config/projectConfig.ts';
import type { Project } from '../project.ts';
import { atKey, type Place } from '../../model/place.ts';

/**
 * The planned inspections whose last day and days of grace are over, because a late record can still count until then.
 */
export function inspectionsDue(project: Project, kind: ServedInspection['kind']): readonly ServedInspection[] {
  const { period } = project.config.project;
  if (period === undefined || project.config.duties.inspection?.[kind] === false) return [];
  const grace = project.get(terms, ALL).inspection_grace_days;
  const today = localDate(project.get(judgedAt, ALL), offsetOf(project.config));
  const made = project.entries<Inspection>('inspection').map(({ id, data }) => ({ ...data, id }));
  return plannedInspections(project.get(workCalendar, ALL), period)
    .filter(planned => planned.kind === kind && addDays(planned.to, grace) < today)
    .map(planned => servedInspection(planned, made, grace));
}

/** The place of the duty in docket.yml, or of the service period it follows from. */
export function dutyPlace({ config }: Project): Place {
  const named = config.duties.inspection !== undefined;
  return atKey(CONFIG_PATH, named ? '/duties/inspection' : '/project/period');
}

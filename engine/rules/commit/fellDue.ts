/** When the documents of a change are due. */
import type { Deployment } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { addWorkdays } from '../../measure/time/calendar.ts';
import { dateOf, localDate } from '../../measure/time/instant.ts';
import { isRolledBack } from '../../measure/facts/implementation.ts';
import { judgedAt, offsetOf, workCalendar } from '../../measure/agreed/terms.ts';
import type { DueStage } from '../../model/config/owes.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';

/**
 * Whether the documents a change owes with its release are due: the change is in production and the agreed number of
 * workdays has passed.
 */
export function fellDue(due: DueStage, change: string, project: Project): boolean {
  if (!due.startsWith('release')) return false;
  const offset = offsetOf(project.config);
  const days = [...linkedIds(project, change, 'deployment', 'deployment')]
    .flatMap(id => project.entry<Deployment>(id) ?? [])
    .filter(({ data, status }) => !isRolledBack({ status, result: data.result }))
    .map(({ data }) => dateOf(data.finished_at ?? data.started_at, offset))
    .filter(day => day !== undefined)
    .sort();
  const [released] = days;
  const today = localDate(project.get(judgedAt, ALL), offset);
  if (released === undefined || today === undefined) return false;
  const granted = Number(/\+(\d+)d$/.exec(due)?.[1] ?? 0);
  return granted === 0 ? released <= today : addWorkdays(project.get(workCalendar, ALL), released, granted) < today;
}

/** Service levels as rules speak of them: the verdicts on a ticket, whether they bind, and how long something took in words. */
import type { Ticket } from '../../docs-schema/generated/types.ts';
import { ALL } from '../base/queries.ts';
import type { Words } from '../base/words.ts';
import type { Clock } from '../measure/time/workClock.ts';
import { formatInstant, type Instant } from '../measure/time/instant.ts';
import { slaOf, type TicketSla, type Verdict } from '../measure/agreed/sla.ts';
import { judgedAt, offsetOf, slaTable, workCalendar } from '../measure/agreed/terms.ts';
import type { Project } from './project.ts';
import type { EntryOf } from '../model/entry.ts';

export function serviceLevels({ id, status, data, broken }: EntryOf<Ticket>, project: Project): TicketSla | undefined {
  if (broken) return undefined;
  return slaOf(
    { ...data, id, status },
    project.get(slaTable, ALL),
    project.get(workCalendar, ALL),
    project.get(judgedAt, ALL),
  );
}

/** Whether somebody agreed to what a verdict is measured by: the customer to a date, a contract or a bid to a table. */
export function binds({ by }: Verdict, project: Project): boolean {
  return by === 'agreed' || tableBinds(project);
}

export function tableBinds(project: Project): boolean {
  return project.get(slaTable, ALL).source !== 'default';
}

/** `335 分钟`; a part of a minute counts as one. */
export function inMinutes(minutes: number, clock: Clock): Words {
  const whole = Math.ceil(minutes);
  return clock === 'work'
    ? { zh: `${whole} 分钟（工作时间）`, en: `${whole} working minutes` }
    : { zh: `${whole} 分钟`, en: `${whole} minutes` };
}

/** `2026-05-21 10:31`, in the time of the project. */
export function localTime(instant: Instant, { config }: Pick<Project, 'config'>): string {
  return formatInstant(instant, offsetOf(config)).slice(0, 16).replace('T', ' ');
}

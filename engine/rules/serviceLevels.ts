/** Service levels for rules: the verdicts on a ticket, whether they are binding, and times in words. */
import type { Ticket } from '../../docs-schema/generated/types.ts';
import { ALL } from '../base/queries.ts';
import type { Words } from '../base/words.ts';
import type { Clock } from '../measure/time/workClock.ts';
import { formatInstant, type Instant } from '../measure/time/instant.ts';
import { slaOf, type TicketSla, type Verdict } from '../measure/agreed/sla.ts';
import { judgedAt, offsetOf, slaTable, workCalendar } from '../measure/agreed/terms.ts';
import type { Project } from './project.ts';
import type { EntryOf } from '../model/entry.ts';

/** The verdicts on the response and the solution of a ticket; undefined for a ticket that cannot be read. */
export function serviceLevels({ id, status, data, broken }: EntryOf<Ticket>, project: Project): TicketSla | undefined {
  if (broken) return undefined;
  return slaOf(
    { ...data, id, status },
    project.get(slaTable, ALL),
    project.get(workCalendar, ALL),
    project.get(judgedAt, ALL),
  );
}

/** Whether the target of a verdict is agreed: a date with the customer, or a table in the contract or the bid. */
export function binds({ by }: Verdict, project: Project): boolean {
  return by === 'agreed' || tableBinds(project);
}

/** Whether the table of service levels is agreed, and not only a default. */
export function tableBinds(project: Project): boolean {
  return project.get(slaTable, ALL).source !== 'default';
}

/** A time in words: `335 分钟`. A part of a minute counts as a whole one. */
export function inMinutes(minutes: number, clock: Clock): Words {
  const whole = Math.ceil(minutes);
  return clock === 'work'
    ? { zh: `${whole} 分钟（工作时间）`, en: `${whole} working minutes` }
    : { zh: `${whole} 分钟`, en: `${whole} minutes` };
}

/** An instant in the time zone of the project: `2026-05-21 10:31`. */
export function localTime(instant: Instant, { config }: Pick<Project, 'config'>): string {
  return formatInstant(instant, offsetOf(config)).slice(0, 16).replace('T', ' ');
}

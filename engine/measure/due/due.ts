/** What is due next: everything due within some days, and everything overdue, by the calendar and the records. */
import { ALL, type Get } from '../../base/queries.ts';
import { addDays, type LocalDate } from '../time/date.ts';
import type { DueDuty } from './duty.ts';
import { periodicDuties } from './periodic.ts';
import { promises } from './promises.ts';
import { runningTickets } from './tickets.ts';
import { formatInstant, localDate } from '../time/instant.ts';
import { momentOfPeriod } from '../time/moment.ts';
import { rangeOf } from '../time/period.ts';
import { judgedAt, workCalendar } from '../agreed/terms.ts';

/** What is due within `days` days of the instant of judgement, and what is overdue, earliest first. */
export function dueWithin(get: Get, days: number): readonly DueDuty[] {
  const now = get(judgedAt, ALL);
  const { offset } = get(workCalendar, ALL);
  const today = localDate(now, offset);
  const until = addDays(today, days);
  const moment = momentOfPeriod(
    get,
    rangeOf(today, until) ?? { key: today, kind: 'range', from: today, to: today },
    now,
  );
  return [...runningTickets(moment), ...periodicDuties(moment), ...promises(moment)]
    .filter(({ due }) => due.slice(0, 10) <= until)
    .map(duty => ({
      ...duty,
      overdue: isOver(duty.due, formatInstant(now, offset).slice(0, 16).replace('T', ' '), today),
    }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function isOver(due: string, now: string, today: LocalDate): boolean {
  return due.length > 10 ? due < now : due < today;
}

/** Which inspections a period asks for, and which record serves each: one for every week with a workday, one for every holiday. */
import type { Words } from '../../base/words.ts';
import { type WorkCalendar, addWorkdays, workdaysIn } from '../time/calendar.ts';
import { type LocalDate, addDays, earliest, latest, parseDate } from '../time/date.ts';
import type { InspectionFact } from '../facts/facts.ts';
import { holidayBlocks } from '../time/holidayBlocks.ts';
import { contains, periodsIn } from '../time/period.ts';

export interface PlannedInspection {
  /** `2026-W21`, or the first day of the holiday. */
  readonly key: string;
  readonly kind: 'weekly' | 'holiday';
  /** The name of the holiday. */
  readonly name?: Words;
  /** Days on which it is in time. */
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface ServedInspection extends PlannedInspection {
  readonly served: 'in-time' | 'late' | 'missing';
  readonly by?: string;
}

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Those whose last day lies in the period, so that the months of a year add up. `service` cuts off what is before or after it. */
export function plannedInspections(calendar: WorkCalendar, period: Days, service: Days = period): PlannedInspection[] {
  const [from, to] = [latest(period.from, service.from), earliest(period.to, service.to)];
  if (from > to) return [];
  const planned = [...weeklyIn(calendar, from, to, service), ...holidaysIn(calendar, from, to, service)];
  return planned.filter(one => contains(period, one.to));
}

function weeklyIn(calendar: WorkCalendar, first: LocalDate, last: LocalDate, service: Days): PlannedInspection[] {
  return periodsIn('week', first, last)
    .map(({ key, from, to }) => ({
      key,
      kind: 'weekly' as const,
      from: latest(from, service.from),
      to: earliest(to, service.to),
    }))
    .filter(({ from, to }) => workdaysIn(calendar, from, to) > 0);
}

/** In time from the workday before: an inspection on the eve is made for the holiday. */
function holidaysIn(calendar: WorkCalendar, first: LocalDate, last: LocalDate, service: Days): PlannedInspection[] {
  return holidayBlocks(calendar, first, last).map(({ name, from, to }) => ({
    key: from,
    kind: 'holiday' as const,
    name,
    from: addWorkdays(calendar, from, -1),
    to: earliest(to, service.to),
  }));
}

/** A record made at most `grace` days after the last day still serves, late. */
export function servedInspection(
  planned: PlannedInspection,
  inspections: readonly InspectionFact[],
  grace: number,
): ServedInspection {
  const serving = inspections.filter(inspection => serves(planned, inspection));
  const inTime = serving.find(({ date }) => contains(planned, parseDate(date)));
  if (inTime !== undefined) return { ...planned, served: 'in-time', by: inTime.id };
  const after = { from: planned.to, to: addDays(planned.to, grace) };
  const late = serving.find(({ date }) => contains(after, parseDate(date)));
  return late === undefined ? { ...planned, served: 'missing' } : { ...planned, served: 'late', by: late.id };
}

/** A record that names a week serves that week only; any other serves the week it was made in. */
function serves(planned: PlannedInspection, { id, kind, date }: InspectionFact): boolean {
  if (planned.kind === 'holiday') return kind === 'holiday';
  const named = /\d{4}-W\d\d/.exec(id)?.[0];
  return named === undefined ? contains(planned, parseDate(date)) : named === planned.key;
}

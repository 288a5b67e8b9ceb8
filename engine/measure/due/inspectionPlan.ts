/**
 * The inspections that a period requires, and the record of each: one for every week with a workday, one for every
 * public holiday.
 */
import type { Words } from '../../base/words.ts';
import { type WorkCalendar, addWorkdays, workdaysIn } from '../time/calendar.ts';
import { type LocalDate, addDays, earliest, latest, parseDate } from '../time/date.ts';
import type { InspectionFact } from '../facts/facts.ts';
import { holidayBlocks } from '../time/holidayBlocks.ts';
import { contains, periodsIn } from '../time/period.ts';

/** An inspection that is required. */
interface PlannedInspection {
  /** `2026-W21`, or the first day of the holiday. */
  readonly key: string;
  readonly kind: 'weekly' | 'holiday';
  /** The name of the holiday. */
  readonly name?: Words;
  /** First and last day on which it is in time. */
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A required inspection with the id of its record. */
export interface ServedInspection extends PlannedInspection {
  readonly served: 'in-time' | 'late' | 'missing';
  /** Id of the record; undefined when it is missing. */
  readonly by?: string;
}

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * The inspections whose last day is in the period, so that the months of a year add up. Days outside `service` are cut
 * off.
 */
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

/** A holiday inspection is in time from the workday before, because it is made for the holiday. */
function holidaysIn(calendar: WorkCalendar, first: LocalDate, last: LocalDate, service: Days): PlannedInspection[] {
  return holidayBlocks(calendar, first, last).map(({ name, from, to }) => ({
    key: from,
    kind: 'holiday' as const,
    name,
    from: addWorkdays(calendar, from, -1),
    to: earliest(to, service.to),
  }));
}

/**
 * Finds the record of a planned inspection. A record at most `grace` calendar days after the last day counts as late.
 */
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

/**
 * Whether a record is one for this inspection. A record whose id names a week counts for that week only; another one
 * for the week in which it was made.
 */
function serves(planned: PlannedInspection, { id, kind, date }: InspectionFact): boolean {
  if (planned.kind === 'holiday') return kind === 'holiday';
  const named = /\d{4}-W\d\d/.exec(id)?.[0];
  return named === undefined ? contains(planned, parseDate(date)) : named === planned.key;
}

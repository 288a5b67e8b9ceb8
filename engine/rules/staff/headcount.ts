/** The people in service on each workday, and the periods with too few of them. */
import type { Staff } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { isWorkday } from '../../measure/time/calendar.ts';
import { eachDay, type LocalDate } from '../../measure/time/date.ts';
import { isActive } from '../../measure/facts/presence.ts';
import { workCalendar } from '../../measure/agreed/terms.ts';
import { serviceSoFar } from '../duties.ts';
import type { Project } from '../project.ts';
import type { EntryOf } from '../../model/entry.ts';

/** Consecutive workdays with too few people; both days are included. */
interface Stretch {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly workdays: number;
  /** The smallest number of people on one of these days. */
  readonly fewest: number;
}

/** Staff who have started work; candidates are left out. */
export function team(project: Project): readonly EntryOf<Staff>[] {
  return project.entries<Staff>('staff').filter(entry => !entry.broken && project.reached(entry, 'active'));
}

/** Periods of workdays in the service so far on which fewer than `wanted` of these people were in service. */
export function shortStretches(
  project: Project,
  people: readonly EntryOf<Staff>[],
  wanted: number,
): readonly Stretch[] {
  const found: Stretch[] = [];
  let open: Stretch | undefined;
  for (const day of workdaysSoFar(project)) {
    const there = people.filter(({ id, data }) => isActive({ ...data, id }, day)).length;
    if (there >= wanted) open = undefined;
    else if (open === undefined) found.push((open = { from: day, to: day, workdays: 1, fewest: there }));
    else
      found[found.length - 1] = open = {
        from: open.from,
        to: day,
        workdays: open.workdays + 1,
        fewest: Math.min(there, open.fewest),
      };
  }
  return found;
}

function* workdaysSoFar(project: Project): Iterable<LocalDate> {
  const service = serviceSoFar(project);
  if (service === undefined) return;
  const calendar = project.get(workCalendar, ALL);
  for (const day of eachDay(service.from, service.to)) if (isWorkday(calendar, day)) yield day;
}

/** A period in words: `2026-04-01 至 2026-04-03（3 个工作日）`. */
export function stretchWords({ from, to, workdays }: Stretch) {
  const zh = from === to ? from : `${from} 至 ${to}`;
  const en = from === to ? from : `${from} to ${to}`;
  return { zh: `${zh}（${workdays} 个工作日）`, en: `${en} (${workdays} workday${workdays === 1 ? '' : 's'})` };
}

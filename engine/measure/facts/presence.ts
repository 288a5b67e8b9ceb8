/** Presence of staff. A person counts from the day of entry to the day of leaving, both included. */
import { type WorkCalendar, isWorkday, workdaysIn } from '../time/calendar.ts';
import { type LocalDate, eachDay, parseDate } from '../time/date.ts';
import { type MeasuredFacts, type RosterFact, type StaffFact, rowsIn, textIn } from './facts.ts';

/** Whether a person is on the project on a day. Without an entry date he is not. */
export function isActive({ entry_date, leave_date }: StaffFact, date: LocalDate): boolean {
  const [entered, left] = [parseDate(entry_date), parseDate(leave_date)];
  return entered !== undefined && entered <= date && (left === undefined || date <= left);
}

/** Whether a person is first-line staff and stationed at the purchaser. */
export function isOnsite({ onsite, line }: StaffFact): boolean {
  return onsite === true && textIn(line) === '1';
}

/** A month, or the part of it that counts. Both days are included. */
export interface MonthOfService {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Whether the whole service of the month counts, so that its attendance sheet covers the same days. */
  readonly whole: boolean;
}

/** Days of presence, summed over all people on site, and the workdays of the month. */
interface Presence {
  readonly personDays: number;
  readonly workdays: number;
}

/** The presence in a month by its attendance sheet; without one, by who was on the project on each workday. */
export function presenceIn(
  facts: MeasuredFacts,
  calendar: WorkCalendar,
  { from, to, whole }: MonthOfService,
): Presence {
  const sheet = whole ? facts.rosters.find(({ month }) => month === from.slice(0, 7)) : undefined;
  const attended = sheet?.attendance === undefined ? undefined : attendance(sheet, facts);
  return { personDays: attended ?? employedDays(facts, calendar, from, to), workdays: workdaysIn(calendar, from, to) };
}

/** Person-days of the sheet. People registered as not on site are left out; people who are not registered count. */
function attendance(sheet: RosterFact, { staff }: MeasuredFacts): number {
  const others = new Set(staff.filter(person => !isOnsite(person)).flatMap(({ id, name = id }) => [id, name]));
  const counted = rowsIn(sheet.attendance).filter(({ person }) => person === undefined || !others.has(person));
  return counted.reduce((days, { days_present }) => days + (typeof days_present === 'number' ? days_present : 0), 0);
}

function employedDays({ staff }: MeasuredFacts, calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  const onsite = staff.filter(isOnsite);
  let days = 0;
  for (const day of eachDay(from, to)) {
    if (isWorkday(calendar, day)) days += onsite.filter(person => isActive(person, day)).length;
  }
  return days;
}

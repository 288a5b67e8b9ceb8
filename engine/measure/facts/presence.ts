/** Who was there. Staff count from the day they come to the day they leave, both included. */
import { type WorkCalendar, isWorkday, workdaysIn } from '../time/calendar.ts';
import { type LocalDate, eachDay, parseDate } from '../time/date.ts';
import { type Facts, type RosterFact, type StaffFact, rowsIn, textIn } from './facts.ts';

export function isActive({ entry_date, leave_date }: StaffFact, date: LocalDate): boolean {
  const [entered, left] = [parseDate(entry_date), parseDate(leave_date)];
  return entered !== undefined && entered <= date && (left === undefined || date <= left);
}

/** First-line staff stationed at the purchaser's. */
export function isOnsite({ onsite, line }: StaffFact): boolean {
  return onsite === true && textIn(line) === '1';
}

export interface MonthOfService {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Whether nothing of the month's service is cut off, so that its attendance sheet speaks of the same days. */
  readonly whole: boolean;
}

export interface Presence {
  readonly personDays: number;
  readonly workdays: number;
}

/** By the attendance sheet; without one, by who was employed on each workday. */
export function presenceIn(facts: Facts, calendar: WorkCalendar, { from, to, whole }: MonthOfService): Presence {
  const sheet = whole ? facts.rosters.find(({ month }) => month === from.slice(0, 7)) : undefined;
  const attended = sheet?.attendance === undefined ? undefined : attendance(sheet, facts);
  return { personDays: attended ?? employedDays(facts, calendar, from, to), workdays: workdaysIn(calendar, from, to) };
}

/** Rows of people who are known not to be on site are left out; a person nobody registered is believed. */
function attendance(sheet: RosterFact, { staff }: Facts): number {
  const others = new Set(staff.filter(person => !isOnsite(person)).flatMap(({ id, name = id }) => [id, name]));
  const counted = rowsIn(sheet.attendance).filter(({ person }) => person === undefined || !others.has(person));
  return counted.reduce((days, { days_present }) => days + (typeof days_present === 'number' ? days_present : 0), 0);
}

function employedDays({ staff }: Facts, calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  const onsite = staff.filter(isOnsite);
  let days = 0;
  for (const day of eachDay(from, to)) {
    if (isWorkday(calendar, day)) days += onsite.filter(person => isActive(person, day)).length;
  }
  return days;
}

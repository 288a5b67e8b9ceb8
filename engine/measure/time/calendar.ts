/**
 * The work calendar: on which days and in which hours people work. It is built from the published holidays and the
 * project's own days, which have priority because the purchaser may work on other days than the country.
 */
import type { Words } from '../../base/words.ts';
import { type DayNumber, type LocalDate, dateOfDay, dayNumber, parseDate, weekdayOf } from './date.ts';
import { type SpecialDay, chineseHolidays } from './holidays.ts';
import { CHINA, type Offset, parseOffset } from './instant.ts';

/** The settings under `calendar:` in docket.yml. */
export interface CalendarSettings {
  /** `cn` (default): public holidays of mainland China; `none`: no public holidays. */
  readonly holidays?: 'cn' | 'none' | undefined;
  /** Days that differ from the published calendar. */
  readonly days?:
    | readonly { readonly date: LocalDate; readonly work: boolean; readonly name?: string | undefined }[]
    | undefined;
  /** Working hours: `[['08:30', '12:00'], ['13:30', '17:30']]` */
  readonly hours?: readonly (readonly [string, string])[] | undefined;
  /** UTC offset of the project: `+08:00` */
  readonly offset?: string | undefined;
}

/** Working hours, in minutes from the start of the day. */
interface Shift {
  readonly from: number;
  readonly to: number;
}

/** The work calendar of a project. */
export interface WorkCalendar {
  /** Days on which the weekday does not decide. */
  readonly special: ReadonlyMap<DayNumber, SpecialDay>;
  /** The working hours of a workday, in order and without overlap. */
  readonly shifts: readonly Shift[];
  /** The sum of the working hours of a day. */
  readonly minutesPerDay: number;
  readonly offset: Offset;
  /** The years whose holidays are known; `all` when the project uses no public holidays. */
  readonly years: ReadonlySet<number> | 'all';
}

const OFFICE_HOURS: readonly Shift[] = [
  { from: 510, to: 720 },
  { from: 810, to: 1_050 },
];

/** Builds a calendar. Without settings: public holidays of China, 08:30–12:00 and 13:30–17:30, UTC+8. */
export function buildCalendar(settings: CalendarSettings = {}): WorkCalendar {
  const days = [...(settings.holidays === 'none' ? [] : chineseHolidays()), ...ownDays(settings)];
  const shifts = shiftsOf(settings.hours ?? []);
  return {
    special: new Map(days.map(day => [dayNumber(day.date), day])),
    shifts,
    minutesPerDay: shifts.reduce((sum, shift) => sum + shift.to - shift.from, 0),
    offset: parseOffset(settings.offset) ?? CHINA,
    years: settings.holidays === 'none' ? 'all' : new Set(days.map(day => Number(day.date.slice(0, 4)))),
  };
}

function ownDays({ days = [] }: CalendarSettings): SpecialDay[] {
  return days
    .filter(day => parseDate(day.date) !== undefined)
    .map(({ date, work, name }) => ({ date, work, name: name === undefined ? ownName(work) : { zh: name, en: name } }));
}

function ownName(work: boolean): Words {
  return work ? { zh: '上班日', en: 'Working day' } : { zh: '休息日', en: 'Day off' };
}

/** Hours that cannot be read are left out; without any, the default hours apply. */
function shiftsOf(hours: readonly (readonly [string, string])[]): readonly Shift[] {
  const shifts: Shift[] = [];
  const read = hours.map(([from, to]) => ({ from: minuteOf(from), to: minuteOf(to) }));
  for (const shift of read.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = shifts.at(-1);
    if (last === undefined || shift.from > last.to) shifts.push(shift);
    else shifts[shifts.length - 1] = { from: last.from, to: Math.max(last.to, shift.to) };
  }
  return shifts.length === 0 ? OFFICE_HOURS : shifts;
}

/** The minute of a time of day; `24:00` is 1440. NaN for another text. */
function minuteOf(text: string): number {
  const parts = /^(\d?\d):([0-5]\d)$/.exec(text);
  const minute = parts === null ? Number.NaN : Number(parts[1]) * 60 + Number(parts[2]);
  return minute <= 1_440 ? minute : Number.NaN;
}

/** Whether people work on a day. */
export function isWorkday(calendar: WorkCalendar, date: LocalDate): boolean {
  return isWorkdayNumber(calendar, dayNumber(date));
}

/** Whether people work on a day, by its number. */
export function isWorkdayNumber(calendar: WorkCalendar, day: DayNumber): boolean {
  return calendar.special.get(day)?.work ?? weekdayOf(day) <= 5;
}

/** The number of workdays from one day to another, both included. */
export function workdaysIn(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  return countWorkdays(calendar, dayNumber(from), dayNumber(to));
}

/** The number of workdays between two day numbers, both included; 0 when `last` is before `first`. */
export function countWorkdays(calendar: WorkCalendar, first: DayNumber, last: DayNumber): number {
  if (last - first > LONG) return countLong(calendar, first, last);
  let count = 0;
  for (let day = first; day <= last; day++) if (isWorkdayNumber(calendar, day)) count++;
  return count;
}

/** Longer spans are counted by weeks, because a record may contain the year 1. */
const LONG = 3_660;

function countLong(calendar: WorkCalendar, first: DayNumber, last: DayNumber): number {
  const weeks = Math.floor((last - first + 1) / 7);
  let count = weeks * 5;
  for (let day = first + weeks * 7; day <= last; day++) if (weekdayOf(day) <= 5) count++;
  for (const [day, { work }] of calendar.special)
    if (first <= day && day <= last) count += Number(work) - Number(weekdayOf(day) <= 5);
  return count;
}

/**
 * The workdays after `from` up to `to`, as a term is counted: the first day does not count. Negative when `to` is
 * earlier.
 */
export function workdaysBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return first <= last ? countWorkdays(calendar, first + 1, last) : -countWorkdays(calendar, last, first - 1);
}

/**
 * The n-th workday after a day, or before it when n is negative. The day itself when n is 0 or the day does not exist.
 */
export function addWorkdays(calendar: WorkCalendar, date: LocalDate, n: number): LocalDate {
  if (parseDate(date) === undefined) return date;
  const step = Math.sign(n);
  let day = dayNumber(date);
  for (let left = Math.abs(n); left > 0; ) {
    day += step;
    if (isWorkdayNumber(calendar, day)) left--;
  }
  return dateOfDay(day);
}

/** The day that is n workdays after the end of a period. */
export function nthWorkdayAfter(calendar: WorkCalendar, period: { readonly to: LocalDate }, n: number): LocalDate {
  return addWorkdays(calendar, period.to, n);
}

/** Whether the holidays of a year are known. Without them its workdays may be wrong. */
export function coversYear(calendar: WorkCalendar, year: number): boolean {
  return calendar.years === 'all' || calendar.years.has(year);
}

/**
 * Days of the calendar, without a clock and without a zone. The arithmetic is done on day numbers and not
 * on `Date`, which reads a bare date as midnight UTC and shows it in the zone of the machine.
 */

import { parseDate } from '../../base/day.ts';

export { monthLength, parseDate } from '../../base/day.ts';

/** A day as documents write it, `2026-05-20`. Days compare as text. */
export type LocalDate = string;

/** Days since 1970-01-01. */
export type DayNumber = number;

/** Counts from a year that begins in March, so that the leap day is the last of its year. */
export function dayNumber(date: LocalDate): DayNumber {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  return year * 365 + leapDaysBefore(year) + dayOfYear - 719_468;
}

function leapDaysBefore(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

export function dateOfDay(day: DayNumber): LocalDate {
  const era = Math.floor((day + 719_468) / 146_097);
  const dayOfEra = day + 719_468 - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (yearOfEra * 365 + leapDaysBefore(yearOfEra));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((shifted + 2) % 12) + 1;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return writeDate(year, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

export function writeDate(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Every day from one to another, both inside; none where one of them is no day that exists. */
export function* eachDay(from: LocalDate, to: LocalDate): Iterable<LocalDate> {
  if (parseDate(from) === undefined || parseDate(to) === undefined) return;
  const last = dayNumber(to);
  for (let day = dayNumber(from); day <= last; day++) yield dateOfDay(day);
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function earliest(first: LocalDate, ...others: LocalDate[]): LocalDate {
  return others.reduce((least, date) => (date < least ? date : least), first);
}

export function latest(first: LocalDate, ...others: LocalDate[]): LocalDate {
  return others.reduce((most, date) => (date > most ? date : most), first);
}

/**
 * Calendar days, without time and time zone. They are computed as day numbers and not with `Date`, which reads a date
 * as midnight UTC and shows it in the time zone of the machine.
 */

import { parseDate } from '../../base/day.ts';

export { monthLength, parseDate } from '../../base/day.ts';

/** A day as documents write it, `2026-05-20`. Days can be compared as text. */
export type LocalDate = string;

/** Days since 1970-01-01. */
export type DayNumber = number;

/**
 * The number of a day that exists. It is computed with years that begin in March, so that the leap day is the last day
 * of its year.
 */
export function dayNumber(date: LocalDate): DayNumber {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  return year * 365 + leapDaysBefore(year) + dayOfYear - 719_468;
}

function leapDaysBefore(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

/** The day of a day number. */
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

/** A day as text, from year, month and day, each from 1. */
export function writeDate(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day some days later, or earlier for a negative number. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Every day from one to another, both included; none when one of them does not exist. */
export function* eachDay(from: LocalDate, to: LocalDate): Iterable<LocalDate> {
  if (parseDate(from) === undefined || parseDate(to) === undefined) return;
  const last = dayNumber(to);
  for (let day = dayNumber(from); day <= last; day++) yield dateOfDay(day);
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The weekday of a day: 1 is Monday, 7 is Sunday. (1970-01-01 was a Thursday.) */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The earliest of some days. */
export function earliest(first: LocalDate, ...others: LocalDate[]): LocalDate {
  return others.reduce((least, date) => (date < least ? date : least), first);
}

/** The latest of some days. */
export function latest(first: LocalDate, ...others: LocalDate[]): LocalDate {
  return others.reduce((most, date) => (date > most ? date : most), first);
}

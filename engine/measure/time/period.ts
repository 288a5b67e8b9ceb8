/**
 * Periods: spans of whole days that reports cover, by key: `2026-W21`, `2026-05`, `2026-Q1`, `2026`,
 * `2025-10-01..2026-09-30`.
 */
import type { Words } from '../../base/words.ts';
import { type LocalDate, addDays, dateOfDay, dayNumber, monthLength, parseDate, weekdayOf, writeDate } from './date.ts';
import { type Instant, type Offset, startOfDay } from './instant.ts';

/** Weeks are ISO 8601 weeks; a range is any span of days. */
export type PeriodKind = 'week' | 'month' | 'quarter' | 'year' | 'range';

/** A period with its first and last day, both included. */
export interface Period {
  readonly key: string;
  readonly kind: PeriodKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const FORM = /^(\d{4})(?:-(?:W(\d\d)|Q([1-4])|(\d\d)))?$/;

/**
 * The period of a key; undefined for a text that is no key or names no such period (week 53 of a short year). Weeks are
 * ISO 8601 weeks.
 */
export function parsePeriod(key: unknown): Period | undefined {
  if (typeof key !== 'string') return undefined;
  const range = key.split('..');
  if (range.length === 2) return rangeOf(range[0], range[1]);
  const parts = FORM.exec(key);
  if (parts === null || Number(parts[1]) === 0) return undefined;
  const [year, week, quarter, month] = parts.slice(1).map(Number) as [number, number, number, number];
  if (parts[2] !== undefined) return weekOf(year, week);
  if (parts[3] !== undefined) return months('quarter', key, year, quarter * 3 - 2, quarter * 3);
  if (parts[4] !== undefined) return month >= 1 && month <= 12 ? months('month', key, year, month, month) : undefined;
  return months('year', key, year, 1, 12);
}

/** The most days of a range (about forty years), because it is counted day by day. */
const LONGEST = 14_610;

/**
 * The period between two days; undefined when one does not exist, they are in the wrong order, or the range is too
 * long.
 */
export function rangeOf(first: unknown, last: unknown): Period | undefined {
  const [from, to] = [parseDate(first), parseDate(last)];
  if (from === undefined || to === undefined || to < from || dayNumber(to) - dayNumber(from) > LONGEST)
    return undefined;
  return { key: `${from}..${to}`, kind: 'range', from, to };
}

function months(kind: PeriodKind, key: string, year: number, first: number, last: number): Period {
  return { key, kind, from: writeDate(year, first, 1), to: writeDate(year, last, monthLength(year, last)) };
}

/** Week 1 contains 4 January (ISO 8601), so some years have a week 53. */
function weekOf(year: number, week: number): Period | undefined {
  const fourth = dayNumber(writeDate(year, 1, 4));
  const monday = fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
  const period = periodOf('week', dateOfDay(monday));
  return period.key === weekKey(year, week) ? period : undefined;
}

/** The week, month, quarter or year that contains a day. */
export function periodOf(kind: Exclude<PeriodKind, 'range'>, date: LocalDate): Period {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  if (kind === 'year') return months(kind, date.slice(0, 4), year, 1, 12);
  if (kind === 'month') return months(kind, date.slice(0, 7), year, month, month);
  const quarter = Math.ceil(month / 3);
  if (kind === 'quarter') return months(kind, `${date.slice(0, 4)}-Q${quarter}`, year, quarter * 3 - 2, quarter * 3);
  return weekAround(date);
}

/** The ISO week that contains a day. Its year is the year of its Thursday. */
function weekAround(date: LocalDate): Period {
  const monday = dayNumber(date) - weekdayOf(dayNumber(date)) + 1;
  const thursday = dateOfDay(monday + 3);
  const week = Math.floor((monday + 3 - dayNumber(`${thursday.slice(0, 4)}-01-01`)) / 7) + 1;
  return {
    key: weekKey(Number(thursday.slice(0, 4)), week),
    kind: 'week',
    from: dateOfDay(monday),
    to: dateOfDay(monday + 6),
  };
}

function weekKey(year: number, week: number): string {
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

/** All periods of a kind that share a day with the span, in order; none when one of its days does not exist. */
export function periodsIn(kind: Exclude<PeriodKind, 'range'>, from: LocalDate, to: LocalDate): Period[] {
  const periods: Period[] = [];
  if (parseDate(from) === undefined || parseDate(to) === undefined) return periods;
  const last = dayNumber(to);
  for (let day = dayNumber(from); day <= last; ) {
    const period = periodOf(kind, dateOfDay(day));
    if (periods.at(-1)?.key !== period.key) periods.push(period);
    // The last week of the year 9999 ends in a year that cannot be written.
    day = Math.max(day, dayNumber(period.to)) + 1;
  }
  return periods;
}

/** The period of the same kind before it; for a range, as many days before it. */
export function previousPeriod(period: Period): Period {
  const last = addDays(period.from, -1);
  if (period.kind !== 'range') return periodOf(period.kind, last);
  const from = addDays(period.from, dayNumber(period.from) - dayNumber(period.to) - 1);
  return { key: `${from}..${last}`, kind: 'range', from, to: last };
}

/** Whether a day is in a period; false for undefined. */
export function contains(period: Pick<Period, 'from' | 'to'>, date: LocalDate | undefined): boolean {
  return date !== undefined && period.from <= date && date <= period.to;
}

/** The first instant after the period. */
export function periodEnd(period: Pick<Period, 'to'>, offset: Offset): Instant {
  return startOfDay(addDays(period.to, 1), offset);
}

const QUARTERS = ['一', '二', '三', '四'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The name of a period in headings: 2026年5月, 2026年第一季度. */
export function periodLabel(period: Period): Words {
  const year = period.key.slice(0, 4);
  const number = Number(period.key.slice(5).replace(/\D/g, ''));
  switch (period.kind) {
    case 'week':
      return { zh: `${year}年第${number}周`, en: `week ${number} of ${year}` };
    case 'month':
      return { zh: `${year}年${number}月`, en: `${MONTHS[number - 1]} ${year}` };
    case 'quarter':
      return { zh: `${year}年第${QUARTERS[number - 1]}季度`, en: `Q${number} ${year}` };
    case 'year':
      return { zh: `${year}年`, en: year };
    case 'range':
      return { zh: `${period.from}至${period.to}`, en: `${period.from} to ${period.to}` };
  }
}

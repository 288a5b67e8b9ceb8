/**
 * Instants: RFC 3339 text with offset to milliseconds since 1970-01-01T00:00Z, and back. A text without offset is no
 * instant, because it would mean another time on another machine.
 */
import { type LocalDate, dateOfDay, dayNumber, parseDate } from './date.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** The minutes by which local time is ahead of UTC; negative west of Greenwich. */
export type Offset = number;

/** Milliseconds of a minute. */
export const MINUTE = 60_000;
/** Milliseconds of a day. */
export const DAY = 1_440 * MINUTE;

/** The offset of China, which has one time zone and no summer time. */
export const CHINA: Offset = 480;

const MOMENT = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?([Zz]|[+-]\d\d:\d\d)$/;
const OFFSET = /^([+-])(\d\d):(\d\d)$/;

/** The figures read the same times again and again, so each text is parsed once. */
const known = new Map<string, Instant | undefined>();
const KEPT = 100_000;

/** The instant of an RFC 3339 text with offset; undefined for another text or a day that does not exist. */
export function parseInstant(text: unknown): Instant | undefined {
  if (typeof text !== 'string') return undefined;
  if (known.has(text)) return known.get(text);
  if (known.size >= KEPT) known.clear();
  const instant = readInstant(text);
  known.set(text, instant);
  return instant;
}

function readInstant(text: string): Instant | undefined {
  const parts = MOMENT.exec(text);
  if (parts === null) return undefined;
  const [, day, hour, minute, second = '0', fraction = '0', zone] = parts;
  const date = parseDate(day);
  const offset = parseOffset(zone);
  if (date === undefined || offset === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const minutes = Number(hour) * 60 + Number(minute) - offset;
  const thousandths = Number(fraction.padEnd(3, '0').slice(0, 3));
  return dayNumber(date) * DAY + minutes * MINUTE + Number(second) * 1_000 + thousandths;
}

/** The minutes of an offset: `+08:00` → 480, `Z` → 0; undefined for another text. */
export function parseOffset(text: unknown): Offset | undefined {
  if (text === 'Z' || text === 'z') return 0;
  const parts = typeof text === 'string' ? OFFSET.exec(text) : null;
  if (parts === null || Number(parts[2]) > 23 || Number(parts[3]) > 59) return undefined;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
}

/** An instant as text in a time zone: `2026-01-19T16:05:00+08:00`. Fractions of a second are left off. */
export function formatInstant(instant: Instant, offset: Offset): string {
  const seconds = Math.floor((instant - startOfDay(localDate(instant, offset), offset)) / 1_000);
  const clock = [seconds / 3_600, (seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
  const zone = [Math.abs(offset) / 60, Math.abs(offset) % 60].map(twoDigits).join(':');
  return `${localDate(instant, offset)}T${clock}${offset < 0 ? '-' : '+'}${zone}`;
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

/** The day on which an instant falls in a time zone. */
export function localDate(instant: Instant, offset: Offset): LocalDate {
  return dateOfDay(Math.floor((instant + offset * MINUTE) / DAY));
}

/** The first instant of a day in a time zone. */
export function startOfDay(date: LocalDate, offset: Offset): Instant {
  return dayNumber(date) * DAY - offset * MINUTE;
}

/** The day of a time or date; undefined for another text. */
export function dateOf(text: unknown, offset: Offset): LocalDate | undefined {
  const instant = parseInstant(text);
  return instant === undefined ? parseDate(text) : localDate(instant, offset);
}

/** The instant of a time, or the start of a day; undefined for another text. */
export function momentOf(text: unknown, offset: Offset): Instant | undefined {
  const date = parseDate(text);
  return date === undefined ? parseInstant(text) : startOfDay(date, offset);
}

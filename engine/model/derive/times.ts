/** Values computed from dates and times of a record. */
import type { Data } from '../entry.ts';
import { rowsOf } from './rows.ts';

/** The day at the start of a date or time as written; undefined when there is none. */
export function derivedDay(value: unknown): string | undefined {
  return typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined;
}

/** The minutes between two times, rounded; undefined when one of them cannot be read. */
export function derivedMinutes(from: unknown, to: unknown): number | undefined {
  const minutes = (Date.parse(String(to)) - Date.parse(String(from))) / 60_000;
  return Number.isFinite(minutes) ? Math.round(minutes) : undefined;
}

/** The time of the last approval of a record, as written, so that its offset stays; undefined when there is none. */
export function lastApproval(record: Data): string | undefined {
  const times = rowsOf(record['approvals'])
    .map(({ at }) => at)
    .filter(at => typeof at === 'string' && !Number.isNaN(Date.parse(at)));
  return (times as string[]).sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}

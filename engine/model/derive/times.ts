/** Values computed from dates and times of a record. */
import type { Data } from '../entry.ts';
import { rowsOf } from './rows.ts';

export function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined;
}

export function minutesBetween(from: unknown, to: unknown): number | undefined {
  const minutes = (Date.parse(String(to)) - Date.parse(String(from))) / 60_000;
  return Number.isFinite(minutes) ? Math.round(minutes) : undefined;
}

/** Approved is what the last of all approvers has approved. Words as written, so that the offset stays. */
export function lastApproval(record: Data): string | undefined {
  const times = rowsOf(record['approvals'])
    .map(({ at }) => at)
    .filter(at => typeof at === 'string' && !Number.isNaN(Date.parse(at)));
  return (times as string[]).sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}

/**
 * Clocks: how much time passed. The natural clock never stops; the work clock runs in the shifts of workdays only.
 * Pauses are subtracted; a time that several pauses cover is subtracted once.
 */
import { type WorkCalendar, countWorkdays, isWorkdayNumber } from './calendar.ts';
import { type DayNumber } from './date.ts';
import { DAY, type Instant, MINUTE, parseInstant } from './instant.ts';

/** `natural` never stops; `work` runs in working hours only. */
export type Clock = 'natural' | 'work';

/** A span of time, the end excluded. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/** A pause as a record writes it; without an end it continues. */
export interface Pause {
  /** RFC 3339 with offset. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** About twenty years. A target further away has no due date, and a calendar without workdays would never reach it. */
const HORIZON_DAYS = 7_320;

/**
 * The minutes on a clock between two instants, which may have a fraction; 0 when they are in the wrong order. `pauses`
 * must be merged.
 */
export function minutesBetween(
  clock: Clock,
  calendar: WorkCalendar,
  from: Instant,
  to: Instant,
  pauses: readonly Interval[] = [],
): number {
  const paused = pauses.reduce(
    (sum, pause) => sum + run(clock, calendar, Math.max(pause.from, from), Math.min(pause.to, to)),
    0,
  );
  return (run(clock, calendar, from, to) - paused) / MINUTE;
}

/** The pauses in order and without overlap. Those that cannot be read, or end before they begin, are left out. */
export function mergePauses(pauses: readonly Pause[]): Interval[] {
  const merged: Interval[] = [];
  for (const pause of readPauses(pauses)) {
    const last = merged.at(-1);
    if (last === undefined || pause.from > last.to) merged.push(pause);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, pause.to) };
  }
  return merged;
}

function readPauses(pauses: readonly Pause[]): Interval[] {
  return pauses
    .map(({ from, to }) => ({
      from: parseInstant(from) ?? Number.NaN,
      to: to === undefined || to === null ? Number.POSITIVE_INFINITY : (parseInstant(to) ?? Number.NaN),
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}

function run(clock: Clock, calendar: WorkCalendar, from: Instant, to: Instant): number {
  if (!(from < to)) return 0;
  return clock === 'natural' ? to - from : worked(calendar, from, to);
}

function worked(calendar: WorkCalendar, from: Instant, to: Instant): number {
  const [first, last] = [dayAt(calendar, from), dayAt(calendar, to)];
  if (first === last) return workedOn(calendar, first, from, to);
  const between = countWorkdays(calendar, first + 1, last - 1) * calendar.minutesPerDay * MINUTE;
  return workedOn(calendar, first, from, to) + between + workedOn(calendar, last, from, to);
}

function dayAt(calendar: WorkCalendar, instant: Instant): DayNumber {
  return Math.floor((instant + calendar.offset * MINUTE) / DAY);
}

function workedOn(calendar: WorkCalendar, day: DayNumber, from: Instant, to: Instant): number {
  return shiftsOn(calendar, day).reduce(
    (sum, shift) => sum + Math.max(0, Math.min(shift.to, to) - Math.max(shift.from, from)),
    0,
  );
}

function shiftsOn(calendar: WorkCalendar, day: DayNumber): Interval[] {
  if (!isWorkdayNumber(calendar, day)) return [];
  const midnight = day * DAY - calendar.offset * MINUTE;
  return calendar.shifts.map(({ from, to }) => ({ from: midnight + from * MINUTE, to: midnight + to * MINUTE }));
}

/**
 * The first instant at which the given minutes have passed on a clock; undefined when that is more than about twenty
 * years away.
 */
export function momentAfter(
  clock: Clock,
  calendar: WorkCalendar,
  from: Instant,
  minutes: number,
  pauses: readonly Interval[] = [],
): Instant | undefined {
  let left = minutes * MINUTE;
  for (const stretch of running(clock, calendar, from)) {
    for (const open of without(stretch, pauses)) {
      if (left <= open.to - open.from) return open.from + left;
      left -= open.to - open.from;
    }
  }
  return undefined;
}

function* running(clock: Clock, calendar: WorkCalendar, from: Instant): Generator<Interval> {
  if (clock === 'natural') {
    yield { from, to: from + HORIZON_DAYS * DAY };
    return;
  }
  const first = dayAt(calendar, from);
  for (let day = first; day < first + HORIZON_DAYS; day++) {
    for (const shift of shiftsOn(calendar, day)) {
      if (shift.to > from) yield { from: Math.max(shift.from, from), to: shift.to };
    }
  }
}

/** The parts of an interval outside the pauses, which are in order and do not overlap. */
function* without(stretch: Interval, pauses: readonly Interval[]): Generator<Interval> {
  let from = stretch.from;
  for (const pause of pauses) {
    if (pause.to <= from) continue;
    if (pause.from >= stretch.to) break;
    if (pause.from > from) yield { from, to: pause.from };
    from = pause.to;
  }
  if (from < stretch.to) yield { from, to: stretch.to };
}

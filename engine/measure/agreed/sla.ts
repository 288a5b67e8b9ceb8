/**
 * Service levels: how soon a ticket must be answered and solved, and whether it was.
 *
 * In: one ticket, the table of levels, the calendar and the cut-off. Out: verdicts. Invariant: events after the cut-off
 * do not count.
 */
import type { WorkCalendar } from '../time/calendar.ts';
import { type Clock, type Interval, mergePauses, minutesBetween, momentAfter } from '../time/workClock.ts';
import { type TicketFact, rowsIn, textIn } from '../facts/facts.ts';
import { type Instant, MINUTE, parseInstant } from '../time/instant.ts';
import type { Term } from '../../../docs-schema/settingTypes.ts';

/** Who set a threshold. One with the source `default` was not agreed, so missing it is not a breach. */
export type Origin = 'contract' | 'bid' | 'policy' | 'default';

/** A term in minutes or workdays. A workday is as long as its shifts, and always runs on the work clock. */
type Target = Term;

/** The targets of one level; a missing target is not judged. */
export interface SlaLevel {
  readonly response?: Target | undefined;
  /** From the report to the arrival of second-line staff. */
  readonly onsite?: Target | undefined;
  readonly resolve?: Target | undefined;
  /**
   * The clock of a resolution target in minutes. Response always runs on the natural clock, because service is 7×24.
   */
  readonly clock?: Clock | undefined;
  /** From recovery to the submission of the incident report. */
  readonly report?: Target | undefined;
}

/** The levels of a project by severity (`P1`), and who set them. */
export interface SlaTable {
  readonly source: Origin;
  readonly levels: Readonly<Record<string, SlaLevel>>;
}

/**
 * The state of a target. `met` and `missed` are final. `running` is open and inside its target, `overdue` open and
 * beyond it. `not-due` is not measured: the ticket is not reported yet, void or duplicate, the level has no such
 * target, or there was no visit.
 */
export type SlaOutcome = 'met' | 'missed' | 'running' | 'overdue' | 'not-due';

/** Whether a target was reached, and the time that counts. */
export interface Verdict {
  readonly outcome: SlaOutcome;
  /** Minutes on the clock until it was done, or until the cut-off. */
  readonly minutes: number;
  readonly clock: Clock;
  /** What it is judged by: the target of the level, or the date agreed with the customer. */
  readonly by: 'target' | 'agreed';
  /** The allowed minutes; undefined when an agreed date counts. */
  readonly target?: number;
  /** Minutes left while it is running: on the clock, or natural minutes until an agreed date. */
  readonly left?: number;
  /** The last instant that is in time; undefined when it is too far in the future (about 20 years). */
  readonly due?: Instant;
}

/** The verdicts on one ticket. */
export interface TicketSla {
  readonly response: Verdict;
  readonly onsite: Verdict;
  readonly resolve: Verdict;
}

/** The verdicts on a ticket; undefined when it has no readable time of report or its times run backwards. */
export function slaOf(
  ticket: TicketFact,
  table: SlaTable,
  calendar: WorkCalendar,
  asOf: Instant,
): TicketSla | undefined {
  const reported = parseInstant(ticket.reported_at);
  if (reported === undefined) return undefined;
  const level = isCounted(ticket) && reported <= asOf ? (table.levels[textIn(ticket.severity)] ?? {}) : {};
  const lap = (target: Target | undefined, done: unknown, clock: Clock): Lap => ({
    ...allowance(target, clock, calendar),
    calendar,
    from: reported,
    done: until(done, asOf),
    asOf,
    pauses: [],
  });
  const laps = {
    response: lap(level.response, ticket.responded_at, 'natural'),
    onsite: lap(level.onsite, ticket.arrived_at, 'natural'),
    resolve: {
      ...lap(level.resolve, ticket.resolved_at, level.clock ?? 'natural'),
      pauses: mergePauses(rowsIn(ticket.pauses)),
    },
  };
  if (Object.values(laps).some(({ done }) => done !== undefined && done < reported)) return undefined;
  const agreed = ticket.agreed_by ? parseInstant(ticket.agreed_due_at) : undefined;
  return {
    response: judge(laps.response),
    onsite: judge(laps.onsite.done === undefined ? { ...laps.onsite, target: undefined } : laps.onsite),
    resolve:
      agreed === undefined || level.resolve === undefined ? judge(laps.resolve) : judgeAgreed(laps.resolve, agreed),
  };
}

/** Whether a ticket counts in figures: void and duplicate tickets do not. */
export function isCounted(ticket: TicketFact): boolean {
  return ticket.status !== 'void' && ticket.status !== 'duplicate';
}

interface Lap {
  readonly clock: Clock;
  readonly target: number | undefined;
  readonly calendar: WorkCalendar;
  readonly from: Instant;
  readonly done: Instant | undefined;
  readonly asOf: Instant;
  readonly pauses: readonly Interval[];
}

/** The minutes a target allows, and the clock they run on. A target in workdays becomes minutes of the work clock. */
export function allowance(
  target: Target | undefined,
  clock: Clock,
  calendar: WorkCalendar,
): { readonly target: number | undefined; readonly clock: Clock } {
  if (target === undefined) return { target, clock };
  if ('minutes' in target) return { target: target.minutes, clock };
  return { target: target.workdays * calendar.minutesPerDay, clock: 'work' };
}

function until(text: unknown, asOf: Instant): Instant | undefined {
  const instant = parseInstant(text);
  return instant !== undefined && instant <= asOf ? instant : undefined;
}

function judge(lap: Lap): Verdict {
  const minutes = minutesOf(lap);
  const { clock, target } = lap;
  if (target === undefined) return { outcome: 'not-due', minutes, clock, by: 'target' };
  const due = momentAfter(clock, lap.calendar, lap.from, target, lap.pauses);
  const verdict = { ...outcomeOf(lap, target - minutes), minutes, clock, by: 'target', target } as const;
  return due === undefined ? verdict : { ...verdict, due };
}

function judgeAgreed(lap: Lap, due: Instant): Verdict {
  const left = (due - (lap.done ?? lap.asOf)) / MINUTE;
  return { ...outcomeOf(lap, left), minutes: minutesOf(lap), clock: lap.clock, by: 'agreed', due };
}

function minutesOf({ clock, calendar, from, done, asOf, pauses }: Lap): number {
  return minutesBetween(clock, calendar, from, done ?? asOf, pauses);
}

function outcomeOf({ done }: Lap, left: number): Pick<Verdict, 'outcome' | 'left'> {
  if (done !== undefined) return { outcome: left >= 0 ? 'met' : 'missed' };
  return left >= 0 ? { outcome: 'running', left } : { outcome: 'overdue' };
}

/**
 * Service levels: how soon a ticket must be answered and solved, and whether it was. One record and one table in, its
 * verdicts out; everything that happened after the cut-off has not happened yet.
 */
import type { WorkCalendar } from '../time/calendar.ts';
import { type Clock, type Interval, mergePauses, minutesBetween, momentAfter } from '../time/workClock.ts';
import { type TicketFact, rowsIn, textIn } from '../facts/facts.ts';
import { type Instant, MINUTE, parseInstant } from '../time/instant.ts';
import type { Term } from '../../../docs-schema/settingTypes.ts';

/** Where a threshold comes from. One that nobody agreed to accuses nobody. */
export type Origin = 'contract' | 'bid' | 'policy' | 'default';

/** A workday is as long as the shifts of one day, and always runs on the work clock. */
export type Target = Term;

export interface SlaLevel {
  readonly response?: Target | undefined;
  /** The second line on site. */
  readonly onsite?: Target | undefined;
  readonly resolve?: Target | undefined;
  /** The clock of a resolve target in minutes. Response runs on the natural clock: service is round the clock. */
  readonly clock?: Clock | undefined;
  /** From recovery to the incident report. */
  readonly report?: Target | undefined;
}

export interface SlaTable {
  readonly source: Origin;
  readonly levels: Readonly<Record<string, SlaLevel>>;
}

/**
 * `met` and `missed` are final. `running` is open inside its target, `overdue` open beyond it. `not-due` has nothing to
 * measure: not reported yet, void or duplicate, a level without this target, or nobody has come on site.
 */
export type Outcome = 'met' | 'missed' | 'running' | 'overdue' | 'not-due';

export interface Verdict {
  readonly outcome: Outcome;
  /** On the clock, until it was done or until the cut-off. */
  readonly minutes: number;
  readonly clock: Clock;
  /** What counts: the level's target or the date agreed with the customer. */
  readonly by: 'target' | 'agreed';
  /** Minutes allowed; left out when an agreed date counts. */
  readonly target?: number;
  /** Minutes left until then, while it is running: on the clock, or natural ones to an agreed date. */
  readonly left?: number;
  /** The last moment that is still in time; left out when it lies beyond any term. */
  readonly due?: Instant;
}

export interface TicketSla {
  readonly response: Verdict;
  readonly onsite: Verdict;
  readonly resolve: Verdict;
}

/** The verdicts, or undefined when the ticket has no readable time of report or its times run backwards. */
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

/** Void and duplicate tickets are in no figure. */
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

/** What a target allows, in minutes of the clock it runs on. */
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

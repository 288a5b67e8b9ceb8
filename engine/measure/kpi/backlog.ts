/**
 * The flow of tickets: received, solved, and open at the end of a period. A resolution counts in the period in which it
 * happened.
 */
import type { TicketFact } from '../facts/facts.ts';
import { type Instant, parseInstant, startOfDay } from '../time/instant.ts';
import { type Period, periodEnd, periodsIn } from '../time/period.ts';
import type { MeasureSettings } from '../agreed/measureSettings.ts';
import { isCounted } from '../agreed/sla.ts';

/** Ids of tickets in a period. */
export interface Flow {
  readonly period: Period;
  /** Open at the start of the period. */
  readonly carried: readonly string[];
  readonly received: readonly string[];
  readonly solved: readonly string[];
  /** Open at the end of the period, or at the cut-off. */
  readonly left: readonly string[];
}

/** The ids of tickets reported before an instant and not solved before it, sorted. */
export function backlogAt(tickets: readonly TicketFact[], moment: Instant): string[] {
  return idsWhere(tickets, (reported, resolved) => reported < moment && !(resolved !== undefined && resolved < moment));
}

type CutOff = Pick<MeasureSettings, 'calendar' | 'asOf'>;

/** The flow of tickets in a period, up to the cut-off. */
export function flowIn(period: Period, tickets: readonly TicketFact[], { calendar, asOf }: CutOff): Flow {
  const start = startOfDay(period.from, calendar.offset);
  /** One millisecond after the cut-off, because the cut-off itself counts. */
  const end = Math.min(periodEnd(period, calendar.offset), asOf + 1);
  const inside = (moment: Instant | undefined): boolean => moment !== undefined && start <= moment && moment < end;
  return {
    period,
    carried: start < end ? backlogAt(tickets, start) : [],
    received: idsWhere(tickets, reported => inside(reported)),
    solved: idsWhere(tickets, (_, resolved) => inside(resolved)),
    left: start < end ? backlogAt(tickets, end) : [],
  };
}

/** The flow of each month of a span. */
export function monthlyFlow(span: Pick<Period, 'from' | 'to'>, tickets: readonly TicketFact[], cutOff: CutOff): Flow[] {
  return periodsIn('month', span.from, span.to).map(month => flowIn(month, tickets, cutOff));
}

function idsWhere(
  tickets: readonly TicketFact[],
  wanted: (reported: Instant, resolved: Instant | undefined) => boolean,
): string[] {
  return tickets
    .filter(ticket => {
      const reported = parseInstant(ticket.reported_at);
      return isCounted(ticket) && reported !== undefined && wanted(reported, parseInstant(ticket.resolved_at));
    })
    .map(({ id }) => id)
    .sort();
}

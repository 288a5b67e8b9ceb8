/** What came in, what was solved, and what was left at the end of a period. Solving counts where it happened. */
import type { TicketFact } from '../facts/facts.ts';
import { type Instant, parseInstant, startOfDay } from '../time/instant.ts';
import { type Period, endOf, periodsIn } from '../time/period.ts';
import type { MeasureSettings } from '../agreed/measureSettings.ts';
import { isCounted } from '../agreed/sla.ts';

export interface Flow {
  readonly period: Period;
  /** Open when it began. */
  readonly carried: readonly string[];
  readonly received: readonly string[];
  readonly solved: readonly string[];
  /** Open when it ended, or at the cut-off. */
  readonly left: readonly string[];
}

/** Tickets reported before a moment and not solved before it. */
export function backlogAt(tickets: readonly TicketFact[], moment: Instant): string[] {
  return idsWhere(tickets, (reported, resolved) => reported < moment && !(resolved !== undefined && resolved < moment));
}

type CutOff = Pick<MeasureSettings, 'calendar' | 'asOf'>;

export function flowIn(period: Period, tickets: readonly TicketFact[], { calendar, asOf }: CutOff): Flow {
  const start = startOfDay(period.from, calendar.offset);
  /** One millisecond past the cut-off, which is itself still known. */
  const end = Math.min(endOf(period, calendar.offset), asOf + 1);
  const inside = (moment: Instant | undefined): boolean => moment !== undefined && start <= moment && moment < end;
  return {
    period,
    carried: start < end ? backlogAt(tickets, start) : [],
    received: idsWhere(tickets, reported => inside(reported)),
    solved: idsWhere(tickets, (_, resolved) => inside(resolved)),
    left: start < end ? backlogAt(tickets, end) : [],
  };
}

/** One row for each month of a span. */
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

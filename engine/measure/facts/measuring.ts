/** One run of the figures: the period, the records, the settings, and the questions that every figure asks of them. */
import { type LocalDate } from '../time/date.ts';
import { type DeploymentFact, type MeasuredFacts, type TicketFact, namesIn } from './facts.ts';
import { type Instant, dateOf, localDate, momentOf } from '../time/instant.ts';
import { type Period, contains, periodEnd } from '../time/period.ts';
import type { MeasureSettings } from '../agreed/measureSettings.ts';
import { type TicketSla, isCounted, slaOf } from '../agreed/sla.ts';

/** What the figures of one period are computed from. */
export interface Measuring {
  readonly period: Period;
  readonly facts: MeasuredFacts;
  readonly settings: MeasureSettings;
  /** The day of the cut-off, in the time zone of the project. */
  readonly today: LocalDate;
  /** The first instant that does not count: the end of the period or the cut-off, whichever comes first. */
  readonly end: Instant;
  /** Tickets reported in the period, without void and duplicate ones. */
  readonly tickets: readonly TicketFact[];
  /** Deployments by the id of the change they deployed. */
  readonly deployments: ReadonlyMap<string, readonly DeploymentFact[]>;
  /**
   * The instant that a text names, if it is not after the cut-off; otherwise undefined. A date without a time means the
   * start of the day.
   */
  happened(text: unknown): Instant | undefined;
  /** The day that a date or time names, in the time zone of the project. */
  day(text: unknown): LocalDate | undefined;
  /** Whether the time is in the period and not after the cut-off. */
  within(text: unknown): boolean;
  /** The verdicts on the service levels of a ticket at the cut-off. */
  sla(ticket: TicketFact): TicketSla | undefined;
}

/** Prepares the figures of a period. */
export function measuring(period: Period, facts: MeasuredFacts, settings: MeasureSettings): Measuring {
  const { calendar, asOf } = settings;
  const verdicts = new Map<TicketFact, TicketSla | undefined>();
  const happened = (text: unknown): Instant | undefined => {
    const moment = momentOf(text, calendar.offset);
    return moment !== undefined && moment <= asOf ? moment : undefined;
  };
  const day = (text: unknown): LocalDate | undefined => dateOf(text, calendar.offset);
  const within = (text: unknown): boolean => happened(text) !== undefined && contains(period, day(text));
  return {
    period,
    facts,
    settings,
    happened,
    day,
    within,
    today: localDate(asOf, calendar.offset),
    end: endWithin(periodEnd(period, calendar.offset), asOf),
    deployments: deploymentsByChange(facts.deployments),
    tickets: facts.tickets.filter(ticket => isCounted(ticket) && within(ticket.reported_at)),
    sla(ticket) {
      if (!verdicts.has(ticket)) verdicts.set(ticket, slaOf(ticket, settings.sla, calendar, asOf));
      return verdicts.get(ticket);
    },
  };
}

/** A cut-off at the last millisecond of the period covers all of it. */
function endWithin(end: Instant, asOf: Instant): Instant {
  return asOf + 1 >= end ? end : asOf;
}

function deploymentsByChange(deployments: readonly DeploymentFact[]): Map<string, DeploymentFact[]> {
  const byChange = new Map<string, DeploymentFact[]>();
  for (const deployment of deployments) {
    for (const change of new Set(namesIn(deployment.changes)))
      byChange.set(change, [...(byChange.get(change) ?? []), deployment]);
  }
  return byChange;
}

/**
 * The tickets whose resolution counts in this period. When tickets count by the date of resolution, an open one still
 * belongs to the period in which it was reported, so that it is in some report.
 */
export function resolutionTickets({ facts, settings, tickets, happened, within }: Measuring): readonly TicketFact[] {
  if (settings.attribution === 'reported') return tickets;
  const solved = facts.tickets.filter(ticket => isCounted(ticket) && within(ticket.resolved_at));
  return [...solved, ...tickets.filter(ticket => happened(ticket.resolved_at) === undefined)];
}

/** One run of the figures: a period, the records, the settings, and the questions every figure asks of them. */
import { type LocalDate } from '../time/date.ts';
import { type DeploymentFact, type Facts, type TicketFact, namesIn } from './facts.ts';
import { type Instant, dateOf, localDate, momentOf } from '../time/instant.ts';
import { type Period, contains, endOf } from '../time/period.ts';
import type { MeasureSettings } from '../agreed/measureSettings.ts';
import { type TicketSla, isCounted, slaOf } from '../agreed/sla.ts';

export interface Measuring {
  readonly period: Period;
  readonly facts: Facts;
  readonly settings: MeasureSettings;
  /** The last day that is known about. */
  readonly today: LocalDate;
  /** The first moment outside: end of the period or the cut-off, whichever comes first. */
  readonly end: Instant;
  /** Tickets reported in the period, without void and duplicate ones. */
  readonly tickets: readonly TicketFact[];
  /** By the change they carried. */
  readonly deployments: ReadonlyMap<string, readonly DeploymentFact[]>;
  /** The moment a text names, when it has happened by the cut-off. A bare date happens as its day begins. */
  happened(text: unknown): Instant | undefined;
  day(text: unknown): LocalDate | undefined;
  /** Whether it happened, and inside the period. */
  within(text: unknown): boolean;
  sla(ticket: TicketFact): TicketSla | undefined;
}

export function measuring(period: Period, facts: Facts, settings: MeasureSettings): Measuring {
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
    end: endWithin(endOf(period, calendar.offset), asOf),
    deployments: deploymentsByChange(facts.deployments),
    tickets: facts.tickets.filter(ticket => isCounted(ticket) && within(ticket.reported_at)),
    sla(ticket) {
      if (!verdicts.has(ticket)) verdicts.set(ticket, slaOf(ticket, settings.sla, calendar, asOf));
      return verdicts.get(ticket);
    },
  };
}

/** A cut-off at the last millisecond of the period knows all of it. */
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
 * The tickets whose solving this period answers for. Counted by the date of solving, an open one still belongs to the
 * period it was reported in, so that it cannot vanish from every report.
 */
export function resolutionTickets({ facts, settings, tickets, happened, within }: Measuring): readonly TicketFact[] {
  if (settings.attribution === 'reported') return tickets;
  const solved = facts.tickets.filter(ticket => isCounted(ticket) && within(ticket.resolved_at));
  return [...solved, ...tickets.filter(ticket => happened(ticket.resolved_at) === undefined)];
}

/** Figures of faults: time to repair, and recurrence. Only tickets of the kind `fault` count. */
import { type TicketFact, textIn } from '../facts/facts.ts';
import { DAY, type Instant, MINUTE } from '../time/instant.ts';
import { type Measuring, resolutionTickets } from '../facts/measuring.ts';
import { isCounted } from '../agreed/sla.ts';
import { type Count, type Kpi, idsOf, share } from './kpi.ts';
import { medianOf, sum } from './ratio.ts';

/** 重复故障率: faults with the same system, module and cause within `recurrence_days` (30) of a resolved one. */
export const recurrenceRate: Kpi = {
  key: 'recurrence_rate',
  label: { zh: '重复故障率', en: 'Faults that came back' },
  formula: {
    zh: '同一系统、模块、原因的故障解决后 30 日内再次发生的故障数 ÷ 故障数',
    en: 'faults with the system, module and cause of one solved at most 30 days before ÷ faults',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 10, bound: 'at-most' },
  compute(measuring) {
    const solved = solvedByLikeness(measuring);
    return share(measuring.tickets.filter(isFault), fault => cameBack(measuring, fault, solved));
  },
};

/**
 * 平均故障修复时间 (MTTR) in minutes: Σ (recovered − reported) ÷ number of faults, as ITSS counts it. The median is given too.
 */
export const timeToRepair: Kpi = {
  key: 'mttr',
  label: { zh: '平均故障修复时间', en: 'Mean time to repair' },
  formula: {
    zh: 'Σ（恢复时间 − 受理时间）÷ 已恢复的故障数，按自然时间',
    en: 'Σ (recovered − reported) ÷ faults recovered, natural clock',
  },
  unit: 'minutes',
  digits: 1,
  compute: measuring => repairs(measuring, isFault),
};

/** MTTR of the levels P1 and P2. */
export const timeToRepairMajor: Kpi = {
  key: 'mttr_p1p2',
  label: { zh: '平均故障修复时间（P1、P2）', en: 'Mean time to repair (P1, P2)' },
  formula: { zh: '同上，仅计 P1、P2 级故障', en: 'the same, faults of level P1 and P2 only' },
  unit: 'minutes',
  digits: 1,
  target: { value: 240, bound: 'at-most' },
  compute: measuring =>
    repairs(measuring, ticket => isFault(ticket) && (ticket.severity === 'P1' || ticket.severity === 'P2')),
};

function isFault(ticket: TicketFact): boolean {
  return ticket.kind === 'fault';
}

interface Solved {
  readonly ticket: TicketFact;
  readonly at: Instant;
}

function cameBack(
  { happened, settings }: Measuring,
  fault: TicketFact,
  solved: ReadonlyMap<string, readonly Solved[]>,
): boolean {
  const since = happened(fault.reported_at);
  const likeness = likenessOf(fault);
  if (since === undefined || likeness === undefined) return false;
  const oldest = since - settings.terms.recurrence_days * DAY;
  return (solved.get(likeness) ?? []).some(({ ticket, at }) => oldest <= at && at <= since && ticket !== fault);
}

/** What makes faults equal; undefined for a fault without a known cause, which equals no other. */
function likenessOf({ system, module, cause_category }: TicketFact): string | undefined {
  const cause = textIn(cause_category);
  return cause === '' || cause === 'unknown' ? undefined : [textIn(system), textIn(module), cause].join('\n');
}

function solvedByLikeness({ facts, happened }: Measuring): Map<string, Solved[]> {
  const solved = new Map<string, Solved[]>();
  for (const ticket of facts.tickets) {
    const at = isFault(ticket) && isCounted(ticket) ? happened(ticket.resolved_at) : undefined;
    const likeness = likenessOf(ticket);
    if (at === undefined || likeness === undefined) continue;
    solved.set(likeness, solved.get(likeness) ?? []);
    solved.get(likeness)?.push({ ticket, at });
  }
  return solved;
}

function repairs(measuring: Measuring, wanted: (ticket: TicketFact) => boolean): Count {
  const faults = resolutionTickets(measuring)
    .filter(wanted)
    .flatMap(ticket => {
      const minutes = minutesToRepair(measuring, ticket);
      return minutes === undefined ? [] : [{ id: ticket.id, minutes }];
    });
  const minutes = faults.map(fault => fault.minutes);
  return {
    numerator: sum(minutes),
    denominator: faults.length,
    ids: idsOf(faults),
    missed: [],
    extra: { median: medianOf(minutes) },
  };
}

function minutesToRepair({ happened }: Measuring, ticket: TicketFact): number | undefined {
  const reported: Instant | undefined = happened(ticket.reported_at);
  const recovered = happened(ticket.recovered_at ?? ticket.resolved_at);
  if (reported === undefined || recovered === undefined || recovered < reported) return undefined;
  return (recovered - reported) / MINUTE;
}

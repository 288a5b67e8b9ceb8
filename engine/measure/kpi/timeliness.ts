/**
 * Figures of service levels: answered and solved in time. An open ticket inside its target is in no rate; beyond its
 * target it counts as late.
 */
import { type TicketFact, textIn } from '../facts/facts.ts';
import { type Measuring, resolutionTickets } from '../facts/measuring.ts';
import type { SlaOutcome, TicketSla, Verdict } from '../agreed/sla.ts';
import { type Count, type Kpi, idsOf, rate } from './kpi.ts';
import { meanOf, medianOf, percentileOf, sum } from './ratio.ts';

const target = { value: 95, bound: 'at-least' } as const;

/** 响应及时率: tickets answered within the target of their level ÷ tickets due for response. */
export const responseRate: Kpi = {
  key: 'response_rate',
  label: { zh: '响应及时率', en: 'Responses in time' },
  formula: {
    zh: '响应用时（自然时间）不超过本级别时限的工单数 ÷ 应响应的工单数；未到时限且尚未响应的不计',
    en: 'tickets answered within the target of their level (natural clock) ÷ tickets due for a response',
  },
  unit: 'percent',
  digits: 2,
  target,
  compute: measuring => judged(measuring, measuring.tickets, sla => sla.response),
};

/** 解决及时率: tickets solved within their target, or by the date agreed with the customer ÷ tickets due. */
export const resolveRate: Kpi = {
  key: 'resolve_rate',
  label: { zh: '解决及时率', en: 'Solved in time' },
  formula: {
    zh: '在时限内或约定完成时间前解决的工单数 ÷ 应解决的工单数；扣除登记的暂停时间',
    en: 'tickets solved within their target or by the agreed date ÷ tickets due; recorded pauses taken off',
  },
  unit: 'percent',
  digits: 2,
  target,
  compute: measuring => judged(measuring, resolutionTickets(measuring), sla => sla.resolve),
};

/** SLA 达成率 (ITSS): tickets that met both targets ÷ all due. */
export const slaRate: Kpi = {
  key: 'sla_rate',
  label: { zh: 'SLA达成率', en: 'Service levels met' },
  formula: {
    zh: '响应和解决均及时的工单数 ÷ 两项均已到期的工单数',
    en: 'tickets answered and solved in time ÷ tickets due for both',
  },
  unit: 'percent',
  digits: 2,
  target,
  compute: measuring => judged(measuring, resolutionTickets(measuring), bothOf),
};

/** 平均响应时间 in minutes, with median, 90th percentile and means by level. */
export const averageResponse: Kpi = {
  key: 'avg_response',
  label: { zh: '平均响应时间', en: 'Mean time to respond' },
  formula: { zh: 'Σ（响应时间 − 受理时间）÷ 已响应的工单数', en: 'Σ (responded − reported) ÷ tickets answered' },
  unit: 'minutes',
  digits: 1,
  compute(measuring) {
    const answered = measuring.tickets
      .filter(({ responded_at }) => measuring.happened(responded_at) !== undefined)
      .filter(measuring.sla);
    const minutes = answered.map(ticket => measuring.sla(ticket)?.response.minutes ?? 0);
    const extra = { median: medianOf(minutes), p90: percentileOf(minutes, 90), ...bySeverity(answered, minutes) };
    return { numerator: sum(minutes), denominator: minutes.length, ids: idsOf(answered), missed: [], extra };
  },
};

type Judged = Pick<Verdict, 'outcome' | 'by'>;

function judged(measuring: Measuring, tickets: readonly TicketFact[], verdictOf: (sla: TicketSla) => Judged): Count {
  const verdict = (ticket: TicketFact): Judged => {
    const sla = measuring.sla(ticket);
    return sla === undefined ? { outcome: 'not-due', by: 'target' } : verdictOf(sla);
  };
  const due = tickets.filter(ticket => isDue(verdict(ticket).outcome));
  return rate(due, ticket => verdict(ticket).outcome === 'met', {
    not_due: tickets.length - due.length,
    agreed: due.filter(ticket => verdict(ticket).by === 'agreed').length,
  });
}

function isDue(outcome: SlaOutcome): boolean {
  return outcome !== 'running' && outcome !== 'not-due';
}

/** The verdict on both targets: late when one is late, in time when both are, otherwise open. */
function bothOf({ response, resolve }: TicketSla): Judged {
  const outcomes = [response.outcome, resolve.outcome];
  const by = resolve.by;
  if (outcomes.some(outcome => outcome === 'missed' || outcome === 'overdue')) return { outcome: 'missed', by };
  return { outcome: outcomes.every(outcome => outcome === 'met') ? 'met' : 'running', by };
}

function bySeverity(tickets: readonly TicketFact[], minutes: readonly number[]): Record<string, number | null> {
  const levels = [...new Set(tickets.map(ticket => textIn(ticket.severity)))].sort();
  return Object.fromEntries(
    levels.map(level => {
      const own = minutes.filter((_, at) => textIn(tickets[at]?.severity) === level);
      return [`mean_${level}`, meanOf(own)];
    }),
  );
}

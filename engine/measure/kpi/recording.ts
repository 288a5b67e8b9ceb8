/** Figures of recording: whether requests were recorded, and recorded completely. */
import { parsePeriod } from '../time/period.ts';
import { type Kpi, idsOf, rate } from './kpi.ts';
import { sum } from './ratio.ts';

/** 登记率 (ITSS: 录单率): recorded tickets ÷ requests received. It needs counts from outside Docket. */
export const recordRate: Kpi = {
  key: 'record_rate',
  label: { zh: '登记率', en: 'Requests recorded' },
  formula: {
    zh: '登记的工单数 ÷ 各渠道收到的请求数（渠道数据由外部提供，未提供的渠道不计）',
    en: 'tickets recorded ÷ requests received; channels without an outside count are left out',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 100, bound: 'at-least' },
  compute({ facts, period, tickets, day }) {
    const counts = facts.requests.filter(({ month }) => {
      const span = parsePeriod(month);
      return span !== undefined && period.from <= span.from && span.to <= period.to;
    });
    const recorded = tickets.filter(ticket =>
      counts.some(
        ({ month, channel }) =>
          day(ticket.reported_at)?.startsWith(month) && (channel === undefined || channel === ticket.channel),
      ),
    );
    return {
      numerator: recorded.length,
      denominator: sum(counts.map(({ received }) => received)),
      ids: idsOf(recorded),
      missed: [],
    };
  },
};

/** 事件记录完整率 (ITSS): the share of tickets without an error finding. */
export const ticketCompleteness: Kpi = {
  key: 'ticket_completeness',
  label: { zh: '事件记录完整率', en: 'Complete tickets' },
  formula: { zh: '1 − 存在错误的工单数 ÷ 工单总数', en: '1 − tickets with an error ÷ tickets' },
  unit: 'percent',
  digits: 2,
  target: { value: 98, bound: 'at-least' },
  compute({ facts, tickets }) {
    const faulty = facts.faulty_tickets;
    return rate(faulty === undefined ? [] : tickets, ticket => !faulty?.has(ticket.id));
  },
};

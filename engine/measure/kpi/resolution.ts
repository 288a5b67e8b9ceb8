/** Figures of resolution: solved, by which line, at the first attempt, reopened. */
import { type TicketFact, rowsIn, textIn } from '../facts/facts.ts';
import { type Measuring, resolutionTickets } from '../facts/measuring.ts';
import { startOfDay } from '../time/instant.ts';
import { isCounted } from '../agreed/sla.ts';
import { type Kpi, rate, share } from './kpi.ts';
import { percentOf } from './ratio.ts';

/**
 * 事件解决率 in the form of the contract: solved by the end of the period ÷ (received + carried over), without void and
 * duplicate tickets. ITSS divides by the closed ones.
 */
export const solvedRate: Kpi = {
  key: 'solved_rate',
  label: { zh: '事件解决率', en: 'Tickets solved' },
  formula: {
    zh: '期末前解决数 ÷（本期受理数 + 上期结转数 − 作废数 − 重复数）；另列解决数 ÷ 关闭数',
    en: 'solved by the end of the period ÷ (received + carried over − void − duplicate); solved ÷ closed beside it',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 98, bound: 'at-least' },
  compute(measuring) {
    const closed = measuring.tickets.filter(wasClosed);
    const solved = closed.filter(ticket => measuring.happened(ticket.resolved_at) !== undefined);
    return rate(workload(measuring), ticket => solvedBy(measuring, ticket), {
      closed: closed.length,
      solved_of_closed: solved.length,
      solved_of_closed_percent: percentOf(solved.length, closed.length),
    });
  },
};

/** 一线解决率: tickets solved by the first line without escalation ÷ solved tickets. */
export const firstLineRate: Kpi = {
  key: 'first_line_rate',
  label: { zh: '一线解决率', en: 'Solved by the first line' },
  formula: {
    zh: '由一线解决且未升级的工单数 ÷ 已解决的工单数',
    en: 'solved by the first line and never escalated ÷ solved',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 70, bound: 'at-least' },
  compute: measuring =>
    rate(solvedTickets(measuring), ({ support_line, escalated_at }) => textIn(support_line) === '1' && !escalated_at),
};

/** 派单准确率 (ITSS): tickets solved by their first assignee. */
export const firstDispatchRate: Kpi = {
  key: 'first_dispatch_rate',
  label: { zh: '派单准确率', en: 'Dispatched right at once' },
  formula: {
    zh: '首个处理人即最终处理人的工单数 ÷ 已解决且处理过程写明处理人的工单数',
    en: 'solved by the first assignee ÷ solved tickets whose handling names the persons',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 90, bound: 'at-least' },
  compute(measuring) {
    const solved = solvedTickets(measuring);
    const known = solved.filter(
      ticket => ticket.handler !== undefined && firstAssignee(measuring, ticket) !== undefined,
    );
    return rate(known, ticket => firstAssignee(measuring, ticket) === ticket.handler, {
      unknown: solved.length - known.length,
    });
  },
};

/** 重开率: reopened tickets ÷ closed tickets. */
export const reopenRate: Kpi = {
  key: 'reopen_rate',
  label: { zh: '重开率', en: 'Reopened' },
  formula: { zh: '重开过的工单数 ÷ 已关闭的工单数', en: 'reopened ÷ closed' },
  unit: 'percent',
  digits: 2,
  target: { value: 3, bound: 'at-most' },
  compute: measuring => share(measuring.tickets.filter(wasClosed), wasReopened),
};

/** The tickets received in the period and those left from before. */
function workload({ facts, period, settings, tickets, happened }: Measuring): readonly TicketFact[] {
  const start = startOfDay(period.from, settings.calendar.offset);
  const carried = facts.tickets.filter(ticket => {
    const reported = happened(ticket.reported_at);
    const resolved = happened(ticket.resolved_at);
    return (
      isCounted(ticket) && reported !== undefined && reported < start && !(resolved !== undefined && resolved < start)
    );
  });
  return [...carried, ...tickets];
}

function solvedBy({ end, happened }: Measuring, ticket: TicketFact): boolean {
  const resolved = happened(ticket.resolved_at);
  return resolved !== undefined && resolved <= end;
}

function solvedTickets(measuring: Measuring): readonly TicketFact[] {
  return resolutionTickets(measuring).filter(ticket => measuring.happened(ticket.resolved_at) !== undefined);
}

/**
 * The first assignee of a ticket. The desk that accepted it assigns it, and counts as assignee only when it solved the
 * ticket itself.
 */
function firstAssignee({ facts }: Measuring, ticket: TicketFact): string | undefined {
  const persons = rowsIn(ticket.handling).flatMap(({ person }) => (person ? [idOf(person)] : []));
  return persons.find(person => person !== ticket.accepted_by || person === ticket.handler);

  /** Handling tables use names of people; the frontmatter uses their ids. */
  function idOf(person: string): string {
    return facts.staff.find(({ name }) => name === person)?.id ?? person;
  }
}

/** Whether a ticket was ever closed: it is closed, or it was reopened. */
export function wasClosed(ticket: TicketFact): boolean {
  return ticket.status === 'closed' || wasReopened(ticket);
}

function wasReopened(ticket: TicketFact): boolean {
  return ticket.status === 'reopened' || Number(textIn(ticket.reopen_count)) > 0;
}

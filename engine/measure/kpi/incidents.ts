/** Figures of incidents: incident reports in time, and security events. */
import { momentAfter } from '../time/workClock.ts';
import { distribution } from './distribution.ts';
import { type IncidentFact, type TicketFact, textIn } from '../facts/facts.ts';
import type { Instant } from '../time/instant.ts';
import type { Measuring } from '../facts/measuring.ts';
import type { MeasureSettings } from '../agreed/measureSettings.ts';
import { allowance, isCounted } from '../agreed/sla.ts';
import { type Kpi, idsOf, rate } from './kpi.ts';

/** 故障报告及时率: incident reports submitted within the term of their level after recovery ÷ reports required. */
export const incidentReportInTime: Kpi = {
  key: 'incident_report_in_time',
  label: { zh: '故障报告及时率', en: 'Incident reports in time' },
  formula: {
    zh: '恢复后在规定时限内提交的故障报告数 ÷ 应提交的故障报告数',
    en: 'incident reports handed in within the term after recovery ÷ incident reports required',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 100, bound: 'at-least' },
  compute: measuring =>
    rate(requiredReports(measuring), ({ submitted, due }) => submitted !== undefined && submitted <= due),
};

/** 安全事件数: events of network and data security, by responsible party. The target is 0. */
export const securityEvents: Kpi = {
  key: 'security_events',
  label: { zh: '安全事件数', en: 'Security events' },
  formula: {
    zh: '网络和数据安全事件数，按责任方分列',
    en: 'events of network and data security, by who is responsible',
  },
  unit: 'count',
  digits: 0,
  target: { value: 0, bound: 'at-most' },
  compute({ facts, within }) {
    const happened = facts.incidents.filter(({ occurred_at, reported_at }) => within(occurred_at ?? reported_at));
    const events = happened.filter(({ kind }) => kind === 'security');
    const parties = distribution(events, ({ responsibility }) => responsibility ?? 'undetermined');
    const extra = Object.fromEntries(parties.map(({ value, count }) => [value, count]));
    return { numerator: events.length, denominator: happened.length, ids: idsOf(events), missed: idsOf(events), extra };
  },
};

/** The last instant at which an incident report is in time; undefined for a level without such a term. */
export function incidentReportDue(
  severity: string | undefined,
  recovered: Instant,
  settings: MeasureSettings,
): Instant | undefined {
  const { target, clock } = allowance(settings.sla.levels[textIn(severity)]?.report, 'natural', settings.calendar);
  return target === undefined ? undefined : momentAfter(clock, settings.calendar, recovered, target);
}

interface RequiredReport {
  /** Id of the incident report, or of the ticket it is missing for. */
  readonly id: string;
  readonly due: Instant;
  readonly submitted: Instant | undefined;
}

/** All incident reports, and one for every ticket that needs one. Those not submitted count once their term is over. */
function requiredReports(measuring: Measuring): RequiredReport[] {
  const { facts, settings } = measuring;
  const reported = new Set(facts.incidents.map(({ ticket }) => ticket));
  const missing = facts.tickets
    .filter(ticket => needsReport(ticket) && !reported.has(ticket.id))
    .map(({ id, severity, recovered_at, resolved_at }) => ({
      id,
      severity,
      recovered_at: recovered_at ?? resolved_at,
    }));
  return [...facts.incidents, ...missing]
    .flatMap(one => required(measuring, one))
    .filter(({ due, submitted }) => submitted !== undefined || due < settings.asOf);
}

/** Whether a ticket always needs an incident report: level P1, or marked as an emergency. */
export function needsReport(ticket: TicketFact): boolean {
  return isCounted(ticket) && (ticket.severity === 'P1' || ticket.emergency === true);
}

type Recovery = Pick<IncidentFact, 'id' | 'severity' | 'recovered_at' | 'submitted_at'>;

function required(measuring: Measuring, one: Recovery): RequiredReport[] {
  const recovered = measuring.within(one.recovered_at) ? measuring.happened(one.recovered_at) : undefined;
  const due = recovered === undefined ? undefined : incidentReportDue(one.severity, recovered, measuring.settings);
  return due === undefined ? [] : [{ id: one.id, due, submitted: measuring.happened(one.submitted_at) }];
}

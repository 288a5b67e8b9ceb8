/** Figures of availability. Only full outages count; an approved maintenance window is no service time. */
import type { Interval } from '../time/workClock.ts';
import { type Instant, MINUTE, startOfDay } from '../time/instant.ts';
import type { Measuring } from '../facts/measuring.ts';
import type { IncidentFact, MaintenanceWindow } from '../facts/facts.ts';
import { type Kpi, idsOf } from './kpi.ts';
import { sum } from './ratio.ts';

/** 平均故障间隔 (MTBF) in minutes: (service time − outage time) ÷ outages, the practical form of MTTF + MTTR. */
export const timeBetweenFailures: Kpi = {
  key: 'mtbf',
  label: { zh: '平均故障间隔时间', en: 'Mean time between failures' },
  formula: { zh: '（服务时间 − 中断时间）÷ 中断次数', en: '(service time − outage time) ÷ outages' },
  unit: 'minutes',
  digits: 1,
  compute(measuring) {
    const { service, outage, outages } = measured(measuring);
    return { numerator: service - outage, denominator: outages.length, ids: idsOf(outages), missed: idsOf(outages) };
  },
};

/**
 * 系统可用率: (service time − unplanned outage time) ÷ service time. Service time is 7×24 of the period without approved
 * maintenance windows.
 */
export const availability: Kpi = {
  key: 'availability',
  label: { zh: '系统可用率', en: 'Availability' },
  formula: {
    zh: '（服务时间 − 非计划中断时间）÷ 服务时间；服务时间按 7×24 小时扣除经批准的停机窗口',
    en: '(service time − unplanned outages) ÷ service time; service time is round the clock less approved windows',
  },
  unit: 'percent',
  digits: 4,
  target: { value: 99.5, bound: 'at-least' },
  compute(measuring) {
    const { service, outage, outages } = measured(measuring);
    const ids = idsOf(outages);
    return {
      numerator: service - outage,
      denominator: service,
      ids,
      missed: ids,
      extra: { outage_minutes: outage, outages: ids.length },
    };
  },
};

interface Served {
  /** Minutes of service time; `outage` is in minutes too. */
  readonly service: number;
  readonly outage: number;
  readonly outages: readonly IncidentFact[];
}

function measured(measuring: Measuring): Served {
  const { facts, period, settings, end } = measuring;
  const span = { from: startOfDay(period.from, settings.calendar.offset), to: end };
  const windows = facts.maintenance_windows.flatMap(window => clip(windowOf(measuring, window), span));
  const outages = facts.incidents.filter(
    incident => isOutage(measuring, incident) && clip(outageOf(measuring, incident), span).length > 0,
  );
  const stops = outages.flatMap(incident => clip(outageOf(measuring, incident), span));
  const planned = covered(windows);
  return {
    service: Math.max(0, span.to - span.from) / MINUTE - planned,
    outage: covered([...stops, ...windows]) - planned,
    outages,
  };
}

function isOutage({ settings }: Measuring, { kind, system }: IncidentFact): boolean {
  return kind === 'outage' && (settings.system === undefined || system === undefined || system === settings.system);
}

/** An outage: from its start (or its report, when the start is unknown) to recovery or the cut-off. */
function outageOf({ happened, settings }: Measuring, incident: IncidentFact): Interval | undefined {
  const from = happened(incident.occurred_at) ?? happened(incident.reported_at);
  return from === undefined ? undefined : { from, to: happened(incident.recovered_at) ?? settings.asOf };
}

function windowOf({ happened, settings }: Measuring, window: MaintenanceWindow): Interval | undefined {
  const from = happened(window.from);
  return from === undefined ? undefined : { from, to: happened(window.to) ?? settings.asOf };
}

function clip(interval: Interval | undefined, span: Interval): Interval[] {
  if (interval === undefined) return [];
  const clipped = { from: Math.max(interval.from, span.from), to: Math.min(interval.to, span.to) };
  return clipped.from < clipped.to ? [clipped] : [];
}

/** Minutes that some interval covers, each counted once. */
function covered(intervals: readonly Interval[]): number {
  let reached: Instant = Number.NEGATIVE_INFINITY;
  const stretches = [...intervals]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => {
      const stretch = Math.max(0, to - Math.max(from, reached));
      reached = Math.max(reached, to);
      return stretch;
    });
  return sum(stretches) / MINUTE;
}

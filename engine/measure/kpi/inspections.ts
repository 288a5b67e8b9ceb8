/** Figures of inspections: made as planned, and abnormal items closed. */
import { addDays } from '../time/date.ts';
import { type ServedInspection, plannedInspections, servedInspection } from '../due/inspectionPlan.ts';
import { rowsIn } from '../facts/facts.ts';
import type { Measuring } from '../facts/measuring.ts';
import { type Kpi, idsOf, rate } from './kpi.ts';

const target = { value: 100, bound: 'at-least' } as const;

/**
 * 巡检完成率: planned inspections (one per week with a workday, one per public holiday) that were made, late ones included.
 */
export const inspectionRate: Kpi = {
  key: 'inspection_rate',
  label: { zh: '巡检完成率', en: 'Inspections done' },
  formula: {
    zh: '已完成的巡检数 ÷ 应完成的巡检数（每周一次，每个节假日一次）',
    en: 'inspections done ÷ planned (one a week, one a holiday)',
  },
  unit: 'percent',
  digits: 2,
  target,
  compute: measuring => rate(planned(measuring), ({ served }) => served !== 'missing'),
};

/** 巡检及时率: planned inspections that were made in time. */
export const inspectionInTime: Kpi = {
  key: 'inspection_in_time',
  label: { zh: '巡检及时率', en: 'Inspections in time' },
  formula: {
    zh: '当周或节假日期间内完成的巡检数 ÷ 应完成的巡检数',
    en: 'inspections done within their week or holiday ÷ planned',
  },
  unit: 'percent',
  digits: 2,
  compute: measuring => rate(planned(measuring), ({ served }) => served === 'in-time'),
};

/** 巡检异常闭环率: abnormal items whose ticket is closed. */
export const abnormalClosed: Kpi = {
  key: 'abnormal_closed',
  label: { zh: '巡检异常闭环率', en: 'Abnormal findings closed' },
  formula: {
    zh: '对应处理单已办结的异常项数 ÷ 巡检发现的异常项数',
    en: 'abnormal items whose ticket or service order is closed ÷ abnormal items',
  },
  unit: 'percent',
  digits: 2,
  target,
  compute({ facts, within }) {
    const tickets = facts.tickets.filter(({ status }) => status === 'closed');
    const orders = facts.service_orders.filter(({ status }) => status === 'done' || status === 'signed');
    const closed = new Set(idsOf([...tickets, ...orders]));
    const items = facts.inspections
      .filter(({ date }) => within(date))
      .flatMap(({ id, items }) =>
        rowsIn(items)
          .filter(({ result }) => result === 'abnormal')
          .map(({ ticket }) => ({ id, ticket })),
      );
    return rate(items, ({ ticket }) => ticket !== undefined && closed.has(ticket));
  },
};

/**
 * The planned inspections, each with the id of its record, or of the week or day for which it is missing. One that can
 * still be made is left out.
 */
function planned({
  facts,
  period,
  settings,
  today,
  happened,
}: Measuring): (ServedInspection & { readonly id: string })[] {
  const grace = settings.terms.inspection_grace_days;
  const made = facts.inspections.filter(({ date }) => happened(date) !== undefined);
  return plannedInspections(settings.calendar, period, settings.service)
    .map(one => servedInspection(one, made, grace))
    .filter(({ served, to }) => served !== 'missing' || addDays(to, grace) < today)
    .map(one => ({ ...one, id: one.by ?? one.key }));
}

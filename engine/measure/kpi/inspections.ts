/** Inspections made as planned, and what became of what they found. */
import { addDays } from '../time/date.ts';
import { type ServedInspection, plannedInspections, servedInspection } from '../due/inspectionPlan.ts';
import { rowsIn } from '../facts/facts.ts';
import type { Measuring } from '../facts/measuring.ts';
import { type Kpi, idsOf, rate } from './kpi.ts';

const target = { value: 100, bound: 'at-least' } as const;

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

/** Each under the record that serves it, or the week or day it is missing for. While it can still be made it is in no rate. */
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

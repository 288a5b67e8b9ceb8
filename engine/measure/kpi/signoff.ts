/** The figure of signed service orders. */
import { nthWorkdayAfter } from '../time/calendar.ts';
import { type ServiceOrderFact, rowsIn } from '../facts/facts.ts';
import type { Measuring } from '../facts/measuring.ts';
import { periodOf } from '../time/period.ts';
import { type Kpi, rate } from './kpi.ts';

/** 工单签字确认率: finished orders in a signed sheet ÷ finished orders that are signed or due for signing. */
export const signoffRate: Kpi = {
  key: 'signoff_rate',
  label: { zh: '工单签字确认率', en: 'Service orders signed' },
  formula: {
    zh: '已列入签字确认单并签字的服务工单数 ÷ 应签字的服务工单数',
    en: 'service orders in a signed sheet ÷ service orders due for signing',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 100, bound: 'at-least' },
  compute(measuring) {
    const done = measuring.facts.service_orders.filter(
      ({ status, done_at }) => status !== 'void' && measuring.within(done_at),
    );
    return rate(
      done.filter(order => isSigned(measuring, order) || isDue(measuring, order)),
      order => isSigned(measuring, order),
    );
  },
};

function isSigned({ facts }: Measuring, order: ServiceOrderFact): boolean {
  if (order.status === 'signed') return true;
  return facts.signoff_batches.some(
    ({ id, status, orders }) =>
      (status === 'signed' || status === 'archived') &&
      (order.signoff_batch === id || rowsIn(orders).some(row => row.order === order.id)),
  );
}

function isDue({ settings, day, today }: Measuring, { done_at }: ServiceOrderFact): boolean {
  const done = day(done_at);
  return (
    done !== undefined &&
    nthWorkdayAfter(settings.calendar, periodOf('month', done), settings.terms.signoff_workdays) < today
  );
}

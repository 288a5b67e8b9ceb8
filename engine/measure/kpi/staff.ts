/** Figures of staff: enough people on site, and the same people. */
import { addDays, earliest, latest } from '../time/date.ts';
import type { StaffFact } from '../facts/facts.ts';
import type { Measuring } from '../facts/measuring.ts';
import { periodsIn } from '../time/period.ts';
import { type MonthOfService, isActive, isOnsite, presenceIn } from '../facts/presence.ts';
import { type Kpi, idsOf } from './kpi.ts';
import { sum } from './ratio.ts';

/**
 * 驻场到岗率: Σ present person-days ÷ (required staff × workdays); the contract gives the number of staff
 * (duties.onsite_min).
 */
export const onsiteRate: Kpi = {
  key: 'onsite_rate',
  label: { zh: '驻场到岗率', en: 'Presence on site' },
  formula: {
    zh: 'Σ 实际到岗人日 ÷（约定驻场人数 × 工作日数）',
    en: 'Σ person-days present ÷ (staff promised on site × workdays)',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 100, bound: 'at-least' },
  compute(measuring) {
    const { facts, settings } = measuring;
    const months = monthsOf(measuring).map(month => presenceIn(facts, settings.calendar, month));
    const denominator = settings.terms.onsite_min * sum(months.map(({ workdays }) => workdays));
    const present = sum(months.map(({ personDays }) => personDays));
    return {
      numerator: denominator === 0 ? 0 : present,
      denominator,
      ids: idsOf(facts.staff.filter(isOnsite)),
      missed: [],
    };
  },
};

/** 人员变动率: people who left in the period ÷ mean head count. */
export const staffChange: Kpi = {
  key: 'staff_change',
  label: { zh: '人员变动率', en: 'Staff turnover' },
  formula: { zh: '本期离场人数 ÷ 期初与期末人数的平均值', en: 'leavers ÷ mean of the head counts at start and end' },
  unit: 'percent',
  digits: 2,
  target: { value: 15, bound: 'at-most' },
  compute({ facts, period, today, within }) {
    const last = period.to < today ? period.to : today;
    const heads = (date: string): readonly StaffFact[] => facts.staff.filter(person => isActive(person, date));
    const [start, end] = [heads(period.from), heads(addDays(last, 1))];
    const leavers = facts.staff.filter(({ leave_date }) => within(leave_date));
    return {
      numerator: leavers.length,
      denominator: (start.length + end.length) / 2,
      ids: idsOf([...start, ...end, ...leavers]),
      missed: idsOf(leavers),
    };
  },
};

/** The months of the period that lie in the service; the first and last may be cut by the period or the cut-off. */
function monthsOf({ period, settings, today }: Measuring): MonthOfService[] {
  const service = settings.service ?? period;
  const months = periodsIn('month', period.from, period.to).map(month => {
    const [first, last] = [latest(month.from, service.from), earliest(month.to, service.to)];
    const [from, to] = [latest(first, period.from), earliest(last, period.to, today)];
    return { from, to, whole: from === first && to === last };
  });
  return months.filter(({ from, to }) => from <= to);
}

/** Figures of changes to production: success, prior approval, emergencies. */
import type { ChangeFact } from '../facts/facts.ts';
import { deploymentsOf, implementedAt, isApprovedBefore, isEmergency, isRolledBack } from '../facts/implementation.ts';
import { localDate } from '../time/instant.ts';
import type { Measuring } from '../facts/measuring.ts';
import { contains } from '../time/period.ts';
import { type Kpi, rate, share } from './kpi.ts';

/** 变更成功率 (ITSS): 1 − changes rolled back ÷ changes implemented. */
export const changeSuccess: Kpi = {
  key: 'change_success',
  label: { zh: '变更成功率', en: 'Changes that held' },
  formula: { zh: '1 − 发生过回退的变更数 ÷ 已实施的变更数', en: '1 − changes rolled back ÷ changes implemented' },
  unit: 'percent',
  digits: 2,
  target: { value: 95, bound: 'at-least' },
  compute: measuring =>
    rate(
      implemented(measuring),
      change => !isRolledBack(change) && !deploymentsOf(measuring, change).some(isRolledBack),
    ),
};

/** 变更合规率: changes that the purchaser approved before implementation ÷ changes implemented. */
export const changeApproved: Kpi = {
  key: 'change_approved',
  label: { zh: '变更合规率', en: 'Changes approved first' },
  formula: {
    zh: '实施前已获甲方批准的变更数 ÷ 已实施的变更数',
    en: 'changes the purchaser approved before implementation ÷ changes implemented',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 100, bound: 'at-least' },
  compute: measuring =>
    rate(implemented(measuring), change =>
      isApprovedBefore(measuring, change, implementedAt(measuring, change) ?? Number.NEGATIVE_INFINITY),
    ),
};

/** 紧急变更占比: emergency changes ÷ changes implemented. */
export const emergencyChangeRate: Kpi = {
  key: 'emergency_change_rate',
  label: { zh: '紧急变更占比', en: 'Emergency changes' },
  formula: { zh: '紧急变更数 ÷ 已实施的变更数', en: 'emergency changes ÷ changes implemented' },
  unit: 'percent',
  digits: 2,
  target: { value: 10, bound: 'at-most' },
  compute: measuring => share(implemented(measuring), isEmergency),
};

function implemented(measuring: Measuring): readonly ChangeFact[] {
  const { facts, period, settings } = measuring;
  return facts.changes.filter(change => {
    const moment = implementedAt(measuring, change);
    return moment !== undefined && contains(period, localDate(moment, settings.calendar.offset));
  });
}

/** Figures of requirements: feedback in time, and delivery by the agreed day. */
import { workdaysBetween } from '../time/calendar.ts';
import type { LocalDate } from '../time/date.ts';
import { type RequirementFact, namesIn, rowsIn } from '../facts/facts.ts';
import { deploymentsOf, isRolledBack } from '../facts/implementation.ts';
import type { Measuring } from '../facts/measuring.ts';
import { type Kpi, rate } from './kpi.ts';

/** 需求反馈及时率: requirements whose decision was told within `feedback_workdays` ÷ decided requirements. */
export const requirementFeedback: Kpi = {
  key: 'requirement_feedback',
  label: { zh: '需求反馈及时率', en: 'Requirements answered in time' },
  formula: {
    zh: '作出处理意见后按期反馈的需求数 ÷ 已作出处理意见的需求数',
    en: 'requirements fed back in time after the decision ÷ requirements decided',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 95, bound: 'at-least' },
  compute(measuring) {
    const decided = measuring.facts.requirements.filter(one => measuring.within(decidedOn(measuring, one)));
    const known = decided.filter(
      one => toldOn(measuring, one) !== undefined || daysToTell(measuring, one, measuring.today) < 0,
    );
    return rate(
      known,
      one => {
        const told = toldOn(measuring, one);
        return told !== undefined && daysToTell(measuring, one, told) >= 0;
      },
      { not_due: decided.length - known.length },
    );
  },
};

/** 共性需求按期交付率: common requirements released by their planned date ÷ those due. */
export const requirementDone: Kpi = {
  key: 'requirement_done',
  label: { zh: '共性需求按期交付率', en: 'Common requirements delivered in time' },
  formula: {
    zh: '在计划完成日前上线的共性需求数 ÷ 到期的共性需求数',
    en: 'common requirements released by the planned date ÷ those due',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 90, bound: 'at-least' },
  compute(measuring) {
    const { facts, today, period } = measuring;
    const due = facts.requirements.flatMap(one => {
      const planned = one.is_common === true ? plannedFor(measuring, one) : undefined;
      const released = releasedOn(measuring, one);
      if (planned === undefined || planned < period.from || planned > period.to) return [];
      return released !== undefined || planned < today ? [{ id: one.id, planned, released }] : [];
    });
    return rate(due, ({ planned, released }) => released !== undefined && released <= planned);
  },
};

/** The day of the decision: that of the record, or that of the last department that decided. */
function decidedOn({ day }: Measuring, { decided_at, decisions }: RequirementFact): LocalDate | undefined {
  return (
    day(decided_at) ??
    rowsIn(decisions)
      .map(({ date }) => day(date))
      .filter(date => date !== undefined)
      .sort()
      .at(-1)
  );
}

function toldOn({ happened, day }: Measuring, { feedback_at }: RequirementFact): LocalDate | undefined {
  return happened(feedback_at) === undefined ? undefined : day(feedback_at);
}

/** The workdays that are left on a day to tell the requester; negative when it is late. */
function daysToTell(measuring: Measuring, requirement: RequirementFact, on: LocalDate): number {
  const { calendar, terms } = measuring.settings;
  const decided = decidedOn(measuring, requirement);
  return decided === undefined ? 0 : terms.feedback_workdays - workdaysBetween(calendar, decided, on);
}

function plannedFor({ facts, day }: Measuring, requirement: RequirementFact): LocalDate | undefined {
  const confirmation = facts.confirmations.find(
    ({ id, requirements }) =>
      namesIn(requirements).includes(requirement.id) || namesIn(requirement.links?.confirmation).includes(id),
  );
  return day(confirmation?.planned_finish) ?? day(requirement.planned_date);
}

/** The day of the first deployment, not rolled back, of a change made for the requirement. */
function releasedOn(measuring: Measuring, requirement: RequirementFact): LocalDate | undefined {
  const { facts, happened, day } = measuring;
  const changes = facts.changes.filter(
    ({ id, links }) =>
      namesIn(links?.requirement).includes(requirement.id) || namesIn(requirement.links?.change).includes(id),
  );
  return changes
    .flatMap(change => deploymentsOf(measuring, change))
    .filter(deployment => !isRolledBack(deployment) && happened(deployment.finished_at) !== undefined)
    .map(({ finished_at }) => day(finished_at))
    .filter(date => date !== undefined)
    .sort()[0];
}

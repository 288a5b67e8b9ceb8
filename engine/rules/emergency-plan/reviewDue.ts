import type { EmergencyPlan } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import type { Words } from '../../base/words.ts';
import type { LocalDate } from '../../measure/time/date.ts';
import { addDays, monthLength, writeDate } from '../../measure/time/date.ts';
import { dateOf, localDate } from '../../measure/time/instant.ts';
import { judgedAt, offsetOf } from '../../measure/agreed/terms.ts';
import type { Config } from '../../model/config/config.ts';
import { agreedDuty } from '../duties.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';

const CONFIG = 'duties: { emergency_plan: { review: 12 months, source: bid } }\n';
const plan = (dates: string) => `---\ntype: emergency-plan\nstatus: approved\n${dates}---\n# 应急预案\n`;
const YA = 'docs/YA-001.md';

export const reviewDue = crossRule<EmergencyPlan>({
  id: 'emergency-plan/review-due',
  says: { zh: '应急预案按期评审或演练。', en: 'The emergency plan is reviewed or drilled when it is due.' },
  why: {
    zh: '人员、系统、联系方式都在变；长期不评审、不演练的预案，需要时可能不能用。',
    en: 'People, systems and phone numbers change; a plan that is not reviewed fails when it is needed.',
  },
  clauses: ['C3.1.2-01'],
  severity: 'warning',
  kinds: ['emergency-plan'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [YA]: plan('last_review: 2025-10-10\nlast_drill: «2025-11-05»\n') },
      message: 'YA-001 最近一次评审或演练在 2025-11-05，已超过 12 个月；请组织评审或演练并登记日期。',
    },
    {
      bad: { [YA]: plan('last_review: 2026-05-27\nnext_review: «2026-10-31»\n') },
      message: 'YA-001 原定 2026-10-31 评审，至今没有新的评审或演练记录；请组织评审或演练并登记日期。',
    },
    { good: { 'docket.yml': CONFIG, [YA]: plan('last_review: 2026-05-27\nnext_review: 2027-05-26\n') } },
    { good: { 'docket.yml': CONFIG, [YA]: plan('last_review: 2025-11-22\n') } },
    { good: { [YA]: plan('last_review: 2024-01-01\n') } },
    { good: { 'docket.yml': CONFIG, [YA]: plan('last_review: 2024-01-01\n').replace('approved', 'superseded') } },
  ],

  *check(entry, project) {
    const { id, data, status, broken } = entry;
    if (broken || status === 'superseded' || !project.reached(entry, 'approved')) return;
    const offset = offsetOf(project.config);
    const today = localDate(project.get(judgedAt, ALL), offset);
    const done = (['last_review', 'last_drill'] as const)
      .flatMap(field => ({ field, on: dateOf(data[field], offset) ?? '' }))
      .filter(({ on }) => on !== '')
      .sort((a, b) => (a.on < b.on ? 1 : -1))[0];
    const next = dateOf(data.next_review, offset);
    const months = monthsOf(project.config);
    if (next !== undefined && next < today && (done?.on ?? '') < next) {
      const zh = `${id} 原定 ${next} 评审，至今没有新的评审或演练记录`;
      yield {
        at: placeOf(entry, '/next_review'),
        id,
        say: withWay({ zh, en: `${id} was due for review on ${next} and has not been reviewed or drilled since` }),
      };
    } else if (done !== undefined && months !== undefined && monthsLater(done.on, months) < today) {
      const zh = `${id} 最近一次评审或演练在 ${done.on}，已超过 ${months} 个月`;
      yield {
        at: placeOf(entry, `/${done.field}`),
        id,
        say: withWay({ zh, en: `${id} was last reviewed or drilled ${done.on}, more than ${months} months ago` }),
      };
    }
  },
});

function withWay({ zh, en }: Words): Words {
  return { zh: `${zh}；请组织评审或演练并登记日期。`, en: `${en}: hold a review or a drill and enter its date.` };
}

/** The agreed interval in months; undefined without one, and then no plan is late. */
function monthsOf({ duties }: Config): number | undefined {
  return agreedDuty(duties.emergency_plan)?.review;
}

/** The same day some months later; the last day of that month when the day does not exist. */
function monthsLater(date: LocalDate, months: number): LocalDate {
  const month = Number(date.slice(5, 7)) - 1 + months;
  const [year, number] = [Number(date.slice(0, 4)) + Math.floor(month / 12), (month % 12) + 1];
  return addDays(writeDate(year, number, 1), Math.min(Number(date.slice(8)), monthLength(year, number)) - 1);
}

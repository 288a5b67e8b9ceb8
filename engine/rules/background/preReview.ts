import type { Staff } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';
import { checksOf } from './checksOf.ts';

const [RY, SC] = ['people/staff/RY-007.md', 'people/background-check/SC-007.md'];
const person = (more: string, status = 'active') =>
  `---\nstatus: ${status}\n${more}entry_date: 2025-09-19\n---\n# 郑七\n`;
const check = (date: string, result = 'passed') =>
  `---\nstatus: submitted\nperson: RY-007\npre_review: { result: ${result}, by: RY-001, date: ${date} }\n---\n# 审查\n`;

export const preReview = crossRule<Staff>({
  id: 'background/pre-review',
  says: {
    zh: '关键数据岗位人员入场前通过背景预审。',
    en: 'A person in a key data post passed the pre-review before starting work.',
  },
  why: {
    zh: '合同要求做好关键数据岗位人员的背景预审；入场后补做的预审起不到预防作用。',
    en: 'The contract requires a pre-review for key data posts; a pre-review made later prevents nothing.',
  },
  clauses: ['C4.9-02'],
  severity: 'error',
  kinds: ['staff'],
  examples: [
    {
      bad: { [RY]: person('key_data_post: «true»\n') },
      message: 'RY-007 在关键数据岗位，没有背景审查表；请登记预审结果（SC-）。',
    },
    {
      bad: { [RY]: person('key_data_post: «true»\n'), [SC]: check('2025-09-25') },
      message: 'RY-007 于 2025-09-19 入场，背景预审 SC-007 到 2025-09-25 才作出；请核对日期。',
    },
    {
      bad: { [RY]: person('key_data_post: «true»\n'), [SC]: check('2025-09-12', 'failed') },
      message: 'RY-007 的背景预审 SC-007 结果为不通过，不能担任关键数据岗位。',
    },
    { good: { [RY]: person('key_data_post: true\n'), [SC]: check('2025-09-12') } },
    { good: { [RY]: person('') } },
    { good: { [RY]: person('key_data_post: true\n', 'candidate') } },
  ],

  *check(entry, project) {
    const { key_data_post, entry_date } = entry.data;
    if (entry.broken || key_data_post !== true || !project.reached(entry, 'active')) return;
    const checks = checksOf(entry.id, project);
    // doc/schema reports a check that does not state its pre-review.
    const reviews = checks.flatMap(({ id, data }) =>
      data.pre_review?.date === undefined ? [] : [{ id, ...data.pre_review, date: data.pre_review.date }],
    );
    const passed = reviews.filter(({ result }) => result !== 'failed').sort((a, b) => (a.date < b.date ? -1 : 1))[0];
    if (checks.length > 0 && reviews.length === 0) return;
    if (passed !== undefined && (entry_date === undefined || passed.date <= entry_date)) return;
    const failed = reviews[0]?.id;
    const zh = passed
      ? `${entry.id} 于 ${entry_date} 入场，背景预审 ${passed.id} 到 ${passed.date} 才作出；请核对日期。`
      : failed
        ? `${entry.id} 的背景预审 ${failed} 结果为不通过，不能担任关键数据岗位。`
        : `${entry.id} 在关键数据岗位，没有背景审查表；请登记预审结果（SC-）。`;
    const en = passed
      ? `${entry.id} started work on ${entry_date}, before pre-review ${passed.id} of ${passed.date}: check the dates.`
      : failed
        ? `${entry.id} did not pass pre-review ${failed} and cannot hold a key data post.`
        : `${entry.id} holds a key data post and has no background check: register its pre-review (SC-).`;
    yield { at: placeOf(entry, '/key_data_post'), id: entry.id, say: { zh, en } };
  },
});

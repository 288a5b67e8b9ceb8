import type { BackgroundCheck } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const SC = 'people/background-check/SC-007.md';

export const resultRequired = entryRule<BackgroundCheck>({
  id: 'background/result-required',
  says: {
    zh: '通过的背景审查写明审查单位、结果和日期。',
    en: 'A background check with the state “passed” states the reviewing body, the result and the date.',
  },
  why: {
    zh: '合同要求提交材料进行背景审查；没有结论和日期，不能证明先审查后授权。',
    en: 'Without a result and a date there is no proof that the check came before the access.',
  },
  clauses: ['C4.9-03'],
  severity: 'error',
  kinds: ['background-check'],
  examples: [
    {
      bad: {
        [SC]: '---\nid: «SC-007»\nstatus: passed\nperson: RY-007\nreviewer_org: 信息中心\nresult: passed\n---\n# 审查\n',
      },
      message: 'SC-007 缺少“审查日期”（result_date）：状态已到“审查通过”。',
    },
    {
      bad: {
        [SC]: '---\nstatus: passed\nperson: RY-007\nreviewer_org: 信息中心\nresult: «failed»\nresult_date: 2025-09-18\n---\n# 审查\n',
      },
      message: 'SC-007 状态为审查通过，审查结果却是不通过；请核对结果或状态。',
    },
    {
      good: {
        [SC]: '---\nstatus: passed\nperson: RY-007\nreviewer_org: 信息中心\nresult: passed\nresult_date: 2025-09-18\n---\n# 审查\n',
      },
    },
    { good: { [SC]: '---\nstatus: failed\nperson: RY-007\nresult: failed\n---\n# 审查\n' } },
  ],

  *check(page) {
    yield* unmetFor('background/result-required', page);
    const { id, broken } = page.entry;
    if (broken || !page.reached('passed') || page.data.result !== 'failed') return;
    const zh = `${id} 状态为审查通过，审查结果却是不通过；请核对结果或状态。`;
    yield {
      at: page.at('/result'),
      id,
      say: { zh, en: `The state of ${id} is passed but its result is failed: correct one of them.` },
    };
  },
});

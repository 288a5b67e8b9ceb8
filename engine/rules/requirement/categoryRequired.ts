import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const categoryRequired = entryRule({
  id: 'requirement/category-required',
  says: { zh: '用户需求受理单写明需求类别。', en: 'A requirement form states its category.' },
  why: {
    zh: '合同要求对用户提出的业务需求进行分类汇总，汇总表按类别生成。',
    en: 'The contract requires requirements to be classified and summarised; the summary is made by category.',
  },
  clauses: ['C3.2-06'],
  severity: 'error',
  kinds: ['requirement'],
  examples: [
    {
      bad: { 'records/requirement/2026/XQ-2026-0001.md': '---\nstatus: «registered»\n---\n# 超期提醒\n' },
      message: 'XQ-2026-0001 缺少“类别”（category）。',
    },
    {
      good: {
        'records/requirement/2026/XQ-2026-0001.md': '---\nstatus: registered\ncategory: 功能\n---\n# 超期提醒\n',
      },
    },
  ],

  check: page => unmetFor('requirement/category-required', page),
});

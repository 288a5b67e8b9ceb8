import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const solutionRequired = entryRule({
  id: 'requirement/solution-required',
  says: { zh: '已出处理意见的共性需求有解决方案。', en: 'A decided common requirement has a solution.' },
  why: {
    zh: '合同要求对共性需求提出可行的解决方案，再由业务部门和技术部门商定。',
    en: 'The contract requires a feasible solution for common requirements, on which both departments decide.',
  },
  clauses: ['C3.2-11'],
  severity: 'error',
  kinds: ['requirement'],
  examples: [
    {
      bad: {
        'records/requirement/2026/XQ-2026-0001.md':
          '---\nstatus: decided\nis_common: true\n---\n# 超期提醒\n\n## «解决方案»\n',
      },
      message: 'XQ-2026-0001 已出处理意见，但章节为空：“解决方案”。',
    },
    {
      good: {
        'records/requirement/2026/XQ-2026-0001.md':
          '---\nstatus: decided\nis_common: true\n---\n# 超期提醒\n\n## 解决方案\n\n每日扫描在办件。\n',
      },
    },
    { good: { 'records/requirement/2026/XQ-2026-0003.md': '---\nstatus: decided\n---\n# 自定义首页图片\n' } },
    {
      good: { 'records/requirement/2026/XQ-2026-0001.md': '---\nstatus: analyzed\nis_common: true\n---\n# 超期提醒\n' },
    },
  ],

  check: page => unmetFor('requirement/solution-required', page),
});

import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const solutionRequired = entryRule({
  id: 'ticket/solution-required',
  says: { zh: '已解决的维护任务处理单写明解决方案。', en: 'A resolved ticket states how it was solved.' },
  why: {
    zh: '合同要求维护任务处理单包括解决方案说明；下次遇到同样的问题可以照此处理。',
    en: 'The contract requires a description of the solution; the next person with the same problem should be able to follow it.',
  },
  clauses: ['C4.5-03'],
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: resolved\n---\n# 登录失败\n\n## «解决方案说明»\n' },
      message: 'WX-2026-0001 已解决，但章节为空：“解决方案说明”。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: resolved\n---\n# 登录失败\n\n## 解决方案\n\n清理会话缓存，并把上限调到 2 GB。\n',
      },
    },
    { good: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: processing\n---\n# 登录失败\n' } },
  ],

  check: page => unmetFor('ticket/solution-required', page),
});

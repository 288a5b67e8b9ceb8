import type { ChangeApproval } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const BG = 'records/change-approval/2026/BG-2026-0005.md';

export const rollbackRequired = entryRule<ChangeApproval>({
  id: 'change/rollback-required',
  says: {
    zh: '提交审批的变更写明备份与回退方案。',
    en: 'A change handed in for approval states how data is backed up and how the change is rolled back.',
  },
  why: {
    zh: '批准人要知道失败时如何回退；没有回退方案的变更一旦失败，就会造成故障。',
    en: 'The approver must know how to go back: when a change without a rollback fails, the system is down.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['change-approval'],
  examples: [
    {
      bad: { [BG]: '---\nstatus: «submitted»\n---\n# 超期预警\n' },
      message: 'BG-2026-0005 已提交，但缺少章节“备份与回退方案”。',
    },
    {
      bad: { [BG]: '---\nstatus: submitted\n---\n# 超期预警\n\n## «回退方案»\n' },
      message: 'BG-2026-0005 已提交，但章节为空：“备份与回退方案”。',
    },
    // A row of a journal.
    {
      bad: {
        'records/change-approval/2026/WX-2026-05.md':
          '---\nid: WX-2026-05\ntype: journal\nof: change-approval\n---\n# 登记簿\n\n| id | 状态 |\n| --- | --- |\n| «BG-2026-0005» | submitted |\n',
      },
      message: 'BG-2026-0005 已提交，但缺少章节“备份与回退方案”。',
    },
    { good: { [BG]: '---\nstatus: submitted\n---\n# 超期预警\n\n## 备份与回退方案\n\n程序换回 v2.3.5，新表保留。\n' } },
    { good: { [BG]: '---\nstatus: draft\n---\n# 超期预警\n' } },
  ],
  check: page => unmetFor('change/rollback-required', page),
});

import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const GZ = 'records/incident-report/2026/GZ-2026-001.md';

export const recoveryPlanRequired = entryRule({
  id: 'incident/recovery-plan-required',
  says: { zh: '提交的故障报告写明恢复方案。', en: 'A submitted incident report states the recovery plan.' },
  why: {
    zh: '合同要求制定故障恢复方案；方案写明做什么、不做什么，事后才能判断处置是否得当。',
    en: 'The contract requires a recovery plan; others can judge the work only when the plan is written down.',
  },
  clauses: ['C3.1.2-04'],
  severity: 'error',
  kinds: ['incident-report'],
  examples: [
    {
      bad: { [GZ]: '---\nstatus: submitted\n---\n# 归档卷写满\n\n## «恢复方案»\n' },
      message: 'GZ-2026-001 已提交，但章节为空：“恢复方案”。',
    },
    {
      good: {
        [GZ]: '---\nstatus: submitted\n---\n# 归档卷写满\n\n## 恢复方案\n\n转存已备份的归档日志后删除，不停库。\n',
      },
    },
    { good: { [GZ]: '---\nstatus: draft\n---\n# 归档卷写满\n' } },
  ],

  check: page => unmetFor('incident/recovery-plan-required', page),
});

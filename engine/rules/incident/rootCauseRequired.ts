import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const GZ = 'records/incident-report/2026/GZ-2026-001.md';
const CAUSE = '\n## 根本原因\n\n补丁移动了 rman 的位置，清理脚本写死旧路径而连续失败。\n';

export const rootCauseRequired = entryRule({
  id: 'incident/root-cause-required',
  says: {
    zh: '提交的故障报告写明根本原因及其分类。',
    en: 'A submitted incident report states the root cause and its category.',
  },
  why: {
    zh: '合同要求快速定位故障原因；没有查明根本原因，措施就不能防止再次发生。',
    en: 'The contract requires the cause to be found; measures without it do not prevent the next incident.',
  },
  clauses: ['C3.1.2-03'],
  severity: 'error',
  kinds: ['incident-report'],
  examples: [
    {
      bad: { [GZ]: '---\nstatus: submitted\nroot_cause_category: environment\n---\n# 归档卷写满\n\n## «根本原因»\n' },
      message: 'GZ-2026-001 已提交，但章节为空：“根本原因”。',
    },
    {
      bad: { [GZ]: `---\nstatus: «submitted»\n---\n# 归档卷写满\n${CAUSE}` },
      message: 'GZ-2026-001 缺少“根本原因分类”（root_cause_category）：状态已到“已提交”。',
    },
    { good: { [GZ]: `---\nstatus: submitted\nroot_cause_category: environment\n---\n# 归档卷写满\n${CAUSE}` } },
    { good: { [GZ]: '---\nstatus: draft\n---\n# 归档卷写满\n' } },
  ],

  check: page => unmetFor('incident/root-cause-required', page),
});

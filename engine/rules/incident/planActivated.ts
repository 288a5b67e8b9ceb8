import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const PLAN = 'plan_ref: YA-001\nactivated_at: "2026-05-20T09:50:00+08:00"\n';
const GZ = 'records/incident-report/2026/GZ-2026-001.md';

export const planActivated = entryRule({
  id: 'incident/plan-activated',
  says: {
    zh: '一级故障报告写明启动的预案、启动时间和启动人。',
    en: 'The report of a P1 incident names the activated emergency plan, the time and the person.',
  },
  why: {
    zh: '合同要求发生紧急故障时启动应急处理机制；报告要能看出预案何时由谁启动。',
    en: 'The contract requires the emergency plan to be activated; the report shows when and by whom.',
  },
  clauses: ['C3.1.2-02'],
  severity: 'error',
  kinds: ['incident-report'],
  examples: [
    {
      bad: { [GZ]: `---\nstatus: «submitted»\nseverity: P1\n${PLAN}---\n# 归档卷写满\n` },
      message: 'GZ-2026-001 缺少“启动人”（activated_by）：状态已到“已提交”。',
    },
    { good: { [GZ]: `---\nstatus: submitted\nseverity: P1\n${PLAN}activated_by: RY-001\n---\n# 归档卷写满\n` } },
    { good: { [GZ]: '---\nstatus: submitted\nseverity: P2\n---\n# 内存溢出\n' } },
    { good: { [GZ]: '---\nstatus: draft\nseverity: P1\n---\n# 归档卷写满\n' } },
  ],

  check: page => unmetFor('incident/plan-activated', page),
});

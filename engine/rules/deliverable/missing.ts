import type { DeliverablePlan } from '../../../docs-schema/generated/types.ts';
import { parseDate } from '../../measure/time/date.ts';
import { placeOf } from '../../model/entry.ts';
import { today } from '../duties.ts';
import { crossRule } from '../rule.ts';

const JH = 'contract/JH-001.md';
const plan = (row: string, status = 'agreed') =>
  `---\ntype: deliverable-plan\nstatus: ${status}\n---\n# 交付计划\n\n## 交付清单\n\n| 交付物 | 交付期限 | 提交日期 | 交付凭证 |\n|---|---|---|---|\n${row}`;

export const missing = crossRule<DeliverablePlan>({
  id: 'deliverable/missing',
  says: {
    zh: '交付计划中到期的成果都已提交。',
    en: 'Every deliverable that the plan sets for today or earlier has been delivered.',
  },
  why: {
    zh: '合同要求提交系统维护台账以及其他相关运维文档；到期未交就是违约。',
    en: 'The contract requires the ledger and all other documents of the service; an overdue one is a breach.',
  },
  clauses: ['C5.1-05'],
  severity: 'error',
  kinds: ['deliverable-plan'],
  examples: [
    {
      bad: { [JH]: plan('| 半年总结 | «2026-04-10» |  |  |\n') },
      asOf: '2026-04-11',
      message: '交付物“半年总结”应于 2026-04-10 前提交，至今未提交；已提交的请填写提交日期。',
    },
    { good: { [JH]: plan('| 半年总结 | 2026-04-10 | 2026-04-09 |  |\n') }, asOf: '2026-04-11' },
    { good: { [JH]: plan('| 半年总结 | 2026-04-10 |  |  |\n') }, asOf: '2026-04-10' },
    { good: { [JH]: plan('| 半年总结 | 2026-04-10 |  |  |\n', 'draft') } },
    {
      good: {
        [JH]: plan('| 管理制度 | 2026-04-10 |  | ZD-001 |\n'),
        'docs/policy/ZD-001.md': '---\ntype: policy\nstatus: approved\n---\n# 管理制度\n',
      },
    },
  ],

  *check(entry, project) {
    if (entry.broken || !project.reached(entry, 'agreed')) return;
    for (const [n, { name = '', due, submitted_at, evidence }] of (entry.data.deliverables ?? []).entries()) {
      const last = parseDate(due);
      if (last === undefined || last >= today(project) || submitted_at !== undefined) continue;
      // ref/broken reports evidence that does not exist.
      if (evidence !== undefined) continue;
      yield {
        at: placeOf(entry, `/deliverables/${n}/due`),
        id: entry.id,
        say: {
          zh: `交付物“${name}”应于 ${last} 前提交，至今未提交；已提交的请填写提交日期。`,
          en: `“${name}” was due on ${last}: deliver it, or enter the date on which it was delivered.`,
        },
      };
    }
  },
});

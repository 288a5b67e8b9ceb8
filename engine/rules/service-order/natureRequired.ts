import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const natureRequired = entryRule({
  id: 'service-order/nature-required',
  says: {
    zh: '服务工单写明性质：定期、不定期、临时性或突发性。',
    en: 'A service order states whether the work was scheduled, unscheduled, temporary or an emergency.',
  },
  why: {
    zh: '合同把日常运维服务定义为定期的、不定期的、临时性的、突发性事务的处理，验收时按性质汇总。',
    en: 'The contract defines daily service by these four types of work, and acceptance counts them.',
  },
  clauses: ['C3.1-00'],
  severity: 'error',
  kinds: ['service-order'],
  examples: [
    {
      bad: { 'records/service-order/2026/FW-2026-0001.md': '---\nstatus: «open»\n---\n# 开通权限\n' },
      message: 'FW-2026-0001 缺少“性质”（nature）。',
    },
    {
      good: { 'records/service-order/2026/FW-2026-0001.md': '---\nstatus: open\nnature: temporary\n---\n# 开通权限\n' },
    },
    {
      bad: {
        'records/service-order/2026/FW-2026-01.md':
          '---\ntype: journal\nof: service-order\nperiod: 2026-01\n---\n# 登记簿\n\n| 编号 | 标题 | 性质 | 状态 |\n|---|---|---|---|\n| FW-2026-0001 | 开通权限 | 临时性 | open |\n| «FW-2026-0002» | 口令重置 | | open |\n',
      },
      message: 'FW-2026-0002 缺少“性质”（nature）。',
    },
  ],

  check: page => unmetFor('service-order/nature-required', page),
});

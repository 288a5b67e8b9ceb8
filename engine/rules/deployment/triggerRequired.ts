import type { Deployment } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const BS = 'records/deployment/2026/BS-2026-003.md';

export const triggerRequired = entryRule<Deployment>({
  id: 'deployment/trigger-required',
  says: { zh: '部署记录写明部署原因。', en: 'A deployment states its reason.' },
  why: {
    zh: '合同把软硬件环境调整后的重新部署列为单独的服务内容；部署原因不写，无法归类统计。',
    en: 'Redeployment after a change of the environment is a separate service in the contract; without the reason it cannot be counted.',
  },
  clauses: ['C3.1.3-01'],
  severity: 'error',
  kinds: ['deployment'],
  examples: [
    {
      bad: { [BS]: '---\nstatus: «planned»\nchanges: [BG-2026-0005]\n---\n# 上线\n' },
      message: 'BS-2026-003 缺少“部署原因”（trigger）。',
    },
    { good: { [BS]: '---\nstatus: planned\ntrigger: 版本上线\n---\n# 上线\n' } },
  ],
  check: page => unmetFor('deployment/trigger-required', page),
});

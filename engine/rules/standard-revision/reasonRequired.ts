import type { StandardRevision } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const BZ = 'records/standard-revision/2026/BZ-2026-001.md';

export const reasonRequired = entryRule<StandardRevision>({
  id: 'standard-revision/reason-required',
  says: { zh: '标准规范修订记录写明修订原因。', en: 'A revision of a standard states its reason.' },
  why: {
    zh: '合同约定由于业务变更、技术调整等原因修订标准规范；没有写明原因，就不能判断修订是否必要。',
    en: 'Standards are revised for changes of business or technology; without the reason the revision cannot be judged.',
  },
  clauses: ['C3.1.4-01'],
  severity: 'error',
  kinds: ['standard-revision'],
  examples: [
    {
      bad: { [BZ]: '---\nstatus: «draft»\n---\n# 证照目录编码规范修订\n' },
      message: 'BZ-2026-001 缺少“修订原因”（reason）。',
    },
    { good: { [BZ]: '---\nstatus: draft\nreason: policy\n---\n# 证照目录编码规范修订\n' } },
  ],
  check: page => unmetFor('standard-revision/reason-required', page),
});

import type { DataFix } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const SJ = 'records/data-fix/2026/SJ-2026-001.md';

export const verifiedByUser = entryRule<DataFix>({
  id: 'data-fix/verified-by-user',
  says: { zh: '已关闭的异常数据处理单有用户确认。', en: 'A closed data fix has a confirmation by the user.' },
  why: {
    zh: '数据是否改对，由提出的业务部门判断；没有确认就关闭，不能证明数据正确。',
    en: 'The department that asked decides whether the data is right; closing without its confirmation proves nothing.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['data-fix'],
  examples: [
    {
      bad: { [SJ]: '---\nstatus: «closed»\nverified_by: 业务处 林处长\n---\n# 证照重号\n' },
      message: 'SJ-2026-001 缺少“用户确认时间”（verified_at）：状态已到“已关闭”。',
    },
    {
      good: {
        [SJ]: '---\nstatus: closed\nverified_at: "2026-01-19T21:40:00+08:00"\nverified_by: 业务处 林处长\n---\n# 证照重号\n',
      },
    },
    { good: { [SJ]: '---\nstatus: executed\n---\n# 证照重号\n' } },
  ],
  check: page => unmetFor('data-fix/verified-by-user', page),
});

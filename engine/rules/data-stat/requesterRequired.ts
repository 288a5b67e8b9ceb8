import type { DataStat } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const TJ = 'records/data-stat/2026/TJ-2026-001.md';

export const requesterRequired = entryRule<DataStat>({
  id: 'data-stat/requester-required',
  says: {
    zh: '数据统计处理单写明申请部门、申请人和用途。',
    en: 'A data statistics form names the requesting department, the person and the purpose.',
  },
  why: {
    zh: '后台统计是根据业务部门工作需要做的；说不清谁要、做什么用，数据就不该取出。',
    en: 'Data is extracted because a business department needs it; without a requester and a purpose it must not be extracted.',
  },
  clauses: ['C3.1.6-01'],
  severity: 'error',
  kinds: ['data-stat'],
  examples: [
    {
      bad: { [TJ]: '---\nstatus: «requested»\nrequester: { dept: 业务处, person: 林处长 }\n---\n# 办件量统计\n' },
      message: 'TJ-2026-001 缺少“用途”（purpose）。',
    },
    {
      bad: { [TJ]: '---\nstatus: requested\nrequester:\n  «dept: 业务处»\npurpose: 季度通报\n---\n# 办件量统计\n' },
      message: 'TJ-2026-001 缺少“申请人”（person）。',
    },
    {
      good: {
        [TJ]: '---\nstatus: requested\nrequester: { dept: 业务处, person: 林处长 }\npurpose: 季度通报\n---\n# 办件量统计\n',
      },
    },
  ],
  check: page => unmetFor('data-stat/requester-required', page),
});

import { valueAt } from '../../model/entry.ts';
import { entryRule } from '../rule.ts';

export const dateOutOfPeriod = entryRule({
  id: 'doc/date-out-of-period',
  says: { zh: '服务单据的日期在服务期内。', en: 'The date of a service record is in the service period.' },
  why: {
    zh: '服务期外的工作不属于本合同，写进台账会使工作量和指标失实。',
    en: 'Work outside the period does not belong to this contract and would distort its figures.',
  },
  clauses: ['C4.3-01'],
  severity: 'warning',
  kinds: [
    'ticket',
    'service-order',
    'requirement',
    'inspection',
    'incident-report',
    'data-fix',
    'data-stat',
    'change-approval',
    'deployment',
    'standard-revision',
  ],
  examples: [
    {
      bad: {
        'docket.yml': 'project:\n  period: { from: 2025-10-01, to: 2026-09-30 }\n',
        'records/ticket/2026/WX-2026-0001.md': '---\nreported_at: «2026-10-08T09:00:00+08:00»\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 的“受理时间”是 2026-10-08，不在服务期 2025-10-01 至 2026-09-30 内。',
    },
    {
      good: {
        'docket.yml': 'project:\n  period: { from: 2025-10-01, to: 2026-09-30 }\n',
        'records/ticket/2026/WX-2026-0001.md': '---\nreported_at: 2026-09-30T23:00:00+08:00\n---\n# 登录失败\n',
        'records/rectification/2026/ZG-2026-001.md': '---\nissued_on: 2026-10-20\n---\n# 验收整改\n',
      },
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md': '---\nreported_at: 2026-10-08T09:00:00+08:00\n---\n# 未写服务期\n',
      },
    },
  ],

  *check(page, { config }) {
    const { period } = config.project;
    const { event, fields } = page.kind;
    const day = event === undefined ? undefined : /^\d{4}-\d\d-\d\d/.exec(String(valueAt(page.data, event) ?? ''))?.[0];
    if (period === undefined || day === undefined || (period.from <= day && day <= period.to)) return;
    const label = fields.byKey.get(event ?? '')?.label;
    const { id } = page.entry;
    yield {
      at: page.at(`/${event}`),
      id,
      say: {
        zh: `${id} 的“${label?.zh}”是 ${day}，不在服务期 ${period.from} 至 ${period.to} 内。`,
        en: `${label?.en} of ${id} is ${day}, outside the service period ${period.from} to ${period.to}.`,
      },
    };
  },
});

import type { DataStat } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';

const TJ = 'records/data-stat/2026/TJ-2026-003.md';
const stat = (status: string, rest: string) => `---\nstatus: ${status}\n${rest}---\n# 持证人员名单\n`;

export const exportApproval = entryRule<DataStat>({
  id: 'data-stat/export-approval',
  says: {
    zh: '敏感数据或对外提供的数据有导出审批号。',
    en: 'A statistic with sensitive data, or with data that goes outside, has an export approval.',
  },
  why: {
    zh: '合同要求落实数据安全责任；敏感数据离开系统前，须经导出审批。',
    en: 'The contract makes the contractor responsible for data security: sensitive data leaves the system only with an approval.',
  },
  clauses: ['C3.1.6-02', 'C4.9-06'],
  severity: 'error',
  kinds: ['data-stat'],
  examples: [
    {
      bad: { [TJ]: stat('delivered', 'sensitive: «true»\nrecipient: internal\n') },
      message: 'TJ-2026-003 涉及敏感数据，缺少数据导出审批号（export_approval_no）。',
    },
    {
      bad: { [TJ]: stat('approved', 'sensitive: false\nrecipient: «external»\n') },
      message: 'TJ-2026-003 对外提供数据，缺少数据导出审批号（export_approval_no）。',
    },
    { good: { [TJ]: stat('delivered', 'sensitive: true\nrecipient: external\nexport_approval_no: SJDC-2026-007\n') } },
    { good: { [TJ]: stat('delivered', 'sensitive: false\nrecipient: internal\n') } },
    { good: { [TJ]: stat('requested', 'sensitive: true\nrecipient: external\n') } },
  ],

  *check(page) {
    const { sensitive, recipient, export_approval_no: approval } = page.data;
    const { id, broken } = page.entry;
    if (broken || approval || !page.reached('approved') || (sensitive !== true && recipient !== 'external')) return;
    const zh = sensitive === true ? '涉及敏感数据' : '对外提供数据';
    const en = sensitive === true ? 'holds sensitive data' : 'goes outside';
    yield {
      at: page.at(sensitive === true ? '/sensitive' : '/recipient'),
      id,
      say: {
        zh: `${id} ${zh}，缺少数据导出审批号（export_approval_no）。`,
        en: `${id} ${en} but has no export approval: enter its number in export_approval_no.`,
      },
    };
  },
});

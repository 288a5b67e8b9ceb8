import type { ChangeApproval } from '../../../docs-schema/generated/types.ts';
import { purchaserApprovals } from '../approvals.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const BG = 'records/change-approval/2026/BG-2026-0005.md';
const by = (...people: readonly string[]) =>
  `approvals:\n${people.map(person => `  - { person: ${person}, at: "2026-04-02T15:30:00+08:00" }\n`).join('')}`;
const change = (status: string, risk: string, rest = '') =>
  `---\nstatus: ${status}\nrisk: ${risk}\n${rest}---\n# 超期预警\n`;

export const riskLevel = entryRule<ChangeApproval>({
  id: 'change/risk-level',
  says: {
    zh: '变更评定风险等级，高风险变更由两人批准。',
    en: 'A change states its risk level, and a high risk is approved by two people.',
  },
  why: {
    zh: '风险等级决定由谁批准；高风险变更只有一个人批准，就没有第二个人复核。',
    en: 'The risk decides who has to approve; when one person approves a high risk, no second person has checked it.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['change-approval'],
  examples: [
    { bad: { [BG]: '---\nstatus: «draft»\n---\n# 超期预警\n' }, message: 'BG-2026-0005 缺少“风险等级”（risk）。' },
    {
      bad: { [BG]: change('approved', '«high»', by('A-02')) },
      message: 'BG-2026-0005 是高风险变更，只有 1 人批准；请再由一人（分管领导或业务部门）批准。',
    },
    {
      bad: { [BG]: change('approved', '«high»', by('A-02', 'A-02')) },
      message: 'BG-2026-0005 是高风险变更，只有 1 人批准；请再由一人（分管领导或业务部门）批准。',
    },
    { good: { [BG]: change('approved', 'high', by('A-02', 'A-01')) } },
    { good: { [BG]: change('approved', 'medium', by('A-02')) } },
    { good: { [BG]: change('submitted', 'high') } },
  ],

  *check(page, { config }) {
    yield* unmetFor('change/risk-level', page);
    const { id, broken } = page.entry;
    const approvers = new Set(purchaserApprovals(page.data, config).map(({ person }) => person));
    if (broken || page.data.risk !== 'high' || !page.reached('approved') || approvers.size !== 1) return;
    yield {
      at: page.at('/risk'),
      id,
      say: {
        zh: `${id} 是高风险变更，只有 1 人批准；请再由一人（分管领导或业务部门）批准。`,
        en: `${id} is a high risk but has one approver: have a second person approve it (the leader in charge or a business department).`,
      },
    };
  },
});

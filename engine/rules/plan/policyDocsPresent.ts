import type { Policy } from '../../../docs-schema/generated/types.ts';
import type { Words } from '../../base/words.ts';
import { placeOf } from '../../model/entry.ts';
import { inConfig, serviceSoFar } from '../duties.ts';
import { projectRule } from '../rule.ts';

const CONFIG = 'project: { «period»: { from: 2025-10-01, to: 2026-09-30 } }\n';
const calm = CONFIG.replace(/[«»]/g, '');
const policy = (subject: string, status = 'approved') =>
  `---\ntype: policy\nstatus: ${status}\nsubject: ${subject}\n---\n# 制度\n`;
const both = { 'docs/policy/ZD-002.md': policy('management'), 'docs/policy/ZD-003.md': policy('security') };

/** The subjects that need an approved policy. The emergency plan has its own rule. */
const WANTED: Readonly<Record<string, Words>> = {
  om_plan: { zh: '运维实施方案', en: 'maintenance plan' },
  management: { zh: '管理制度', en: 'management rules' },
  security: { zh: '安全方案', en: 'security plan' },
};

export const policyDocsPresent = projectRule({
  id: 'plan/policy-docs-present',
  says: {
    zh: '运维实施方案、管理制度和安全方案已批准。',
    en: 'The maintenance plan, the management rules and the security plan are approved.',
  },
  why: {
    zh: '合同要求完善技术服务管理规范和制度，并具备网络和数据安全的防护措施。',
    en: 'The contract requires management rules and measures that protect the network and the data.',
  },
  clauses: ['C2-02', 'C4.9-01'],
  severity: 'warning',
  examples: [
    {
      bad: { 'docket.yml': CONFIG, ...both },
      message: '没有已批准的运维实施方案；请编制制度方案（ZD-，subject: om_plan）并报批。',
    },
    {
      bad: { 'docket.yml': calm, ...both, 'docs/policy/ZD-001.md': policy('om_plan', '«draft»') },
      message: '运维实施方案 ZD-001 尚未批准。',
    },
    { good: { 'docket.yml': calm, ...both, 'docs/policy/ZD-001.md': policy('om_plan') } },
    { good: { 'docket.yml': calm }, asOf: '2025-09-30' },
    { good: { 'docs/policy/ZD-001.md': policy('om_plan', 'draft') } },
  ],

  *check(project) {
    if (serviceSoFar(project) === undefined) return;
    const policies = project.entries<Policy>('policy').filter(({ broken }) => !broken);
    for (const [subject, label] of Object.entries(WANTED)) {
      const own = policies.filter(({ data }) => data.subject === subject);
      if (own.some(entry => project.reached(entry, 'approved'))) continue;
      const [draft] = own;
      yield {
        at: draft ? placeOf(draft, '/status') : inConfig('/project/period'),
        ...(draft ? { id: draft.id } : {}),
        say: {
          zh: draft
            ? `${label.zh} ${draft.id} 尚未批准。`
            : `没有已批准的${label.zh}；请编制制度方案（ZD-，subject: ${subject}）并报批。`,
          en: draft
            ? `The ${label.en} ${draft.id} is not approved: have it approved.`
            : `There is no approved ${label.en}: write a policy (ZD-, subject: ${subject}) and have it approved.`,
        },
      };
    }
  },
});

import type { Assessment } from '../../../docs-schema/generated/types.ts';
import { addDays } from '../../measure/time/date.ts';
import { periodLabel } from '../../measure/time/period.ts';
import { reportedPeriods } from '../../measure/due/reportPlan.ts';
import { agreedDuty, inConfig, today } from '../duties.ts';
import { projectRule } from '../rule.ts';

const CONFIG =
  'project: { period: { from: 2026-01-01, to: 2026-06-30 } }\nduties: { assessment: { «quarterly»: true, source: contract } }\n';
const calm = CONFIG.replace(/[«»]/g, '');
const KH = 'acceptance/assessment/KH-2026-Q1.md';

const KINDS = [
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['annual', 'year'],
] as const;

/** Days after the end of a period that the purchaser usually needs; after that the contractor should ask. */
const PATIENCE = 30;

export const periodMissing = projectRule({
  id: 'assessment/period-missing',
  says: { zh: '每个约定期间都有考核记录。', en: 'Every agreed period has an assessment record.' },
  why: {
    zh: '考核成绩是合同尾款的支付依据；缺一期考核，尾款就缺一份依据。',
    en: 'The final payment is based on the assessments; a missing one leaves it without a basis.',
  },
  clauses: ['C4.4-02', 'C4.8-01'],
  severity: 'warning',
  examples: [
    {
      bad: { 'docket.yml': CONFIG },
      asOf: '2026-05-01',
      message: '2026年第一季度已结束 30 天以上，没有考核记录；请提请采购人考核，并登记 KH-2026-Q1。',
    },
    { good: { 'docket.yml': calm, [KH]: '---\nstatus: issued\n---\n# 考核\n' }, asOf: '2026-05-01' },
    { good: { 'docket.yml': calm }, asOf: '2026-04-20' },
    { good: { 'docket.yml': 'project: { period: { from: 2026-01-01, to: 2026-06-30 } }\n' } },
  ],

  *check(project) {
    const { period: service } = project.config.project;
    const duty = agreedDuty(project.config.duties.assessment);
    if (service === undefined || duty === undefined) return;
    const known = new Set(project.entries<Assessment>('assessment').map(({ data }) => `${data.kind}|${data.period}`));
    for (const [name, kind] of KINDS.filter(([key]) => duty[key])) {
      for (const period of reportedPeriods(kind, service, service)) {
        if (known.has(`${name}|${period.key}`) || addDays(period.to, PATIENCE) >= today(project)) continue;
        const label = periodLabel(period);
        const id = `KH-${kind === 'quarter' ? period.key : kind === 'month' ? `${period.key.slice(0, 4)}-M${period.key.slice(5)}` : `${period.key}-Y`}`;
        yield {
          at: inConfig(`/duties/assessment/${name}`),
          id,
          say: {
            zh: `${label.zh}已结束 ${PATIENCE} 天以上，没有考核记录；请提请采购人考核，并登记 ${id}。`,
            en: `${label.en} ended more than ${PATIENCE} days ago and was not assessed: ask the purchaser, and register ${id}.`,
          },
        };
      }
    }
  },
});

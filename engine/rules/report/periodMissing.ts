import { periodLabel } from '../../measure/time/period.ts';
import { placeOf } from '../../model/entry.ts';
import { inConfig, today } from '../duties.ts';
import { projectRule } from '../rule.ts';
import { reportsDue } from './reportsDue.ts';

const CONFIG =
  'project: { period: { from: 2026-04-01, to: 2026-09-30 } }\nduties: { report: { «monthly»: { due: 5 workdays, source: bid } } }\n';
const calm = CONFIG.replace(/[«»]/g, '');
const YB = 'reports/YB-2026-04.md';

export const periodMissing = projectRule({
  id: 'report/period-missing',
  says: { zh: '每个约定期间的维护报告都已提交。', en: 'The report of every agreed period has been handed in.' },
  why: {
    zh: '合同要求定期提交维护报告；缺一期，验收资料就不完整。',
    en: 'The contract requires reports at regular intervals; a missing one leaves a gap in the acceptance files.',
  },
  clauses: ['C4.1-06'],
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': CONFIG },
      asOf: '2026-05-12',
      message:
        '2026年4月的维护报告应于 2026-05-11 前提交，至今没有；可用 docket report --period 2026-04 --write 生成。',
    },
    {
      bad: { 'docket.yml': calm, [YB]: '---\ntype: report\nstatus: «draft»\n---\n# 月报\n' },
      asOf: '2026-05-12',
      message: 'YB-2026-04 应于 2026-05-11 前提交，目前仍是草稿。',
    },
    { good: { 'docket.yml': calm, [YB]: '---\ntype: report\nstatus: submitted\n---\n# 月报\n' }, asOf: '2026-05-12' },
    { good: { 'docket.yml': calm }, asOf: '2026-05-11' },
    { good: { 'docket.yml': calm.replace('bid', 'default') } },
  ],

  *check(project) {
    const now = today(project);
    for (const { id, period, due, duty, record } of reportsDue(project)) {
      if (due >= now || (record !== undefined && (record.broken || project.reached(record, 'submitted')))) continue;
      const label = periodLabel(period);
      const zh = record
        ? `${id} 应于 ${due} 前提交，目前仍是草稿。`
        : `${label.zh}的维护报告应于 ${due} 前提交，至今没有；可用 docket report --period ${period.key} --write 生成。`;
      const en = record
        ? `${id} was due on ${due} and is still a draft: hand it in.`
        : `The report of ${label.en} was due on ${due}: generate it with docket report --period ${period.key} --write.`;
      yield { at: record ? placeOf(record, '/status') : inConfig(`/duties/report/${duty}`), id, say: { zh, en } };
    }
  },
});

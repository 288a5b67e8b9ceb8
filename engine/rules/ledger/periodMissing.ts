import { ledgerId } from '../../measure/ledger/ledger.ts';
import { ALL } from '../../base/queries.ts';
import { nthWorkdayAfter } from '../../measure/time/calendar.ts';
import { periodLabel } from '../../measure/time/period.ts';
import { reportedPeriods } from '../../measure/due/reportPlan.ts';
import { workCalendar } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { agreedDuty, inConfig, today } from '../duties.ts';
import { projectRule } from '../rule.ts';

const CONFIG =
  'project: { period: { from: 2026-04-01, to: 2026-09-30 } }\nduties: { ledger: { «monthly»: { due: 5 workdays, source: bid } } }\n';
const calm = CONFIG.replace(/[«»]/g, '');
const TZ = 'ledgers/TZ-2026-04.md';

export const periodMissing = projectRule({
  id: 'ledger/period-missing',
  says: { zh: '每月的系统运维台账都已提交。', en: 'The ledger of every month was handed in.' },
  why: {
    zh: '合同要求日常服务过程中定期提交系统维护台账。',
    en: 'The contract requires the ledger at regular intervals during the service.',
  },
  clauses: ['C5.1-04'],
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': CONFIG },
      asOf: '2026-05-12',
      message:
        '2026年4月的系统运维台账应于 2026-05-11 前提交，至今没有；可用 docket ledger --period 2026-04 --write 生成。',
    },
    {
      bad: { 'docket.yml': calm, [TZ]: '---\ntype: ledger\nstatus: «generated»\n---\n# 台账\n' },
      asOf: '2026-05-12',
      message: 'TZ-2026-04 应于 2026-05-11 前提交，已生成但尚未提交。',
    },
    { good: { 'docket.yml': calm, [TZ]: '---\ntype: ledger\nstatus: submitted\n---\n# 台账\n' }, asOf: '2026-05-12' },
    { good: { 'docket.yml': calm }, asOf: '2026-05-11' },
    { good: { 'docket.yml': 'project: { period: { from: 2026-04-01, to: 2026-09-30 } }\n' } },
  ],

  *check(project) {
    const { period: service } = project.config.project;
    const workdays = agreedDuty(project.config.duties.ledger?.monthly)?.due;
    if (service === undefined || workdays === undefined) return;
    for (const period of reportedPeriods('month', service, service)) {
      const due = nthWorkdayAfter(project.get(workCalendar, ALL), period, workdays);
      const record = project.entry(ledgerId(period, project.get));
      if (due >= today(project) || (record !== undefined && (record.broken || project.reached(record, 'submitted'))))
        continue;
      const label = periodLabel(period);
      const zh = record
        ? `${record.id} 应于 ${due} 前提交，已生成但尚未提交。`
        : `${label.zh}的系统运维台账应于 ${due} 前提交，至今没有；可用 docket ledger --period ${period.key} --write 生成。`;
      const en = record
        ? `${record.id} was due on ${due} and is generated but not handed in: hand it in.`
        : `The ledger of ${label.en} was due on ${due}: generate it with docket ledger --period ${period.key} --write.`;
      yield {
        at: record ? placeOf(record, '/status') : inConfig('/duties/ledger/monthly'),
        id: ledgerId(period, project.get),
        say: { zh, en },
      };
    }
  },
});

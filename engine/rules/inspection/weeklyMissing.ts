import { ALL } from '../../base/queries.ts';
import { parsePeriod, periodLabel } from '../../measure/time/period.ts';
import { terms } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { projectRule } from '../rule.ts';
import { dutyPlace, inspectionsDue } from './plan.ts';

const CONFIG =
  'project: { period: { from: 2026-08-10, to: 2026-09-30 } }\nduties: { «inspection»: { weekly: true } }\n';
const calm = CONFIG.replace(/[«»]/g, '');
const on = (date: string, kind = 'weekly') => `---\nstatus: completed\nkind: ${kind}\ndate: ${date}\n---\n# 巡检\n`;
const W33 = 'records/inspection/2026/XJ-2026-W33.md';

export const weeklyMissing = projectRule({
  id: 'inspection/weekly-missing',
  says: {
    zh: '服务期内有工作日的每一周都有巡检记录。',
    en: 'Every week of the service period with a workday has an inspection.',
  },
  why: {
    zh: '合同要求做好每周系统巡检；漏掉的一周无法补做，验收时逐周核对。',
    en: 'The contract requires weekly inspections; a missed week cannot be made up, and acceptance checks each week.',
  },
  clauses: ['C3.1.1-01'],
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': CONFIG },
      asOf: '2026-08-20',
      message: '2026年第33周（2026-08-10 至 2026-08-16）没有巡检记录；已经巡检的，请登记为 XJ-2026-W33。',
    },
    {
      bad: { 'docket.yml': calm, [W33]: on('«2026-08-21»') },
      asOf: '2026-08-22',
      message: 'XJ-2026-W33 的巡检日期 2026-08-21 在2026年第33周结束 3 天以后，不能算作该周的巡检；日期有误的请更正。',
    },
    { good: { 'docket.yml': calm, [W33]: on('2026-08-17') }, asOf: '2026-08-22' },
    {
      good: { 'docket.yml': calm, 'records/inspection/2026/XJ-2026-H06.md': on('2026-08-12', 'holiday') },
      asOf: '2026-08-22',
    },
    { good: { 'docket.yml': calm }, asOf: '2026-08-19' },
    { good: { 'docket.yml': calm.replace('weekly: true', 'weekly: false') } },
    { good: { 'records/inspection/2026/XJ-2026-W33.md': on('2026-08-14') } },
  ],

  *check(project) {
    const grace = project.get(terms, ALL).inspection_grace_days;
    for (const { key, from, to, served } of inspectionsDue(project, 'weekly')) {
      if (served !== 'missing') continue;
      const period = parsePeriod(key);
      const week = period ? periodLabel(period) : { zh: key, en: key };
      const record = project.entries('inspection').find(({ id }) => id === `XJ-${key}`);
      if (record) {
        const zh = `${record.id} 的巡检日期 ${record.data['date']} 在${week.zh}结束 ${grace} 天以后，不能算作该周的巡检；日期有误的请更正。`;
        const en = `${record.id} is dated ${record.data['date']}, more than ${grace} days after ${week.en}, and does not count for that week: correct the date if it is wrong.`;
        yield { at: placeOf(record, '/date'), id: record.id, say: { zh, en } };
      } else {
        const zh = `${week.zh}（${from} 至 ${to}）没有巡检记录；已经巡检的，请登记为 XJ-${key}。`;
        const en = `There is no inspection of ${week.en} (${from} to ${to}): if it was made, register it as XJ-${key}.`;
        yield { at: dutyPlace(project), id: `XJ-${key}`, say: { zh, en } };
      }
    }
  },
});

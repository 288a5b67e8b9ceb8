import type { Inspection } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { projectRule } from '../rule.ts';
import { dutyPlace, inspectionsDue } from './plan.ts';

const CONFIG =
  'project: { period: { from: 2026-02-01, to: 2026-03-31 } }\nduties: { «inspection»: { holiday: true } }\n';
const calm = CONFIG.replace(/[«»]/g, '');
const on = (date: string, kind = 'holiday') =>
  `---\nstatus: completed\nkind: ${kind}\ndate: ${date}\nholiday: 春节\n---\n# 巡检\n`;
const H02 = 'records/inspection/2026/XJ-2026-H02.md';

export const holidayMissing = projectRule({
  id: 'inspection/holiday-missing',
  says: {
    zh: '服务期内的每个法定节假日都有节假日巡检记录。',
    en: 'Every public holiday in the service period has an inspection.',
  },
  why: {
    zh: '合同要求节假日巡检；从节前一个工作日到假期最后一天之间巡检一次。',
    en: 'The contract requires inspections for holidays: one between the workday before and the last free day.',
  },
  clauses: ['C3.1.1-02'],
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': CONFIG },
      asOf: '2026-03-01',
      message: '春节假期没有节假日巡检记录（应在 2026-02-14 至 2026-02-23 之间）；已经巡检的，请补登记。',
    },
    {
      bad: { 'docket.yml': calm, [H02]: on('«2026-02-25»') },
      asOf: '2026-03-01',
      message:
        'XJ-2026-H02 的巡检日期 2026-02-25 不在春节假期的巡检期间（2026-02-14 至 2026-02-23）；日期有误的请更正。',
    },
    { good: { 'docket.yml': calm, [H02]: on('2026-02-14') }, asOf: '2026-03-01' },
    {
      bad: { 'docket.yml': CONFIG, 'records/inspection/2026/XJ-2026-W08.md': on('2026-02-18', 'weekly') },
      asOf: '2026-03-01',
      message: '春节假期没有节假日巡检记录（应在 2026-02-14 至 2026-02-23 之间）；已经巡检的，请补登记。',
    },
    { good: { 'docket.yml': calm }, asOf: '2026-02-23' },
    { good: { 'docket.yml': calm.replace('holiday: true', 'holiday: false') } },
  ],

  *check(project) {
    for (const { name, from, to, served, by } of inspectionsDue(project, 'holiday')) {
      if (served === 'in-time') continue;
      const late = by === undefined ? undefined : project.entry<Inspection>(by);
      if (late) {
        const zh = `${late.id} 的巡检日期 ${late.data.date} 不在${name?.zh}假期的巡检期间（${from} 至 ${to}）；日期有误的请更正。`;
        const en = `${late.id} is dated ${late.data.date}, outside the days for ${name?.en} (${from} to ${to}): correct the date if it is wrong.`;
        yield { at: placeOf(late, '/date'), id: late.id, say: { zh, en } };
      } else {
        const zh = `${name?.zh}假期没有节假日巡检记录（应在 ${from} 至 ${to} 之间）；已经巡检的，请补登记。`;
        const en = `There is no inspection for ${name?.en}, due between ${from} and ${to}: if it was made, register it.`;
        yield { at: dutyPlace(project), say: { zh, en } };
      }
    }
  },
});

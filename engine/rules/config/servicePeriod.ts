import { addDays, monthLength, parseDate, writeDate } from '../../measure/time/date.ts';
import { CONFIG_PATH } from '../../model/config/projectConfig.ts';
import { projectRule } from '../rule.ts';
import { atKey, atValue } from '../../model/place.ts';

export const servicePeriod = projectRule({
  id: 'config/service-period',
  says: {
    zh: 'docket.yml 写明服务期，长度与合同一致。',
    en: 'docket.yml gives the service period, and it is as long as the contract says.',
  },
  why: {
    zh: '合同约定服务期为一年；巡检、报告和指标都按服务期计算，差一天就会多算或漏算。',
    en: 'The contract runs for a year; inspections, reports and figures are counted within it, so a day off is a duty too many or too few.',
  },
  clauses: ['C4.3-01'],
  severity: 'error',
  examples: [
    { bad: { 'docket.yml': '«docket:» 1\n' }, message: '没有写服务期：在 project.period 下写 from 和 to。' },
    {
      bad: { 'docket.yml': 'project:\n  period: { from: 2025-10-01, to: «2026-10-01» }\n' },
      message:
        '服务期自 2025-10-01 起 12 个月，应止于 2026-09-30，现为 2026-10-01。合同不是一年的，在 project.months 写月数。',
    },
    { good: { 'docket.yml': 'project:\n  period: { from: 2025-10-01, to: 2026-09-30 }\n' } },
    { good: { 'docket.yml': 'project:\n  months: 3\n  period: { from: 2025-11-30, to: 2026-02-27 }\n' } },
  ],

  *check(project) {
    if (!project.exists(CONFIG_PATH)) return;
    const { period } = project.config.project;
    if (period === undefined) {
      yield {
        at: atKey(CONFIG_PATH, '/project/period'),
        say: {
          zh: '没有写服务期：在 project.period 下写 from 和 to。',
          en: 'There is no service period: give from and to under project.period.',
        },
      };
      return;
    }
    const months = project.config.project.months;
    const last = lastDay(period.from, months);
    if (last === undefined || parseDate(period.to) === undefined || period.to === last) return;
    yield {
      at: atValue(CONFIG_PATH, '/project/period/to'),
      say: {
        zh: `服务期自 ${period.from} 起 ${months} 个月，应止于 ${last}，现为 ${period.to}。合同不是一年的，在 project.months 写月数。`,
        en: `${months} months from ${period.from} end on ${last}, not on ${period.to}. If the contract is not for a year, give its months under project.months.`,
      },
      fixes: [
        {
          title: { zh: `改为 ${last}`, en: `Change to ${last}` },
          safe: false,
          edits: [{ do: 'set', at: atValue(CONFIG_PATH, '/project/period/to'), value: last }],
        },
      ],
    };
  },
});

/** The day before the same day so many months later; a month without that day ends it sooner. */
function lastDay(from: string, months: number): string | undefined {
  if (parseDate(from) === undefined || !Number.isInteger(months)) return undefined;
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const count = month - 1 + months;
  const [endYear, endMonth] = [year + Math.floor(count / 12), (count % 12) + 1];
  return addDays(writeDate(endYear, endMonth, Math.min(day, monthLength(endYear, endMonth))), -1);
}

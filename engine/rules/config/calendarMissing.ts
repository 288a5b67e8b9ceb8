import { ALL } from '../../base/queries.ts';
import { coversYear } from '../../measure/time/calendar.ts';
import { addDays, earliest } from '../../measure/time/date.ts';
import { workCalendar } from '../../measure/agreed/terms.ts';
import { CONFIG_PATH } from '../../model/config/projectConfig.ts';
import { today } from '../duties.ts';
import { projectRule } from '../rule.ts';
import { atValue } from '../../model/place.ts';

/** Days before a year from which terms begin to reach into it. */
const NOTICE = 31;

export const calendarMissing = projectRule({
  id: 'config/calendar-missing',
  says: {
    zh: '节假日安排覆盖服务期中已到和将到的年份。',
    en: 'The calendar knows the holidays of the years of service that have come or are near.',
  },
  why: {
    zh: '工作日时限和节假日巡检按放假安排计算；缺一年就会算错。',
    en: 'Terms in workdays and holiday inspections follow the public holidays; without a year of them they come out wrong.',
  },
  basis: 'practice',
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': 'project:\n  period: { from: 2091-07-01, to: «2092-06-30» }\n' },
      asOf: '2091-12-01',
      message: '没有 2091、2092 年的放假安排：国务院公布后更新本工具，或在 calendar.days 中写明。',
    },
    // The arrangement for a year is published in the autumn before it.
    { good: { 'docket.yml': 'project:\n  period: { from: 2026-07-01, to: 2027-06-30 }\n' }, asOf: '2026-07-15' },
    { good: { 'docket.yml': 'project:\n  period: { from: 2025-10-01, to: 2026-09-30 }\n' } },
    {
      good: {
        'docket.yml': 'calendar: { holidays: none }\nproject:\n  period: { from: 2091-07-01, to: 2092-06-30 }\n',
      },
    },
  ],

  *check(project) {
    const { period } = project.config.project;
    if (period === undefined || !project.exists(CONFIG_PATH)) return;
    const calendar = project.get(workCalendar, ALL);
    const near = addDays(today(project), NOTICE);
    const [first, last] = [period.from, earliest(period.to, near)].map(day => Number(day.slice(0, 4))) as [
      number,
      number,
    ];
    const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n).filter(
      year => !coversYear(calendar, year),
    );
    if (years.length === 0) return;
    yield {
      at: atValue(CONFIG_PATH, '/project/period/to'),
      say: {
        zh: `没有 ${years.join('、')} 年的放假安排：国务院公布后更新本工具，或在 calendar.days 中写明。`,
        en: `The public holidays of ${years.join(', ')} are not known: update Docket once they are published, or list them under calendar.days.`,
      },
    };
  },
});

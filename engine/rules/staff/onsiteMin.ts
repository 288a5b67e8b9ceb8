import { ALL } from '../../base/queries.ts';
import { daysBetween } from '../../measure/time/date.ts';
import { terms } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { agreedDuty, inConfig } from '../duties.ts';
import { projectRule } from '../rule.ts';
import { shortStretches, stretchWords, team } from './headcount.ts';

const CONFIG =
  'project: { period: { from: 2026-03-30, to: 2026-09-30 } }\nduties: { «onsite_min»: { value: 1, source: contract } }\n';
const calm = CONFIG.replace(/[«»]/g, '');
const person = (entry: string, more = '') =>
  `---\nstatus: active\nname: 卫十二\nline: 1\nonsite: true\nentry_date: ${entry}\n${more}---\n# 卫十二\n`;
const RY = 'people/staff/RY-012.md';

export const onsiteMin = projectRule({
  id: 'staff/onsite-min',
  says: {
    zh: '每个工作日一线驻场人数不少于约定人数。',
    en: 'On every workday at least the promised number of first-line people is on site.',
  },
  why: {
    zh: '合同约定一线常驻现场人数不少于规定人数；接替人员晚到一天，当天就不足额。',
    en: 'The contract sets a minimum number of people on site; when a successor comes a day late, that day has too few.',
  },
  clauses: ['C1-01', 'C4.1-01'],
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [RY]: person('2026-04-02') },
      asOf: '2026-04-10',
      message:
        '2026-03-30 至 2026-04-01（3 个工作日）一线驻场只有 0 人，少于约定的 1 人；请核对人员的入场、离场日期，确有缺口的尽快补足。',
    },
    {
      bad: { 'docket.yml': CONFIG, [RY]: person('2026-03-30', 'leave_date: 2026-03-31\n') },
      asOf: '2026-04-01',
      message:
        '2026-04-01（1 个工作日）一线驻场只有 0 人，少于约定的 1 人；请核对人员的入场、离场日期，确有缺口的尽快补足。',
    },
    { good: { 'docket.yml': calm, [RY]: person('2026-03-30') }, asOf: '2026-04-10' },
    { good: { 'docket.yml': calm, [RY]: person('2026-03-28', 'leave_date: 2026-09-30\n') } },
    { good: { 'docket.yml': calm.replace('contract', 'default') } },
    { good: { 'docket.yml': 'project: { period: { from: 2026-03-30, to: 2026-09-30 } }\n' } },
  ],

  *check(project) {
    const wanted = project.get(terms, ALL).onsite_min;
    if (wanted === 0 || agreedDuty(project.config.duties.onsite_min) === undefined) return;
    const onsite = team(project).filter(({ data }) => data.onsite === true && String(data.line) === '1');
    for (const stretch of shortStretches(project, onsite, wanted)) {
      const when = stretchWords(stretch);
      const moved = onsite.filter(
        ({ data }) => isNear(data.leave_date, stretch.from) || isNear(stretch.to, data.entry_date),
      );
      yield {
        at: inConfig('/duties/onsite_min'),
        say: {
          zh: `${when.zh}一线驻场只有 ${stretch.fewest} 人，少于约定的 ${wanted} 人；请核对人员的入场、离场日期，确有缺口的尽快补足。`,
          en: `On ${when.en} only ${stretch.fewest} first-line people were on site, but ${wanted} were promised: check the dates of entry and leaving, or add people.`,
        },
        related: moved.map(entry => ({
          at: placeOf(entry, isNear(entry.data.leave_date, stretch.from) ? '/leave_date' : '/entry_date'),
          say: {
            zh: `${entry.id} ${entry.data.name ?? ''} 在此前后入场或离场`,
            en: `${entry.id} started or left around that time`,
          },
        })),
      };
    }
  },
});

/** Whether two days are at most ten days apart: such a change of staff may explain a gap. */
function isNear(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const days = daysBetween(before, after);
  return days >= 0 && days <= 10;
}

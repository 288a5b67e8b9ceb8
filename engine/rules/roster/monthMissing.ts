import type { DutyRoster } from '../../../docs-schema/generated/types.ts';
import { periodLabel, periodsIn } from '../../measure/time/period.ts';
import { inConfig, serviceSoFar } from '../duties.ts';
import { projectRule } from '../rule.ts';

const CONFIG = 'project: { «period»: { from: 2026-02-27, to: 2026-09-30 } }\n';
const roster = (month: string) =>
  `---\nstatus: planned\nmonth: "${month}"\nshifts: [{ date: ${month}-01, from: "00:00", to: "24:00", person: RY-001, kind: oncall }]\n---\n# 值班\n`;

export const monthMissing = projectRule({
  id: 'roster/month-missing',
  says: { zh: '服务期内每个月都有值班表。', en: 'Every month of the service period has a duty roster.' },
  why: {
    zh: '合同要求提供 7×24 小时响应服务；没有值班表，就不能证明该月有人值守。',
    en: 'The contract promises a response at any hour; without a roster there is no proof that a person was on duty in that month.',
  },
  clauses: ['C4.1-07'],
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': CONFIG, 'people/duty-roster/ZP-2026-02.md': roster('2026-02') },
      asOf: '2026-03-02',
      message: '没有2026年3月的值班表；请登记 ZP-2026-03。',
    },
    {
      good: {
        'docket.yml': CONFIG.replace(/[«»]/g, ''),
        'people/duty-roster/ZP-2026-02.md': roster('2026-02'),
        'people/duty-roster/ZP-2026-03.md': roster('2026-03'),
      },
      asOf: '2026-03-02',
    },
    { good: { 'docket.yml': CONFIG.replace(/[«»]/g, '') }, asOf: '2026-03-02' },
  ],

  *check(project) {
    const rosters = project.entries<DutyRoster>('duty-roster');
    const days = serviceSoFar(project);
    // A project without any roster proves its duty in another way, so nothing is missing.
    if (days === undefined || rosters.length === 0) return;
    const known = new Set(rosters.map(({ data }) => data.month));
    for (const period of periodsIn('month', days.from, days.to)) {
      if (known.has(period.key)) continue;
      const label = periodLabel(period);
      const id = `ZP-${period.key}`;
      yield {
        at: inConfig('/project/period'),
        id,
        say: {
          zh: `没有${label.zh}的值班表；请登记 ${id}。`,
          en: `There is no duty roster for ${label.en}: register ${id}.`,
        },
      };
    }
  },
});

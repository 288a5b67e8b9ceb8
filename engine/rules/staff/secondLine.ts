import { inConfig } from '../duties.ts';
import { projectRule } from '../rule.ts';
import { shortStretches, stretchWords, team } from './headcount.ts';

const CONFIG = 'project: { «period»: { from: 2026-03-30, to: 2026-09-30 } }\n';
const calm = CONFIG.replace(/[«»]/g, '');
const person = (line: string) =>
  `---\nstatus: active\nname: 褚十一\nline: "${line}"\nentry_date: 2026-03-30\n---\n# 褚十一\n`;
const RY = 'people/staff/RY-010.md';

export const secondLine = projectRule({
  id: 'staff/second-line',
  says: { zh: '服务期内始终有二线人员。', en: 'A second line exists during the whole service.' },
  why: {
    zh: '合同要求二线人员负责性能优化、应急处理和疑难排查；没有二线人员，问题就不能升级处理。',
    en: 'The contract requires a second line for performance, emergencies and difficult faults; without it nothing can be escalated.',
  },
  clauses: ['C4.2-01'],
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [RY]: person('1') },
      asOf: '2026-03-31',
      message: '2026-03-30 至 2026-03-31（2 个工作日）没有二线人员；请登记二线人员（line: 2）及其入场日期。',
    },
    { good: { 'docket.yml': calm, [RY]: person('2') }, asOf: '2026-03-31' },
    { good: { 'docket.yml': calm, [RY]: person('1') }, asOf: '2026-03-29' },
    { good: { 'docket.yml': calm } },
  ],

  *check(project) {
    const all = team(project);
    if (all.length === 0) return;
    for (const stretch of shortStretches(
      project,
      all.filter(({ data }) => String(data.line) === '2'),
      1,
    )) {
      const when = stretchWords(stretch);
      yield {
        at: inConfig('/project/period'),
        say: {
          zh: `${when.zh}没有二线人员；请登记二线人员（line: 2）及其入场日期。`,
          en: `On ${when.en} there was no second line: register its people (line: 2) and their dates of entry.`,
        },
      };
    }
  },
});

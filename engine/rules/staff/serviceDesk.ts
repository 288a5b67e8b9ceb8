import { inConfig } from '../duties.ts';
import { projectRule } from '../rule.ts';
import { shortStretches, stretchWords, team } from './headcount.ts';

const CONFIG = 'project: { «period»: { from: 2026-03-30, to: 2026-09-30 } }\n';
const calm = CONFIG.replace(/[«»]/g, '');
const person = (roles: string, status = 'active') =>
  `---\nstatus: ${status}\nname: 钱二\nroles: [${roles}]\nentry_date: 2026-03-30\n---\n# 钱二\n`;
const RY = 'people/staff/RY-002.md';

export const serviceDesk = projectRule({
  id: 'staff/service-desk',
  says: {
    zh: '每个工作日都有在岗的客户服务人员。',
    en: 'On every workday at least one person of the service desk is in service.',
  },
  why: {
    zh: '合同要求配置客户服务人员，受理全省用户的问题和业务需求。',
    en: 'The contract requires service staff who take the problems and requests of all users.',
  },
  clauses: ['C3.2-01'],
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [RY]: person('developer') },
      asOf: '2026-03-31',
      message:
        '2026-03-30 至 2026-03-31（2 个工作日）没有在岗的客户服务人员；请在人员登记表中登记角色 service_desk，或补充人员。',
    },
    { good: { 'docket.yml': calm, [RY]: person('service_desk, doc') }, asOf: '2026-03-31' },
    { good: { 'docket.yml': calm, [RY]: person('developer') }, asOf: '2026-03-29' },
    { good: { 'docket.yml': calm } },
  ],

  *check(project) {
    const all = team(project);
    if (all.length === 0) return;
    const desk = all.filter(({ data }) => data.roles?.includes('service_desk'));
    for (const stretch of shortStretches(project, desk, 1)) {
      const when = stretchWords(stretch);
      yield {
        at: inConfig('/project/period'),
        say: {
          zh: `${when.zh}没有在岗的客户服务人员；请在人员登记表中登记角色 service_desk，或补充人员。`,
          en: `On ${when.en} there was no person of the service desk: give a person the role service_desk, or add people.`,
        },
      };
    }
  },
});

import type { AcceptanceApplication } from '../../../docs-schema/generated/types.ts';
import { parseDate } from '../../measure/time/date.ts';
import { entryRule } from '../rule.ts';

const CONFIG = 'project: { period: { from: 2025-10-01, to: 2026-09-30 } }\n';
const YS = 'acceptance/YS-2026-01.md';
const application = (day: string) =>
  `---\ntype: acceptance-application\nstatus: submitted\nsubmitted_at: ${day}\n---\n# 申请\n`;

export const afterServiceEnd = entryRule<AcceptanceApplication>({
  id: 'acceptance/after-service-end',
  says: {
    zh: '验收申请在服务期截止后提交。',
    en: 'The application for acceptance is handed in after the service period has ended.',
  },
  why: {
    zh: '采购文件规定最终验收在服务内容执行完毕、服务期截止后进行。',
    en: 'The tender places the final acceptance after all services are done and the service period has ended.',
  },
  clauses: ['C6-3'],
  severity: 'error',
  kinds: ['acceptance-application'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [YS]: application('«2026-09-28»') },
      message: 'YS-2026-01 于 2026-09-28 提交，服务期到 2026-09-30 才截止；最终验收应在服务期截止后申请。',
    },
    { good: { 'docket.yml': CONFIG, [YS]: application('2026-10-01') } },
    { good: { [YS]: application('2026-09-28') } },
  ],

  *check(page, { config }) {
    const day = parseDate(page.data.submitted_at);
    const { period } = config.project;
    const { id, broken } = page.entry;
    if (broken || day === undefined || period === undefined || day > period.to) return;
    yield {
      at: page.at('/submitted_at'),
      id,
      say: {
        zh: `${id} 于 ${day} 提交，服务期到 ${period.to} 才截止；最终验收应在服务期截止后申请。`,
        en: `${id} was handed in on ${day}, but the service runs until ${period.to}: apply for the final acceptance after that day.`,
      },
    };
  },
});

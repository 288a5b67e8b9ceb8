import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const reporterRequired = entryRule({
  id: 'ticket/reporter-required',
  says: { zh: '维护任务处理单写明提出人及其单位。', en: 'A ticket says who reported it and from which organisation.' },
  why: {
    zh: '服务面向全省用户，问题按单位和地区归集；不知道是谁提的，处理结果也无处反馈。',
    en: 'The contract serves users of the whole province; without the organisation the result cannot be reported back.',
  },
  clauses: ['C3.2-03'],
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: «registered»\n---\n# 登录失败\n' },
      message: 'WX-2026-0001 缺少“提出人”（reporter）。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: registered\nreporter:\n  «name: 范敏»\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 缺少“单位”（org）。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\nreporter: { org: 望川市XX局 }\n---\n# 登录失败\n',
      },
    },
  ],

  check: page => unmetFor('ticket/reporter-required', page),
});

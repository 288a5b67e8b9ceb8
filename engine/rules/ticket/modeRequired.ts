import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const modeRequired = entryRule({
  id: 'ticket/mode-required',
  says: {
    zh: '处理中的维护任务处理单写明服务层级和服务方式。',
    en: 'A ticket in progress names its support line and service mode.',
  },
  why: {
    zh: '合同约定一线驻场、二线远程支持或应急现场两种服务方式；每张单据都要能看出由谁、以什么方式处理。',
    en: 'The contract has a first line on site and a second line remotely or in emergencies; each record shows which one served.',
  },
  clauses: ['C4.0-01'],
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: «processing»\nsupport_line: 1\n---\n# 登录失败\n' },
      message: 'WX-2026-0001 缺少“服务方式”（service_mode）：状态已到“处理中”。',
    },
    { good: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: accepted\n---\n# 登录失败\n' } },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: processing\nsupport_line: 1\nservice_mode: onsite\n---\n# 登录失败\n',
      },
    },
  ],

  check: page => unmetFor('ticket/mode-required', page),
});

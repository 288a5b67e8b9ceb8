import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const feedbackRequired = entryRule({
  id: 'ticket/feedback-required',
  says: {
    zh: '已反馈的维护任务处理单写明反馈时间和渠道。',
    en: 'A ticket with feedback to the user states the time and the channel.',
  },
  why: {
    zh: '合同要求处理完成后及时向用户反馈；没有时间和渠道，反馈就没有凭据。',
    en: 'The contract requires feedback to the user; without a time and a channel there is no evidence.',
  },
  clauses: ['C3.2-23'],
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: «closed»\nfeedback_channel: phone\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 缺少“反馈时间”（feedback_at）：状态已到“已反馈”。',
    },
    { good: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: resolved\n---\n# 登录失败\n' } },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\nfeedback_at: "2026-01-05T10:00:00+08:00"\nfeedback_channel: phone\n---\n# 登录失败\n',
      },
    },
  ],

  check: page => unmetFor('ticket/feedback-required', page),
});

import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const feedbackRequired = entryRule({
  id: 'requirement/feedback-required',
  says: {
    zh: '已反馈的需求写明反馈时间和渠道。',
    en: 'A requirement with feedback to the user states the time and the channel.',
  },
  why: {
    zh: '合同要求将处理意见反馈给用户，不采纳的也要反馈。',
    en: 'The contract requires the opinion to be told to the user, also when it is a refusal.',
  },
  clauses: ['C3.2-09'],
  severity: 'error',
  kinds: ['requirement'],
  examples: [
    {
      bad: {
        'records/requirement/2026/XQ-2026-0003.md':
          '---\nstatus: «rejected»\nfeedback_channel: phone\n---\n# 自定义首页图片\n',
      },
      message: 'XQ-2026-0003 缺少“反馈时间”（feedback_at）：状态已到“已反馈”。',
    },
    {
      good: {
        'records/requirement/2026/XQ-2026-0003.md':
          '---\nstatus: closed\nfeedback_at: "2026-03-19T10:00:00+08:00"\nfeedback_channel: phone\n---\n# 自定义首页图片\n',
      },
    },
    { good: { 'records/requirement/2026/XQ-2026-0003.md': '---\nstatus: decided\n---\n# 自定义首页图片\n' } },
  ],

  check: page => unmetFor('requirement/feedback-required', page),
});

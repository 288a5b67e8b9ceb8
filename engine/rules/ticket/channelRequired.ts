import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const channelRequired = entryRule({
  id: 'ticket/channel-required',
  says: { zh: '维护任务处理单写明受理渠道。', en: 'A ticket says through which channel it came in.' },
  why: {
    zh: '合同要求通过钉钉群、QQ、微信、工单系统、电话等多种方式受理；没有渠道，月报里的渠道分布就无从统计。',
    en: 'The contract requires several channels; without the channel there is no proof that they are in use.',
  },
  clauses: ['C3.2-02'],
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: «registered»\n---\n# 登录失败\n' },
      message: 'WX-2026-0001 缺少“受理渠道”（channel）。',
    },
    { good: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: registered\nchannel: phone\n---\n# 登录失败\n' } },
    { good: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: registered\n渠道: 钉钉群\n---\n# 登录失败\n' } },
  ],

  check: page => unmetFor('ticket/channel-required', page),
});

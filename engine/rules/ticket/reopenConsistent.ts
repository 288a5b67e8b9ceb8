import { disagreementsFor } from '../disagreements.ts';
import { entryRule } from '../rule.ts';

const LOG =
  '## 处理过程\n\n| 时间 | 处理人 | 内容 |\n|---|---|---|\n| 2026-03-05 16:20 | 孙三 | 发出填写说明 |\n| 2026-03-16 09:40 | 孙三 | 重开：用户反映仍看不到 |\n';

export const reopenConsistent = entryRule({
  id: 'ticket/reopen-consistent',
  says: {
    zh: '重开次数与处理过程中的重开记录一致。',
    en: 'The reopen count equals the reopenings in the handling log.',
  },
  why: {
    zh: '重开率是考核指标；次数与过程对不上，指标就不可信。不填则自动计算。',
    en: 'The reopen rate is assessed; a count that differs from the log cannot be trusted. When it is left out, Docket computes it.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0009.md': `---\nstatus: closed\nreopen_count: «0»\n---\n# 校验提示不明确\n\n${LOG}`,
      },
      message: 'WX-2026-0009 的“重开次数”写作 0，按文档其他内容应为 1。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0009.md': `---\nstatus: closed\nreopen_count: 1\n---\n# 校验提示不明确\n\n${LOG}`,
      },
    },
    { good: { 'records/ticket/2026/WX-2026-0009.md': `---\nstatus: closed\n---\n# 校验提示不明确\n\n${LOG}` } },
  ],

  check: (page, settings) => disagreementsFor('ticket/reopen-consistent', page, settings),
});

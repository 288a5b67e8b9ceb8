import type { Ticket } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const causeRequired = entryRule<Ticket>({
  id: 'ticket/cause-required',
  says: { zh: '已解决的维护任务处理单写明问题原因。', en: 'A resolved ticket states the cause of the problem.' },
  why: {
    zh: '合同要求维护任务处理单包括问题原因分析；只抄一遍问题描述不是原因。',
    en: 'The contract requires a cause in every problem form; a repeated description is not a cause.',
  },
  clauses: ['C4.5-02'],
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: resolved\n---\n# 登录失败\n\n## «问题原因分析»\n' },
      message: 'WX-2026-0001 已解决，但章节为空：“问题原因分析”。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: resolved\n---\n# 登录失败\n\n## 问题描述\n\n用户反映登录页面验证码图片不显示，无法登录系统。\n\n## «问题原因分析»\n\n用户反映登录页面验证码图片不显示，无法登录系统。\n',
      },
      message: 'WX-2026-0001 的“问题原因分析”只是重复了问题描述，请写明原因。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: resolved\n---\n# 登录失败\n\n## 问题描述\n\n登录失败。\n\n## 问题原因分析\n\n应用节点1的会话缓存占满，验证码写入失败。\n',
      },
    },
    { good: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: processing\n---\n# 登录失败\n' } },
    // doc/placeholder reports a placeholder in a closed ticket.
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: closed\n---\n# 登录失败\n\n## 问题原因分析\n\n同上\n',
      },
    },
  ],

  *check(page) {
    yield* unmetFor('ticket/cause-required', page);
    if (!page.reached('resolved') || page.section('cause') === undefined) return;
    const cause = words(page.content('cause'));
    if (cause === '' || cause !== words(page.content('description'))) return;
    const { id } = page.entry;
    yield {
      at: page.atSection('cause'),
      say: {
        zh: `${id} 的“问题原因分析”只是重复了问题描述，请写明原因。`,
        en: `The cause of ${id} repeats its description: write what caused the problem.`,
      },
    };
  },
});

function words(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}

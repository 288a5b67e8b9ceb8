import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const causeCategory = entryRule({
  id: 'ticket/cause-category',
  says: { zh: '已解决的维护任务处理单写明原因分类。', en: 'A resolved ticket states its cause category.' },
  why: {
    zh: '月报中的问题归纳、缺陷率和重复故障率都按原因分类统计；关闭时仍“未查明”等于没有结论。',
    en: 'Reports count problems by cause; a ticket closed with an unknown cause has no conclusion.',
  },
  clauses: ['C4.1-05', 'C4.5-02'],
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: «resolved»\n---\n# 登录失败\n' },
      message: 'WX-2026-0001 缺少“原因分类”（cause_category）：状态已到“已解决”。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: closed\ncause_category: «unknown»\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 已关闭，原因分类仍是“未查明”；请查明后填写，或重新打开。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: resolved\ncause_category: unknown\n---\n# 登录失败\n',
      },
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: closed\ncause_category: 程序缺陷\n---\n# 登录失败\n',
      },
    },
  ],

  *check(page) {
    yield* unmetFor('ticket/cause-category', page);
    if (!page.reached('closed') || page.data['cause_category'] !== 'unknown') return;
    const { id } = page.entry;
    yield {
      at: page.at('/cause_category'),
      id,
      say: {
        zh: `${id} 已关闭，原因分类仍是“未查明”；请查明后填写，或重新打开。`,
        en: `${id} is closed with an unknown cause: find the cause, or reopen it.`,
      },
    };
  },
});

import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const sectionRequired = entryRule({
  id: 'doc/section-required',
  says: {
    zh: '文档具备其类型和状态要求的章节，且章节有内容。',
    en: 'A document has the sections that its kind and state require, and they are not empty.',
  },
  why: {
    zh: '单据要按规范填写；缺少的章节验收时无法补写当时的事实。',
    en: 'Forms must be filled in according to the standard; content left out cannot be reconstructed at acceptance.',
  },
  clauses: ['C4.5-01', 'C3.1.2-08'],
  severity: 'error',
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: registered\nid: «WX-2026-0001»\n---\n# 登录失败\n' },
      message: 'WX-2026-0001 缺少章节“问题描述”。',
    },
    // A row of a journal.
    {
      bad: {
        'records/ticket/2026/WX-2026-05.md':
          '---\nid: WX-2026-05\ntype: journal\nof: ticket\n---\n# 登记簿\n\n| id | 状态 |\n| --- | --- |\n| «WX-2026-0001» | registered |\n',
      },
      message: 'WX-2026-0001 缺少章节“问题描述”。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n',
      },
    },
  ],
  check: page => unmetFor('doc/section-required', page),
});

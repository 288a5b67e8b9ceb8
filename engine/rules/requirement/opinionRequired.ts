import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const opinionRequired = entryRule({
  id: 'requirement/opinion-required',
  says: {
    zh: '已出处理意见的需求写明结论和意见内容。',
    en: 'A decided requirement has an opinion: a result, and its reason in words.',
  },
  why: {
    zh: '合同要求对需求做出处理意见；采纳与否要有结论，也要有理由。',
    en: 'The contract requires an opinion on every requirement: a result and its reason.',
  },
  clauses: ['C3.2-08'],
  severity: 'error',
  kinds: ['requirement'],
  examples: [
    {
      bad: {
        'records/requirement/2026/XQ-2026-0001.md':
          '---\nstatus: «decided»\n---\n# 超期提醒\n\n## 处理意见\n\n同意采纳。\n',
      },
      message: 'XQ-2026-0001 缺少“处理意见结论”（opinion）：状态已到“已出处理意见”。',
    },
    {
      bad: {
        'records/requirement/2026/XQ-2026-0001.md':
          '---\nstatus: decided\nopinion: reject\n---\n# 自定义首页图片\n\n## «处理意见»\n',
      },
      message: 'XQ-2026-0001 已出处理意见，但章节为空：“处理意见”。',
    },
    {
      good: {
        'records/requirement/2026/XQ-2026-0001.md':
          '---\nstatus: decided\nopinion: accept\n---\n# 超期提醒\n\n## 处理意见\n\n同意采纳。\n',
      },
    },
    { good: { 'records/requirement/2026/XQ-2026-0001.md': '---\nstatus: analyzed\n---\n# 超期提醒\n' } },
  ],

  check: page => unmetFor('requirement/opinion-required', page),
});

import { acceptanceAsked } from '../acceptance/applications.ts';
import { itemRule } from '../rule.ts';
import { atItem } from '../../model/place.ts';

const YS = 'acceptance/YS-2026-01.md';
const asked = { [YS]: '---\ntype: acceptance-application\nstatus: submitted\n---\n# 申请\n' };
const DOC = 'contract/obligations-tender.md';
const register = (row: string) =>
  `---\nid: obligations-tender\ntype: obligations\nstatus: registered\nsource: tender\n---\n# 履约事项清单\n\n## 履约事项\n\n| 编号 | 原文 | 结论 | 偏离说明 |\n|---|---|---|---|\n${row}`;

export const conclusion = itemRule({
  id: 'obligation/conclusion',
  says: {
    zh: '申请验收时每项履约事项都有结论，未完全满足的有说明。',
    en: 'When acceptance is applied for, every obligation has a conclusion, and one that is not fully met has an explanation.',
  },
  why: {
    zh: '验收小组逐项判定；自验没有结论的事项会被当场质疑。',
    en: 'The acceptance group judges row by row; it questions a row without a conclusion at once.',
  },
  clauses: ['C6-6'],
  severity: 'warning',
  kinds: ['obligation'],
  examples: [
    {
      bad: { ...asked, [DOC]: register('| «C1-01» | 组建团队 |  |  |\n') },
      message: '履约事项 C1-01 没有结论（满足、部分满足、不满足或不适用）。',
    },
    {
      bad: { ...asked, [DOC]: register('| C1-01 | 组建团队 | «部分满足» |  |\n') },
      message: '履约事项 C1-01 未完全满足，没有偏离说明。',
    },
    {
      good: {
        ...asked,
        [DOC]: register('| C1-01 | 组建团队 | 满足 |  |\n| C1-02 | 快速响应 | 部分满足 | 一单超时 |\n'),
      },
    },
    { good: { [DOC]: register('| C1-01 | 组建团队 |  |  |\n') } },
  ],

  *check({ id, path, attributes }, project) {
    const { conclusion: reached, deviation } = attributes;
    const unexplained = (reached === 'partly' || reached === 'not-met') && !deviation;
    if ((reached !== undefined && !unexplained) || !acceptanceAsked(project)) return;
    yield {
      at: unexplained ? atItem(path, id, 'conclusion') : atItem(path, id),
      id,
      say: unexplained
        ? {
            zh: `履约事项 ${id} 未完全满足，没有偏离说明。`,
            en: `Obligation ${id} is not fully met: explain why.`,
          }
        : {
            zh: `履约事项 ${id} 没有结论（满足、部分满足、不满足或不适用）。`,
            en: `Obligation ${id} has no conclusion: write met, partly, not-met or n-a.`,
          },
    };
  },
});

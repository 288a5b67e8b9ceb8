import type { AcceptanceApplication, Obligations } from '../../../docs-schema/generated/types.ts';
import { isAsked } from '../acceptance/applications.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';

const YS = 'acceptance/YS-2026-01.md';
const asked = '---\nid: «YS-2026-01»\ntype: acceptance-application\nstatus: submitted\n---\n# 申请\n';
const calm = asked.replace(/[«»]/g, '');
const DOC = 'contract/obligations-bid.md';
const register = (head: string, row = '') =>
  `---\nid: obligations-bid\ntype: obligations\nstatus: registered\nsource: bid\n${head}---\n# 投标承诺\n\n## 履约事项\n\n| 编号 | 原文 |\n|---|---|\n${row}`;

export const bidRegistered = crossRule<AcceptanceApplication>({
  id: 'obligation/bid-registered',
  says: {
    zh: '申请验收时投标承诺已登记，或已声明没有额外承诺。',
    en: 'When acceptance is applied for, the promises of the bid are registered, or the register declares that there are none.',
  },
  why: {
    zh: '投标响应文件中的商务、技术承诺是验收标准的一部分，漏登一项就漏验一项。',
    en: 'The promises of the bid are part of the acceptance criteria; a promise that is not registered is not checked.',
  },
  clauses: ['C6-5'],
  severity: 'error',
  kinds: ['acceptance-application'],
  examples: [
    {
      bad: { [YS]: asked },
      message:
        '没有登记投标承诺；请建立来源为 bid 的履约事项清单，确无额外承诺的在清单中声明（no_further_promises: true）。',
    },
    {
      bad: { [YS]: asked, [DOC]: register('') },
      message:
        '没有登记投标承诺；请建立来源为 bid 的履约事项清单，确无额外承诺的在清单中声明（no_further_promises: true）。',
    },
    { good: { [YS]: calm, [DOC]: register('', '| B-01 | 15 分钟响应 |\n') } },
    { good: { [YS]: calm, [DOC]: register('no_further_promises: true\n') } },
    { good: { [YS]: calm.replace('submitted', 'draft') } },
  ],

  *check(entry, project) {
    if (entry.broken || !isAsked(entry, project)) return;
    const registers = project.entries<Obligations>('obligations').filter(({ data }) => data.source === 'bid');
    if (
      registers.some(
        ({ path, data }) =>
          data.no_further_promises === true || project.itemsIn(path).some(({ kind }) => kind === 'obligation'),
      )
    )
      return;
    yield {
      at: placeOf(entry, '/id'),
      id: entry.id,
      say: {
        zh: '没有登记投标承诺；请建立来源为 bid 的履约事项清单，确无额外承诺的在清单中声明（no_further_promises: true）。',
        en: 'Register the promises of the bid: write a register with source bid, or declare in it that there are none (no_further_promises: true).',
      },
    };
  },
});

import type { Rectification } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const ZG = 'records/rectification/2026/ZG-2026-001.md';
const sheet = (status: string, cells: string) =>
  `---\nstatus: ${status}\nsource: acceptance\nsource_ref: YSBG-2026-01\n---\n# 整改\n\n## 存在问题\n\n| 问题 | 整改要求 | 整改期限 | 整改措施 | 整改凭证 | 完成日期 | 复验人 | 复验日期 | 复验结果 |\n|---|---|---|---|---|---|---|---|---|\n${cells}`;
const ROW = '| 缺签字页 | 补齐 | 2026-10-30 | 已补签 | QZ-2026-09 | 2026-10-28 | 何科长 | 2026-11-03 |';

export const itemOpen = entryRule<Rectification>({
  id: 'rectification/item-open',
  says: {
    zh: '每项整改都有措施、凭证、完成日期和复验人，复验通过。',
    en: 'Every item of a rectification has its measure, evidence, date and re-check, and passed the re-check.',
  },
  why: {
    zh: '整改项要逐项销号；缺凭证或未复验的，等于没有整改。',
    en: 'Items are closed one by one; without evidence or a re-check an item stays open.',
  },
  clauses: ['C6-8a'],
  severity: 'error',
  kinds: ['rectification'],
  examples: [
    {
      bad: { [ZG]: sheet('done', '«| 缺签字页 | 补齐 | 2026-10-30 | 已补签 |  | 2026-10-28 |  |  |  |»\n') },
      message: 'ZG-2026-001 缺少“整改凭证”（evidence）：状态已到“已完成整改”。',
    },
    {
      bad: { [ZG]: sheet('closed', `${ROW} «不通过» |\n`) },
      message: 'ZG-2026-001 的“缺签字页”复验不通过，记录却已关闭；请继续整改并再次复验。',
    },
    { good: { [ZG]: sheet('closed', `${ROW} 通过 |\n`) } },
    { good: { [ZG]: sheet('issued', '| 缺签字页 | 补齐 | 2026-10-30 |  |  |  |  |  |  |\n') } },
  ],

  *check(page) {
    yield* unmetFor('rectification/item-open', page);
    const { id, broken } = page.entry;
    if (broken || !page.reached('rechecked_pass')) return;
    for (const [n, { problem = '', recheck_result }] of (page.data.items ?? []).entries()) {
      if (recheck_result !== 'fail') continue;
      const closed = page.reached('closed')
        ? { zh: '记录却已关闭', en: 'yet the record is closed' }
        : { zh: '记录却写复验通过', en: 'yet the record says it passed' };
      yield {
        at: page.at(`/items/${n}/recheck_result`),
        id,
        say: {
          zh: `${id} 的“${problem}”复验不通过，${closed.zh}；请继续整改并再次复验。`,
          en: `“${problem}” of ${id} failed its re-check, ${closed.en}: fix the problem and have it checked again.`,
        },
      };
    }
  },
});

import type { Assessment } from '../../../docs-schema/generated/types.ts';
import { parseDate } from '../../measure/time/date.ts';
import { placeOf } from '../../model/entry.ts';
import { today } from '../duties.ts';
import { crossRule } from '../rule.ts';

const KH = 'acceptance/assessment/KH-2026-S01.md';
const spot = (done: string, due = '«2026-03-28»') =>
  `---\nstatus: issued\nkind: spot\n---\n# 抽查\n\n## 存在问题\n\n| 问题 | 整改期限 | 完成日期 |\n|---|---|---|\n| 值班电话无人接听 | ${due} | ${done} |\n`;

export const findingOpen = crossRule<Assessment>({
  id: 'assessment/finding-open',
  says: { zh: '考核发现的问题按期整改。', en: 'Problems found by an assessment are fixed in time.' },
  why: {
    zh: '采购人有权不定期考核，中标人应当配合；逾期不改会重复扣分。',
    en: 'The purchaser may assess at any time; a problem that is not fixed in time costs points again.',
  },
  clauses: ['C6-2a', 'C6-2b'],
  severity: 'warning',
  kinds: ['assessment'],
  examples: [
    {
      bad: { [KH]: spot('') },
      asOf: '2026-03-30',
      message: 'KH-2026-S01 的问题“值班电话无人接听”应于 2026-03-28 前整改，至今未完成；完成的请填写完成日期。',
    },
    { good: { [KH]: spot('2026-03-27', '2026-03-28') }, asOf: '2026-03-30' },
    { good: { [KH]: spot('', '2026-03-28') }, asOf: '2026-03-28' },
  ],

  *check(entry, project) {
    if (entry.broken) return;
    for (const [n, { text = '', due, done_at }] of (entry.data.findings ?? []).entries()) {
      const last = parseDate(due);
      if (done_at !== undefined || last === undefined || last >= today(project)) continue;
      yield {
        at: placeOf(entry, `/findings/${n}/due`),
        id: entry.id,
        say: {
          zh: `${entry.id} 的问题“${text}”应于 ${last} 前整改，至今未完成；完成的请填写完成日期。`,
          en: `“${text}” of ${entry.id} was to be fixed by ${last}: fix it, or enter the date on which it was fixed.`,
        },
      };
    }
  },
});

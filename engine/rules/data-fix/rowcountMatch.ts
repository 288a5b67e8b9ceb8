import type { DataFix } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';

const SJ = 'records/data-fix/2026/SJ-2026-001.md';
const executed = (rows: string) => `---\nstatus: executed\nexpected_rows: 3\n${rows}---\n# 证照重号\n`;

export const rowcountMatch = entryRule<DataFix>({
  id: 'data-fix/rowcount-match',
  says: {
    zh: '实际处理的行数等于批准的预期行数，不等时写明原因。',
    en: 'The number of changed rows equals the approved number, or the form explains the difference.',
  },
  why: {
    zh: '批准的是一定的行数；多改一行是未经批准改动数据，少改一行是没有改完。',
    en: 'The approval covers a certain number of rows: one row more was not permitted, one row less is unfinished work.',
  },
  clauses: ['C3.1.5-03'],
  severity: 'error',
  kinds: ['data-fix'],
  examples: [
    {
      bad: { [SJ]: executed('actual_rows: «5»\n') },
      message: 'SJ-2026-001 批准处理 3 行，实际处理 5 行；请核对数据，并在 rows_note 说明差异。',
    },
    { good: { [SJ]: executed('actual_rows: 3\n') } },
    { good: { [SJ]: executed('actual_rows: 2\nrows_note: 其中 1 行已由窗口作废，无需处理\n') } },
    { good: { [SJ]: executed('actual_rows: 5\n').replace('executed', 'analyzed') } },
  ],

  *check(page) {
    const { expected_rows: expected, actual_rows: actual, rows_note: note } = page.data;
    const { id, broken } = page.entry;
    if (
      broken ||
      !page.reached('executed') ||
      note ||
      typeof expected !== 'number' ||
      typeof actual !== 'number' ||
      expected === actual
    )
      return;
    yield {
      at: page.at('/actual_rows'),
      id,
      say: {
        zh: `${id} 批准处理 ${expected} 行，实际处理 ${actual} 行；请核对数据，并在 rows_note 说明差异。`,
        en: `${id} was approved for ${expected} rows and changed ${actual}: check the data and explain it in rows_note.`,
      },
    };
  },
});

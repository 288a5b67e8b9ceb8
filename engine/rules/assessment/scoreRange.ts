import type { Assessment } from '../../../docs-schema/generated/types.ts';
import { disagreementsFor } from '../disagreements.ts';
import { entryRule, type EntryPage, type Remark } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const KH = 'acceptance/assessment/KH-2026-Q2.md';
const sheet = (rows: string, head = '') =>
  `---\nstatus: issued\n${head}---\n# 考核\n\n## 评分情况\n\n| 考核项 | 满分 | 得分 | 扣分原因 | 依据 |\n|---|---|---|---|---|\n${rows}`;

export const scoreRange = entryRule<Assessment>({
  id: 'assessment/score-range',
  says: {
    zh: '考核分数合理：不超满分，扣分有原因和依据，总分等于各项之和。',
    en: 'Scores are within range, each deduction has a reason and evidence, and the total is the sum of the scores.',
  },
  why: {
    zh: '考核成绩决定尾款；没有依据的扣分和加错的总分都会引起争议。',
    en: 'The score decides the final payment; a deduction without evidence or a wrong sum leads to a dispute.',
  },
  clauses: ['C4.8-01', 'C4.8-02'],
  severity: 'error',
  kinds: ['assessment'],
  examples: [
    {
      bad: { [KH]: sheet('| 巡检 | 10 | «12» |  |  |\n') },
      message: 'KH-2026-Q2 的“巡检”得分 12，应在 0 至 10 之间。',
    },
    {
      bad: { [KH]: sheet('| 巡检 | 10 | «6» | 缺一次 |  |\n') },
      message: 'KH-2026-Q2 的“巡检”扣 4 分，没有写明依据。',
    },
    {
      bad: { [KH]: sheet('| 巡检 | 10 | «6» |  |  |\n') },
      message: 'KH-2026-Q2 的“巡检”扣 4 分，没有写明扣分原因和依据。',
    },
    {
      bad: { [KH]: sheet('| 巡检 | 10 | 10 |  |  |\n| 文档 | 15 | 15 |  |  |\n', 'total: «24»\n') },
      message: 'KH-2026-Q2 的“总分”写作 24，按文档其他内容应为 25。',
    },
    { good: { [KH]: sheet('| 巡检 | 10 | 6 | 缺一次 | XJ-2026-W20 |\n| 文档 | 15 | 15 |  |  |\n', 'total: 21\n') } },
    { good: { [KH]: '---\nstatus: drafted\n---\n# 考核\n' } },
  ],

  *check(page, settings) {
    yield* unmetFor('assessment/score-range', page);
    yield* disagreementsFor('assessment/score-range', page, settings);
    if (!page.entry.broken) for (const [n, row] of (page.data.items ?? []).entries()) yield* rowReports(page, row, n);
  },
});

function* rowReports(
  page: EntryPage<Assessment>,
  row: NonNullable<Assessment['items']>[number],
  n: number,
): Iterable<Remark> {
  const { item = '', full, score, deduction_reason, evidence } = row;
  const { id } = page.entry;
  const at = page.at(`/items/${n}/score`);
  if (full === undefined || score === undefined) return;
  if (score < 0 || score > full) {
    yield {
      at,
      id,
      say: {
        zh: `${id} 的“${item}”得分 ${score}，应在 0 至 ${full} 之间。`,
        en: `“${item}” of ${id} scores ${score}; the score must be from 0 to ${full}.`,
      },
    };
    return;
  }
  const lacks = [
    ...(deduction_reason ? [] : [{ zh: '扣分原因', en: 'reason' }]),
    ...(evidence ? [] : [{ zh: '依据', en: 'evidence' }]),
  ];
  if (score === full || lacks.length === 0) return;
  const points = Math.round((full - score) * 100) / 100;
  const zh = `${id} 的“${item}”扣 ${points} 分，没有写明${lacks.map(one => one.zh).join('和')}。`;
  yield {
    at,
    id,
    say: { zh, en: `“${item}” of ${id} loses ${points} points without ${lacks.map(one => one.en).join(' and ')}.` },
  };
}

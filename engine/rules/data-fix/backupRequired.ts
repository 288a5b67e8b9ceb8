import type { DataFix } from '../../../docs-schema/generated/types.ts';
import { momentIn } from '../../measure/agreed/terms.ts';
import { asPrinted } from '../approvals.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const SJ = 'records/data-fix/2026/SJ-2026-001.md';
const executed = (backup: string) =>
  `---\nstatus: executed\nexecuted_at: "2026-01-19T19:25:00+08:00"\n${backup}---\n# 证照重号\n`;
const backupAt = (at: string) => `backup:\n  object: bak_t_certificate_20260119\n  at: ${at}\n`;

export const backupRequired = entryRule<DataFix>({
  id: 'data-fix/backup-required',
  says: { zh: '处理异常数据前做了备份。', en: 'The data was backed up before it was corrected.' },
  why: {
    zh: '没有处理前的备份，改错的数据无法还原。',
    en: 'Without a backup made before, a wrong correction cannot be undone.',
  },
  clauses: ['C3.1.5-03'],
  severity: 'error',
  kinds: ['data-fix'],
  examples: [
    {
      bad: { [SJ]: executed('').replace('executed\n', '«executed»\n') },
      message: 'SJ-2026-001 缺少“备份”（backup）：状态已到“已执行”。',
    },
    {
      bad: { [SJ]: executed(backupAt('"«2026-01-19T20:10:00+08:00»"')) },
      message: 'SJ-2026-001 的备份时间 2026-01-19 20:10 不早于执行时间 2026-01-19 19:25；须先备份后执行。',
    },
    { good: { [SJ]: executed(backupAt('"2026-01-19T19:10:00+08:00"')) } },
    { good: { [SJ]: '---\nstatus: approved\n---\n# 证照重号\n' } },
  ],

  *check(page, { config }) {
    yield* unmetFor('data-fix/backup-required', page);
    const { backup, executed_at: executed } = page.data;
    const [saved, ran] = [momentIn(config, backup?.at), momentIn(config, executed)];
    const { id, broken } = page.entry;
    if (broken || saved === undefined || ran === undefined || saved < ran) return;
    const [savedAt, ranAt] = [asPrinted(backup?.at), asPrinted(executed)];
    yield {
      at: page.at('/backup/at'),
      id,
      say: {
        zh: `${id} 的备份时间 ${savedAt} 不早于执行时间 ${ranAt}；须先备份后执行。`,
        en: `The backup of ${id} at ${savedAt} is not earlier than its run at ${ranAt}: check the times; back up before the run.`,
      },
    };
  },
});

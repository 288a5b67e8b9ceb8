import type { Deployment } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { momentIn } from '../../measure/agreed/terms.ts';
import { asPrinted } from '../approvals.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const BS = 'records/deployment/2026/BS-2026-003.md';
const BACKUP = 'backup: { object: v2.3.5 程序包, at: "2026-04-08T19:35:00+08:00" }\n';
const VERIFIED = '## 验证结果\n\n| 验证项 | 结论 |\n|---|---|\n| 版本号 | 通过 |\n';
const success = (head: string, body = VERIFIED, status = 'success') =>
  `---\nstatus: ${status}\nstarted_at: "2026-04-08T20:00:00+08:00"\nfinished_at: "2026-04-08T21:10:00+08:00"\n${head}---\n# 上线\n\n${body}`;

export const verifyRequired = entryRule<Deployment>({
  id: 'deployment/verify-required',
  says: {
    zh: '部署前有备份，部署后逐项验证并有结论。',
    en: 'A deployment has a backup made before it, and a verification after it, item by item.',
  },
  why: {
    zh: '没有验证，就不能证明部署成功；没有部署前的备份，失败后无法恢复。',
    en: 'Without verification success is only a claim; without the backup a failure cannot be undone.',
  },
  clauses: ['C3.1.3-02'],
  severity: 'error',
  kinds: ['deployment'],
  examples: [
    {
      bad: { [BS]: success(BACKUP, '', '«success»') },
      message: 'BS-2026-003 缺少“验证项”（verification）：状态已到“成功”。',
    },
    {
      bad: { [BS]: success('', VERIFIED, '«success»') },
      message: 'BS-2026-003 缺少“备份”（backup）：状态已到“成功”。',
    },
    {
      bad: { [BS]: success(BACKUP.replace('2026-04-08T19:35:00+08:00', '«2026-04-08T22:00:00+08:00»')) },
      message: 'BS-2026-003 的备份时间 2026-04-08 22:00 晚于部署完成时间 2026-04-08 21:10；须先备份后部署。',
    },
    {
      bad: { [BS]: success(`${BACKUP}result: «success»\n`, VERIFIED.replace('通过', '不通过')) },
      message: 'BS-2026-003 的部署结果是成功，却有 1 项验证不通过：版本号；请改正结果，或处理后重新验证。',
    },
    { good: { [BS]: success(`${BACKUP}result: success\n`) } },
    { good: { [BS]: success(`${BACKUP}result: partial\n`, VERIFIED.replace('通过', '不通过')) } },
    { good: { [BS]: success('', '', 'executing') } },
  ],

  *check(page, { config }) {
    yield* unmetFor('deployment/verify-required', page);
    const { backup, finished_at: finished, result, verification } = page.data;
    const { id, broken } = page.entry;
    const [saved, done] = [momentIn(config, backup?.at), momentIn(config, finished)];
    if (broken || !page.reached('success')) return;
    if (saved !== undefined && done !== undefined && saved > done) {
      const [savedAt, doneAt] = [asPrinted(backup?.at), asPrinted(finished)];
      const zh = `${id} 的备份时间 ${savedAt} 晚于部署完成时间 ${doneAt}；须先备份后部署。`;
      yield {
        at: page.at('/backup/at'),
        id,
        say: {
          zh,
          en: `The backup of ${id} at ${savedAt} came after it was finished at ${doneAt}: check the times; back up before the deployment.`,
        },
      };
    }
    const failed = rowsIn(verification)
      .filter(row => row.result === 'fail')
      .map(({ item }) => item);
    if (result !== 'success' || failed.length === 0) return;
    const zh = `${id} 的部署结果是成功，却有 ${failed.length} 项验证不通过：${failed.join('、')}；请改正结果，或处理后重新验证。`;
    const en = `Correct the result of ${id}, or verify again: it is success, but ${failed.length} verification(s) failed: ${failed.join(', ')}.`;
    yield { at: page.at('/result'), id, say: { zh, en } };
  },
});

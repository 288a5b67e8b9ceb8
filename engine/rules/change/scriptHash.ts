import type { ChangeApproval } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { ownUnmet } from '../runner/ownUnmet.ts';
import { crossRule } from '../rule.ts';
import { changedScript, missingScript } from '../scriptFiles.ts';

const BG = 'records/change-approval/2026/BG-2026-0002.md';
const SQL = 'db/migration/V20260122_01__uk_cert_no.sql';
const DIGEST = 'e83e8c1f4ad612a5bd92067c29bdb9b1597fd541ebed41026079aabd6a4a5bf3';
const change = (status: string, script: string) =>
  `---\nstatus: ${status}\nchange_kind: [db_script]\nscripts:\n  - path: ${SQL}\n${script}---\n# 唯一索引\n`;

export const scriptHash = crossRule<ChangeApproval>({
  id: 'change/script-hash',
  says: {
    zh: '批准的脚本、执行的脚本与库中的脚本是同一份。',
    en: 'The script that was approved, the script that was run and the script that is kept are the same.',
  },
  why: {
    zh: '数据库执行脚本须报告并获得许可；批准后再改脚本，许可的就不是执行的内容。',
    en: 'Database scripts need permission; a script that changed afterwards is not the script that was permitted.',
  },
  clauses: ['C4.5-05'],
  severity: 'error',
  kinds: ['change-approval'],
  examples: [
    {
      bad: { [BG]: change('approved', `    sha256: «${DIGEST}»\n`), [SQL]: 'COMMIT; \n' },
      message: `${SQL} 与 BG-2026-0002 登记的脚本不一致：登记摘要 ${DIGEST.slice(0, 12)}…，现为 e1a5685a255f…；请恢复原脚本，或重新报批。`,
    },
    {
      bad: { [BG]: change('approved', `    sha256: ${DIGEST}\n`).replace(SQL, `«${SQL}»`) },
      message: `BG-2026-0002 的脚本 ${SQL} 不在项目中；请补入文件，或改正路径。`,
    },
    {
      bad: { [BG]: '---\nstatus: «submitted»\nchange_kind: [db_script]\n---\n# 唯一索引\n' },
      message: 'BG-2026-0002 缺少“脚本”（scripts）：状态已到“已提交”。',
    },
    { good: { [BG]: change('closed', `    sha256: ${DIGEST}\n`), [SQL]: 'COMMIT;\n' } },
    { good: { [BG]: change('submitted', `    sha256: ${DIGEST}\n`), [SQL]: 'ROLLBACK;\n' } },
    { good: { [BG]: change('rejected', ''), [SQL]: 'ROLLBACK;\n' } },
  ],

  *check(change, project) {
    yield* ownUnmet('change/script-hash', change, project);
    if (change.broken || !project.reached(change, 'approved')) return;
    for (const [n, script] of rowsIn(change.data.scripts).entries()) {
      const pointer = `/scripts/${n}`;
      yield* missingScript(change, `${pointer}/path`, script.path, { zh: '脚本', en: 'script' }, project);
      yield* missingScript(
        change,
        `${pointer}/rollback`,
        script.rollback,
        { zh: '回退脚本', en: 'rollback script' },
        project,
      );
      yield* changedScript(change, { ...script, pointer }, project, 'submitted');
    }
  },
});

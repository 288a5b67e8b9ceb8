import type { DataFix } from '../../../docs-schema/generated/types.ts';
import { ownUnmet } from '../runner/ownUnmet.ts';
import { crossRule } from '../rule.ts';
import { changedScript, missingScript } from '../scriptFiles.ts';

const SJ = 'records/data-fix/2026/SJ-2026-001.md';
const SQL = 'db/datafix/SJ-2026-001.sql';
const DIGEST = 'e83e8c1f4ad612a5bd92067c29bdb9b1597fd541ebed41026079aabd6a4a5bf3';
const approved = (script: string) => `---\nstatus: approved\nscript:\n  path: ${SQL}\n${script}---\n# 证照重号\n`;

export const scriptHash = crossRule<DataFix>({
  id: 'data-fix/script-hash',
  says: { zh: '执行脚本就是批准的脚本。', en: 'The script of a data fix is the one that was approved.' },
  why: {
    zh: '用户批准的是这一份脚本；批准后改动一个字节，执行的就不是批准的内容。',
    en: 'The user approved exactly this script; if one byte changes, another script is run.',
  },
  clauses: ['C3.1.5-03'],
  severity: 'error',
  kinds: ['data-fix'],
  examples: [
    {
      bad: { [SJ]: approved(`  sha256: «${DIGEST}»\n`), [SQL]: 'COMMIT; \n' },
      message: `${SQL} 与 SJ-2026-001 登记的脚本不一致：登记摘要 ${DIGEST.slice(0, 12)}…，现为 e1a5685a255f…；请恢复原脚本，或重新报批。`,
    },
    {
      bad: { [SJ]: approved(`  sha256: ${DIGEST}\n`).replace(SQL, `«${SQL}»`) },
      message: `SJ-2026-001 的执行脚本 ${SQL} 不在项目中；请补入文件，或改正路径。`,
    },
    {
      bad: { [SJ]: approved('').replace(`path: ${SQL}`, `«path: ${SQL}»`), [SQL]: 'COMMIT;\n' },
      message: 'SJ-2026-001 缺少“摘要值”（sha256）：状态已到“已批准”。',
    },
    { good: { [SJ]: approved(`  sha256: ${DIGEST}\n`), [SQL]: 'COMMIT;\n' } },
    { good: { [SJ]: approved(`  sha256: ${DIGEST.toUpperCase()}\n`), [SQL]: 'COMMIT;\r\n' } },
    { good: { [SJ]: approved(`  sha256: ${DIGEST}\n`).replace('approved', 'analyzed'), [SQL]: 'ROLLBACK;\n' } },
  ],

  *check(fix, project) {
    yield* ownUnmet('data-fix/script-hash', fix, project);
    const { script } = fix.data;
    if (fix.broken || script === undefined || !project.reached(fix, 'approved')) return;
    yield* missingScript(fix, '/script/path', script.path, { zh: '执行脚本', en: 'script' }, project);
    yield* changedScript(fix, { ...script, pointer: '/script' }, project, 'analyzed');
  },
});

import type { DataFix } from '../../../docs-schema/generated/types.ts';
import { ownUnmet } from '../runner/ownUnmet.ts';
import { crossRule } from '../rule.ts';
import { missingScript } from '../scriptFiles.ts';

const SJ = 'records/data-fix/2026/SJ-2026-001.md';
const SQL = 'db/datafix/SJ-2026-001.rollback.sql';

export const rollbackRequired = crossRule<DataFix>({
  id: 'data-fix/rollback-required',
  says: { zh: '异常数据处理前备好回退脚本。', en: 'A data fix has its rollback script ready.' },
  why: {
    zh: '改错时要能立即还原；回退脚本应在批准时一并审查，不能出错后再写。',
    en: 'A wrong change must be undone at once: the rollback is approved together with the script, not written afterwards.',
  },
  clauses: ['C3.1.5-03'],
  severity: 'error',
  kinds: ['data-fix'],
  examples: [
    {
      bad: { [SJ]: '---\nstatus: «approved»\n---\n# 证照重号\n' },
      message: 'SJ-2026-001 缺少“回退脚本”（rollback_script）：状态已到“已批准”。',
    },
    {
      bad: { [SJ]: `---\nstatus: approved\nrollback_script: «${SQL}»\n---\n# 证照重号\n` },
      message: `SJ-2026-001 的回退脚本 ${SQL} 不在项目中；请补入文件，或改正路径。`,
    },
    { good: { [SJ]: `---\nstatus: approved\nrollback_script: ./${SQL}\n---\n# 证照重号\n`, [SQL]: 'COMMIT;\n' } },
    { good: { [SJ]: `---\nstatus: analyzed\nrollback_script: ${SQL}\n---\n# 证照重号\n` } },
  ],

  *check(fix, project) {
    yield* ownUnmet('data-fix/rollback-required', fix, project);
    if (fix.broken || !project.reached(fix, 'approved')) return;
    yield* missingScript(
      fix,
      '/rollback_script',
      fix.data.rollback_script,
      { zh: '回退脚本', en: 'rollback script' },
      project,
    );
  },
});

import type { DataStat } from '../../../docs-schema/generated/types.ts';
import { ownUnmet } from '../runner/ownUnmet.ts';
import { crossRule } from '../rule.ts';
import { changedScript, missingScript } from '../scriptFiles.ts';

const TJ = 'records/data-stat/2026/TJ-2026-001.md';
const SQL = 'db/stat/TJ-2026-001.sql';
const delivered = (query: string) => `---\nstatus: delivered\n${query}---\n# 办件量统计\n`;

export const queryRecorded = crossRule<DataStat>({
  id: 'data-stat/query-recorded',
  says: { zh: '已交付的数据统计留有查询脚本。', en: 'Delivered statistics keep the query that produced them.' },
  why: {
    zh: '口径有疑问时要能重查；没有留下查询脚本，数字就没有出处。',
    en: 'When a figure is in doubt it must be computed again; without the query its source is unknown.',
  },
  clauses: ['C3.1.6-02'],
  severity: 'error',
  kinds: ['data-stat'],
  examples: [
    {
      bad: { [TJ]: delivered('').replace('delivered', '«delivered»') },
      message: 'TJ-2026-001 缺少“查询脚本”（query）：状态已到“已交付”。',
    },
    {
      bad: { [TJ]: delivered(`query: { path: «${SQL}» }\n`) },
      message: `TJ-2026-001 的查询脚本 ${SQL} 不在项目中；请补入文件，或改正路径。`,
    },
    {
      bad: {
        [TJ]: delivered(`query:\n  path: ${SQL}\n  sha256: «${'0'.repeat(64)}»\n`),
        [SQL]: 'SELECT 1 FROM dual;\n',
      },
      message: `${SQL} 与 TJ-2026-001 登记的脚本不一致：登记摘要 000000000000…，现为 2ac1dc1abd71…；请恢复原脚本。`,
    },
    { good: { [TJ]: delivered(`query: { path: ${SQL} }\n`), [SQL]: 'SELECT 1 FROM dual;\n' } },
    { good: { [TJ]: delivered('').replace('delivered', 'approved') } },
  ],

  *check(stat, project) {
    yield* ownUnmet('data-stat/query-recorded', stat, project);
    const { query } = stat.data;
    if (stat.broken || query === undefined || !project.reached(stat, 'delivered')) return;
    yield* missingScript(stat, '/query/path', query.path, { zh: '查询脚本', en: 'query' }, project);
    yield* changedScript(stat, { ...query, pointer: '/query' }, project);
  },
});

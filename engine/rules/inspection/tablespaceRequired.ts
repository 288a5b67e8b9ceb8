import type { Inspection } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';
import { unmeasured } from './equipment.ts';

const CONFIG =
  'systems:\n  - code: ZZGL\n    name: 证照系统\n    databases: [{ name: db01, tablespaces: [TS_DATA, TS_LOB] }]\n';
const DATA = '| db01 | TS_DATA | 819200 | 656998 |\n';
const measured = (rows: string, header = '| 数据库 | 表空间 | 总量(MB) | 已用(MB) |') =>
  `---\nstatus: completed\nkind: weekly\ndate: 2026-05-22\n---\n# 巡检\n\n## 软件应用环境\n\n${header}\n|---|---|---|---|\n${rows}`;
const XJ = 'records/inspection/2026/XJ-2026-W21.md';

export const tablespaceRequired = entryRule<Inspection>({
  id: 'inspection/tablespace-required',
  says: {
    zh: '巡检记录写明每个在册数据库各表空间的使用情况。',
    en: 'An inspection measures every tablespace of every registered database.',
  },
  why: {
    zh: '合同要求检查数据库表空间使用情况；表空间写满，全部业务随之停止。',
    en: 'The contract requires tablespaces to be checked; when one is full, all business stops.',
  },
  clauses: ['C3.1.1-07'],
  severity: 'error',
  kinds: ['inspection'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [XJ]: measured(DATA, '| «数据库 | 表空间 | 总量(MB) | 已用(MB)» |') },
      message: 'XJ-2026-W21 缺少 db01 TS_LOB 的表空间使用情况；docket.yml 登记该项在用，请补记或登记停用日期。',
    },
    {
      bad: { [XJ]: '---\nstatus: «completed»\nkind: weekly\ndate: 2026-05-22\n---\n# 巡检\n' },
      message: 'XJ-2026-W21 缺少“表空间使用情况”（tablespaces）：状态已到“已完成”。',
    },
    { good: { 'docket.yml': CONFIG, [XJ]: measured(`${DATA}| db01 | TS_LOB | 2097152 | 1394264 |\n`) } },
    { good: { 'docket.yml': CONFIG, [XJ]: '---\nstatus: draft\nkind: weekly\n---\n# 巡检\n' } },
  ],

  *check(page, { config }) {
    yield* unmetFor('inspection/tablespace-required', page);
    const rows = rowsIn(page.data.tablespaces).map(({ db, tablespace }) => ({ name: db, part: tablespace }));
    const databases = config.systems.flatMap(system => system.databases);
    yield* unmeasured(page, databases, rows, '/tablespaces', { zh: '表空间使用情况', en: 'tablespace usage' });
  },
});

import type { Inspection } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';
import { unmeasured } from './equipment.ts';

const CONFIG =
  'systems:\n  - code: ZZGL\n    name: 证照系统\n    servers: [{ name: app01, volumes: [/, /data] }, { name: app03, volumes: [/], from: 2026-07-18 }]\n';
const ROOT = '| app01 | / | 100 | 39.5 |\n';
const DATA = '| app01 | /data | 300 | 175 |\n';
const on = (date: string, rows: string, header = '| 服务器 | 存储卷 | 总量(GB) | 已用(GB) |') =>
  `---\nstatus: completed\nkind: weekly\ndate: ${date}\n---\n# 巡检\n\n## 软件应用环境\n\n${header}\n|---|---|---|---|\n${rows}`;
const MARKED = '| «服务器 | 存储卷 | 总量(GB) | 已用(GB)» |';
const XJ = 'records/inspection/2026/XJ-2026-W21.md';

export const storageRequired = entryRule<Inspection>({
  id: 'inspection/storage-required',
  says: {
    zh: '巡检记录写明每台在册服务器各存储卷的使用情况。',
    en: 'An inspection measures every volume of every registered server.',
  },
  why: {
    zh: '合同要求检查服务器存储使用情况；空间用满是最常见也最容易预防的故障。',
    en: 'The contract requires the storage of servers to be checked; a full volume is the most common fault and the easiest to prevent.',
  },
  clauses: ['C3.1.1-07'],
  severity: 'error',
  kinds: ['inspection'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [XJ]: on('2026-05-22', ROOT, MARKED) },
      message: 'XJ-2026-W21 缺少 app01 /data 的存储使用情况；docket.yml 登记该项在用，请补记或登记停用日期。',
    },
    {
      bad: { 'docket.yml': CONFIG, [XJ]: on('2026-07-31', ROOT + DATA, MARKED) },
      message: 'XJ-2026-W21 缺少 app03 的存储使用情况；docket.yml 登记该项在用，请补记或登记停用日期。',
    },
    {
      bad: { [XJ]: '---\nstatus: «completed»\nkind: weekly\ndate: 2026-05-22\n---\n# 巡检\n' },
      message: 'XJ-2026-W21 缺少“存储使用情况”（storage）：状态已到“已完成”。',
    },
    { good: { 'docket.yml': CONFIG, [XJ]: on('2026-05-22', ROOT + DATA) } },
    { good: { 'docket.yml': CONFIG, [XJ]: on('2026-05-22', ROOT).replace('weekly', 'special') } },
    { good: { 'docket.yml': CONFIG, [XJ]: on('2026-05-22', ROOT).replace('completed', 'draft') } },
  ],

  *check(page, { config }) {
    yield* unmetFor('inspection/storage-required', page);
    const rows = rowsIn(page.data.storage).map(({ server, volume }) => ({ name: server, part: volume }));
    const servers = config.systems.flatMap(system => system.servers);
    yield* unmeasured(page, servers, rows, '/storage', { zh: '存储使用情况', en: 'storage usage' });
  },
});

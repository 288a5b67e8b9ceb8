import type { Inspection } from '../../../docs-schema/generated/types.ts';
import type { Words } from '../../base/words.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import type { Config } from '../../model/config/config.ts';
import { entryRule } from '../rule.ts';

const CONFIG = 'thresholds: { usage: { warn: 80, critical: 90, source: bid } }\n';
const measured = (used: string, mark: string, overall = 'normal') =>
  `---\nstatus: completed\noverall: ${overall}\n---\n# 巡检\n\n## 软件应用环境\n\n| 数据库 | 表空间 | 总量(MB) | 已用(MB) | 使用率(%) | 标记 |\n|---|---|---|---|---|---|\n| db01 | TS_DATA | 1000 | ${used} | ${mark} |\n`;
const XJ = 'records/inspection/2026/XJ-2026-W31.md';

export const thresholdExceeded = entryRule<Inspection>({
  id: 'inspection/threshold-exceeded',
  says: {
    zh: '存储卷和表空间的使用率低于预警值。',
    en: 'The usage of volumes and tablespaces is below the warning threshold.',
  },
  why: {
    zh: '超过预警值要在记录中标记并安排扩容或清理；达到告警值应判为异常并登记处理单。',
    en: 'Above the warning threshold the usage must be marked and reduced; from the critical threshold on it is abnormal and needs a ticket.',
  },
  clauses: ['C3.1.1-07'],
  severity: 'warning',
  kinds: ['inspection'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [XJ]: measured('802', '«80.2» | 超过预警值') },
      message: 'XJ-2026-W31：db01 TS_DATA 使用率 80.2%，达到预警值 80%；请安排扩容或清理。',
    },
    {
      bad: { 'docket.yml': CONFIG, [XJ]: measured('802', '«80.2» | ') },
      message: 'XJ-2026-W31：db01 TS_DATA 使用率 80.2%，达到预警值 80%；请在“标记”栏注明，并安排扩容或清理。',
    },
    {
      bad: { 'docket.yml': CONFIG, [XJ]: measured('925', '«92.5» | 告警') },
      message: 'XJ-2026-W31：db01 TS_DATA 使用率 92.5%，达到告警值 90%；总体结论应为异常，并登记处理单。',
    },
    {
      bad: { 'docket.yml': CONFIG, [XJ]: measured('925', '«92.5» | 告警', 'abnormal') },
      message: 'XJ-2026-W31：db01 TS_DATA 使用率 92.5%，达到告警值 90%；请尽快扩容或清理。',
    },
    { good: { 'docket.yml': CONFIG, [XJ]: measured('799', '79.9 | ') } },
    { good: { [XJ]: measured('925', '92.5 | ') } },
  ],

  *check({ entry, data, reached, at }, { config }) {
    const limits = limitsOf(config);
    if (limits === undefined || !reached('completed')) return;
    for (const { name, usage, mark, pointer } of measurements(data)) {
      if (typeof usage !== 'number' || usage < limits.warn) continue;
      const critical = usage >= limits.critical;
      const way = critical ? wayFromCritical(data.overall) : wayFromWarning(mark);
      const zh = `${entry.id}：${name} 使用率 ${usage}%，达到${critical ? `告警值 ${limits.critical}` : `预警值 ${limits.warn}`}%；${way.zh}。`;
      const en = `${entry.id}: ${name} is ${usage}% full, ${critical ? `critical from ${limits.critical}` : `a warning from ${limits.warn}`}%: ${way.en}.`;
      yield { at: at(pointer), id: entry.id, say: { zh, en } };
    }
  },
});

function limitsOf({ thresholds }: Config): { readonly warn: number; readonly critical: number } | undefined {
  const { warn, critical = Number.POSITIVE_INFINITY, source } = thresholds.usage ?? {};
  return warn === undefined || source === 'default' ? undefined : { warn, critical };
}

function measurements({ storage, tablespaces }: Inspection) {
  return [
    ...rowsIn(storage).map((row, n) => ({
      name: `${row.server} ${row.volume}`,
      usage: row.usage_pct,
      mark: row.mark,
      pointer: `/storage/${n}/usage_pct`,
    })),
    ...rowsIn(tablespaces).map((row, n) => ({
      name: `${row.db} ${row.tablespace}`,
      usage: row.usage_pct,
      mark: row.mark,
      pointer: `/tablespaces/${n}/usage_pct`,
    })),
  ];
}

function wayFromCritical(overall: Inspection['overall']): Words {
  if (overall === 'abnormal') return { zh: '请尽快扩容或清理', en: 'extend or clean it up soon' };
  return { zh: '总体结论应为异常，并登记处理单', en: 'the inspection is abnormal and needs a ticket' };
}

function wayFromWarning(mark: string | undefined): Words {
  if (mark) return { zh: '请安排扩容或清理', en: 'plan to extend or clean it up' };
  return { zh: '请在“标记”栏注明，并安排扩容或清理', en: 'mark it in the table and plan to extend or clean it up' };
}

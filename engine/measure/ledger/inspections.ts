/** Sheets of inspections: 巡检台账, 存储/表空间容量台账. */
import type { Inspection } from '../../../docs-schema/generated/types.ts';
import type { EntryWith, MeasuredMoment } from '../time/moment.ts';
import { at, sheet } from './sheet.ts';

/** 巡检台账: the inspections of the period, by date. */
export const inspections = sheet<EntryWith<Inspection>>('inspections', inPeriod, [
  [at('编号', 'Inspection'), ({ id }) => id],
  [at('类型', 'Kind'), ({ data }, { label }) => label('inspection', 'kind', data.kind)],
  [at('巡检日期', 'Date'), ({ data }) => data.date],
  [at('节假日', 'Holiday'), ({ data }) => data.holiday],
  [at('巡检人', 'Inspector'), ({ data }, { person }) => person(data.inspector)],
  [at('检查项', 'Items'), ({ data }) => rows(data.items).length],
  [at('异常项', 'Abnormal'), ({ data }) => abnormal(data).length],
  [
    at('异常情况', 'What was abnormal'),
    ({ data }) =>
      abnormal(data)
        .map(({ target, item }) => [target, item].filter(Boolean).join(' '))
        .join('；'),
  ],
  [
    at('处理单', 'Ticket'),
    ({ data }) => [...new Set(abnormal(data).flatMap(({ ticket }) => (ticket ? [ticket] : [])))].join('、'),
  ],
  [at('总体结论', 'Overall'), ({ data }, { label }) => label('inspection', 'overall', data.overall)],
]);

interface Usage {
  readonly id: string;
  readonly date: string | undefined;
  readonly kind: 'volume' | 'tablespace';
  readonly host: string | undefined;
  readonly name: string | undefined;
  readonly total: string;
  readonly used: string;
  readonly percent: number | undefined;
}

/** 存储/表空间容量台账: the usage of each volume and tablespace at each inspection. */
export const capacity = sheet<Usage>('capacity', usages, [
  [at('巡检日期', 'Date'), ({ date }) => date],
  [at('巡检记录', 'Inspection'), ({ id }) => id],
  [
    at('对象', 'Object'),
    ({ kind }, { say }) => say(kind === 'volume' ? at('存储卷', 'Volume') : at('表空间', 'Tablespace')),
  ],
  [at('服务器/数据库', 'Host'), ({ host }) => host],
  [at('名称', 'Name'), ({ name }) => name],
  [at('总量', 'Total'), ({ total }) => total],
  [at('已用', 'Used'), ({ used }) => used],
  [at('使用率(%)', 'Usage (%)'), ({ percent }) => percent],
]);

function inPeriod({ entries, within }: MeasuredMoment): readonly EntryWith<Inspection>[] {
  return entries<Inspection>('inspection')
    .filter(({ data }) => within(data.date))
    .sort((a, b) => (a.data.date ?? '').localeCompare(b.data.date ?? '') || (a.id < b.id ? -1 : 1));
}

function usages(moment: MeasuredMoment): readonly Usage[] {
  return inPeriod(moment).flatMap(({ id, data }) => [
    ...rows(data.storage).map(({ server, volume, total_gb, used_gb, usage_pct }) => ({
      id,
      date: data.date,
      kind: 'volume' as const,
      host: server,
      name: volume,
      total: unit(total_gb, 'GB'),
      used: unit(used_gb, 'GB'),
      percent: usage_pct,
    })),
    ...rows(data.tablespaces).map(({ db, tablespace, total_mb, used_mb, usage_pct }) => ({
      id,
      date: data.date,
      kind: 'tablespace' as const,
      host: db,
      name: tablespace,
      total: unit(total_mb, 'MB'),
      used: unit(used_mb, 'MB'),
      percent: usage_pct,
    })),
  ]);
}

function abnormal({ items }: Inspection) {
  return rows(items).filter(({ result }) => result === 'abnormal');
}

function rows<T>(list: readonly T[] | undefined): readonly T[] {
  return Array.isArray(list) ? list : [];
}

function unit(value: number | undefined, name: string): string {
  return value === undefined ? '' : `${value} ${name}`;
}

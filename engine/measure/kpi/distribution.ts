/** Divides records by one of their properties: channel, region, category, cause. */
import type { Words } from '../../base/words.ts';
import { type TicketFact, textIn } from '../facts/facts.ts';
import { percentOf } from './ratio.ts';

/** The records with one value. */
interface Portion {
  /** The value as records write it; empty for records without one. */
  readonly value: string;
  readonly count: number;
  readonly percent: number | null;
  readonly ids: readonly string[];
}

/** The portions of some records, largest first; portions of equal size are sorted by value. */
export function distribution<T extends { readonly id: string }>(
  records: readonly T[],
  valueOf: (one: T) => string | number | undefined,
): Portion[] {
  const ids = new Map<string, string[]>();
  for (const record of records) {
    const value = textIn(valueOf(record));
    const own = ids.get(value);
    if (own === undefined) ids.set(value, [record.id]);
    else own.push(record.id);
  }
  return [...ids]
    .map(([value, own]) => ({
      value,
      count: own.length,
      percent: percentOf(own.length, records.length),
      ids: own.sort(),
    }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** A property that records are divided by. */
export interface Dimension<T> {
  readonly key: string;
  readonly label: Words;
  of(record: T): string | number | undefined;
}

/** The properties that the ticket section of a report uses. */
export const ticketDimensions: readonly Dimension<TicketFact>[] = [
  { key: 'channel', label: { zh: '受理渠道', en: 'Channel' }, of: ticket => ticket.channel },
  { key: 'region', label: { zh: '地区', en: 'Region' }, of: ({ reporter }) => reporter?.region ?? reporter?.org },
  { key: 'category', label: { zh: '类别', en: 'Category' }, of: ticket => ticket.kind },
  { key: 'severity', label: { zh: '级别', en: 'Severity' }, of: ticket => ticket.severity },
  { key: 'cause', label: { zh: '原因分类', en: 'Cause' }, of: ticket => ticket.cause_category },
  { key: 'module', label: { zh: '模块', en: 'Module' }, of: ticket => ticket.module },
  { key: 'line', label: { zh: '服务层级', en: 'Support line' }, of: ticket => ticket.support_line },
];

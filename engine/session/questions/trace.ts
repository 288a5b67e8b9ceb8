/** The traceability matrix, or the part of it that was asked for: one identifier, items of one kind, one column, what is missing. */
import { ALL, type Get } from '../../base/queries.ts';
import type { Catalogue, Column } from '../../model/kinds/kinds.ts';
import { findHolder } from '../../model/outline.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import { nearest } from '../../rules/nearest.ts';
import { projectOf } from '../../rules/project.ts';
import { columns as columnsOf } from '../../trace/columns.ts';
import { type TracedItem, traceOf } from '../../trace/matrix.ts';

export interface AskedTrace {
  /** An item, a document, or a record; everything when it is left out. */
  readonly id?: string | undefined;
  /** A kind of items, by key, label, or a name of the kind of document that holds them. */
  readonly from?: string | undefined;
  /** A column, by its key or by a name of its kind of document. */
  readonly to?: string | undefined;
  /** Only items that miss something in the columns asked for. */
  readonly gaps: boolean;
}

export interface TraceAnswer {
  readonly items: readonly TracedItem[];
  readonly columns: readonly Column[];
  /** Something is traced from the identifier, be it shown or not. */
  readonly isLinked: boolean;
}

/** What was asked for does not exist. */
export interface TraceRefusal {
  readonly unknown: 'id' | 'from' | 'to';
  /** The identifier that was probably meant. */
  readonly meant?: string | undefined;
  /** Keys of the columns there are, where a column is unknown. */
  readonly columns?: readonly string[];
}

export function traceAsked(get: Get, { id, from, to, gaps }: AskedTrace): TraceAnswer | TraceRefusal {
  const kinds = get(catalogue, ALL);
  const all = get(columnsOf, ALL);
  const columns = columnsNamed(to, all, kinds);
  if (columns === undefined) return { unknown: 'to', columns: all.map(({ key }) => key) };
  const kind = from === undefined ? undefined : itemKindNamed(from, kinds);
  if (from !== undefined && kind === undefined) return { unknown: 'from' };
  if (id !== undefined && findHolder(get, id) === undefined)
    return { unknown: 'id', meant: nearest(id, projectOf(get)) };
  const traced = traceOf(get, id).items.filter(item => kind === undefined || item.kind === kind);
  const items = gaps ? traced.filter(item => item.gaps.some(gap => columns.some(({ key }) => key === gap))) : traced;
  return { items, columns, isLinked: traced.length > 0 };
}

/** A kind of item by its own name, or by that of the document it stands in. */
function itemKindNamed(name: string, { items, kindNamed }: Catalogue): string | undefined {
  const document = kindNamed(name)?.key ?? kindNamed(`${name}-report`)?.key;
  return [...items.values()].find(
    ({ key, label, kinds }) =>
      [key, label.zh, label.en].includes(name) || (document !== undefined && kinds.includes(document)),
  )?.key;
}

/** A column by its key, its heading, or a kind of document whose items fill it; all of them when none is named. */
function columnsNamed(
  name: string | undefined,
  all: readonly Column[],
  { items, kindNamed }: Catalogue,
): readonly Column[] | undefined {
  if (name === undefined) return all;
  const document = kindNamed(name)?.key ?? '';
  const filled = [...items.values()].find(
    ({ kinds, column }) => column !== undefined && kinds.includes(document),
  )?.column;
  const column = all.find(({ key, label }) => [key, label.zh, label.en].includes(name)) ?? filled;
  return column && [column];
}

/** The traceability matrix, or a part of it: one identifier, items of one kind, one column, gaps only. */
import { ALL, type Get } from '../../base/queries.ts';
import type { Catalogue, MatrixColumn } from '../../model/kinds/kinds.ts';
import { findHolder } from '../../model/outline.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import { nearest } from '../../rules/nearest.ts';
import { projectOf } from '../../rules/project.ts';
import { matrixColumns as columnsOf } from '../../trace/columns.ts';
import { type TracedItem, traceOf } from '../../trace/matrix.ts';

/** Which part of the matrix is asked for. */
export interface AskedTrace {
  /** The identifier of an item, document or record; without it, the whole project. */
  readonly id?: string | undefined;
  /** A kind of items: its key, its label, or a name of the kind of document that contains them. */
  readonly from?: string | undefined;
  /** A column: its key, or a name of its kind of document. */
  readonly to?: string | undefined;
  /** Whether only items with a gap in the asked columns are returned. */
  readonly gaps: boolean;
}

/** The asked part of the matrix. */
export interface TraceAnswer {
  readonly items: readonly TracedItem[];
  readonly columns: readonly MatrixColumn[];
  /** Whether the identifier has traced items at all, also when none of them is in `items`. */
  readonly isLinked: boolean;
}

/** The part of the question that names something unknown. */
export interface TraceRefusal {
  /** The part of the question that is unknown. */
  readonly unknown: 'id' | 'from' | 'to';
  /** An identifier that may have been meant. */
  readonly meant?: string | undefined;
  /** The keys of all columns, when the column is unknown. */
  readonly columns?: readonly string[];
}

/** Answers a question about the matrix. */
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

/** A kind of items by its own name, or by that of the document that contains it. */
function itemKindNamed(name: string, { items, kindNamed }: Catalogue): string | undefined {
  const document = kindNamed(name)?.key ?? kindNamed(`${name}-report`)?.key;
  return [...items.values()].find(
    ({ key, label, kinds }) =>
      [key, label.zh, label.en].includes(name) || (document !== undefined && kinds.includes(document)),
  )?.key;
}

/** The columns named: by key, by heading, or by a kind of document whose items fill it; all when no name is given. */
function columnsNamed(
  name: string | undefined,
  all: readonly MatrixColumn[],
  { items, kindNamed }: Catalogue,
): readonly MatrixColumn[] | undefined {
  if (name === undefined) return all;
  const document = kindNamed(name)?.key ?? '';
  const filled = [...items.values()].find(
    ({ kinds, column }) => column !== undefined && kinds.includes(document),
  )?.column;
  const column = all.find(({ key, label }) => [key, label.zh, label.en].includes(name)) ?? filled;
  return column && [column];
}

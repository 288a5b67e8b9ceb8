/** The traceability matrix, or the part of it that was asked for: one identifier, items of one kind, one column, what is missing. */
import { ALL, type Get } from '../base/queries.ts';
import type { Catalogue } from '../model/kinds.ts';
import { findHolder } from '../model/outline.ts';
import { catalogue } from '../model/project.ts';
import { nearest } from '../rules/nearest.ts';
import { projectOf } from '../rules/project.ts';
import type { Coverage } from '../trace/coverage.ts';
import { type TracedItem, traceOf } from '../trace/matrix.ts';

export type Column = keyof Coverage;

const COLUMNS: readonly Column[] = ['hld', 'lld', 'code', 'test', 'manual'];

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
  /** The columns there are. */
  readonly columns: readonly Column[];
}

export function traceAsked(get: Get, { id, from, to, gaps }: AskedTrace): TraceAnswer | TraceRefusal {
  const kinds = get(catalogue, ALL);
  const columns = columnsNamed(to, kinds);
  if (columns === undefined) return { unknown: 'to', columns: COLUMNS };
  const kind = from === undefined ? undefined : itemKindNamed(from, kinds);
  if (from !== undefined && kind === undefined) return { unknown: 'from', columns };
  if (id !== undefined && findHolder(get, id) === undefined) return { unknown: 'id', meant: nearest(id, projectOf(get)), columns };
  const all = traceOf(get, id).items.filter(item => kind === undefined || item.kind === kind);
  const items = gaps ? all.filter(item => item.gaps.some(gap => columns.includes(gap))) : all;
  return { items, columns, isLinked: all.length > 0 };
}

/** A kind of item by its own name, or by that of the document it stands in. */
function itemKindNamed(name: string, { items, kindNamed }: Catalogue): string | undefined {
  const document = kindNamed(name)?.key ?? kindNamed(`${name}-report`)?.key;
  return [...items.values()].find(
    ({ key, label, kinds }) => [key, label.zh, label.en].includes(name) || (document !== undefined && kinds.includes(document)),
  )?.key;
}

const ALSO: Readonly<Record<string, Column>> = { 'test-report': 'test', 'user-manual': 'manual', 'deploy-manual': 'manual' };

function columnsNamed(name: string | undefined, { kindNamed }: Catalogue): readonly Column[] | undefined {
  if (name === undefined) return COLUMNS;
  const key = kindNamed(name)?.key ?? name;
  const column = ALSO[key] ?? COLUMNS.find(other => other === key);
  return column && [column];
}

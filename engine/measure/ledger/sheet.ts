/**
 * A sheet of the ledger as data: its section, its columns, and its records. Cells hold nothing later than the cut-off.
 */
import { ALL } from '../../base/queries.ts';
import type { Words } from '../../base/words.ts';
import { findHolder, linksFrom, linksTo } from '../../model/outline.ts';
import { isStated } from '../../model/entry.ts';
import { byPlace } from '../../model/kinds/kinds.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import type { MeasuredMoment } from '../time/moment.ts';

/** A sheet of the ledger. */
export interface Sheet {
  /** The key of its section in the kind `ledger`. */
  readonly key: string;
  /** Its title when the kind `ledger` has no such section. */
  readonly label?: Words;
  readonly columns: readonly Words[];
  /** The cells of each record, without the running number in the first column. */
  rows(moment: MeasuredMoment): readonly (readonly string[])[];
}

/**
 * A sheet from its records and its columns. `list` gives the records; each column has a header and the value of its
 * cell.
 */
export function sheet<R>(
  key: string,
  list: (moment: MeasuredMoment) => readonly R[],
  columns: readonly SheetColumn<R>[],
): Sheet {
  return {
    key,
    columns: columns.map(([words]) => words),
    rows: moment => list(moment).map(row => columns.map(([, cell]) => cellText(cell(row, moment)))),
  };
}

/** A column: its header, and the value of its cell for a record. */
export type SheetColumn<R> = readonly [words: Words, cell: (row: R, moment: MeasuredMoment) => unknown];

function cellText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/**
 * The ids of records linked with one, in either direction, that existed by the cut-off. A link has no date of its own,
 * so it counts from the day of the younger record.
 */
export function linked(
  { id, kind }: { readonly id: string; readonly kind: string },
  { get, happenedTo }: MeasuredMoment,
): string {
  const given = get(linksFrom, id)
    .filter(isStated)
    .map(({ target }) => target);
  const back = get(linksTo, id)
    .filter(isStated)
    .map(({ from }) => from);
  const { kinds } = get(catalogue, ALL);
  const order = byPlace(kinds.values()).flatMap(({ key, ledger }) => (ledger.named ? [key] : []));
  const records = [...new Set([...given, ...back])].flatMap(other => {
    const entry = findHolder(get, other)?.entry;
    // Links between records of one kind (merged, repeated) show in their states.
    return entry !== undefined && entry.kind !== kind && order.includes(entry.kind) && happenedTo(entry) ? [entry] : [];
  });
  return records
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.id < b.id ? -1 : 1))
    .map(entry => entry.id)
    .join('、');
}

/** The header of a column in both languages. */
export const at = (zh: string, en: string): Words => ({ zh, en });

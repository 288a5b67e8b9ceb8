/** A sheet of the ledger as data: its section, its columns, the records it lists. Cells hold nothing later than the cut-off. */
import type { Words } from '../../base/words.ts';
import type { Moment } from '../moment.ts';

export interface Sheet {
  /** Key of its section in the kind `ledger`. */
  readonly key: string;
  readonly columns: readonly Words[];
  /** One row a record, without the running number that stands first. */
  rows(moment: Moment): readonly (readonly string[])[];
}

/** For the type checker, and so that a sheet reads as one statement: each column beside the cell it holds. */
export function sheet<R>(key: string, list: (moment: Moment) => readonly R[], columns: readonly Column<R>[]): Sheet {
  return {
    key,
    columns: columns.map(([words]) => words),
    rows: moment => list(moment).map(row => columns.map(([, cell]) => cellText(cell(row, moment)))),
  };
}

export type Column<R> = readonly [words: Words, cell: (row: R, moment: Moment) => unknown];

function cellText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** Identifiers of a record's links, in the order of the relations; of records there were by the cut-off. */
export function linked(links: Readonly<Record<string, readonly string[] | string>> | undefined, { exists }: Moment): string {
  return [...new Set(Object.values(links ?? {}).flat())].filter(exists).join('、');
}

export const at = (zh: string, en: string): Words => ({ zh, en });

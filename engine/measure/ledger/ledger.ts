/**
 * The ledger of a period (系统运维台账): its sheets and its text.
 *
 * In: records, a period, a cut-off. Out: the ledger. Invariant: it depends on the records alone, so that it can be
 * generated again with the same result.
 */
import { ALL } from '../../base/queries.ts';
import type { Get } from '../../base/queries.ts';
import { idOfPeriod } from '../../model/kinds/idOfPeriod.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import type { Instant } from '../time/instant.ts';
import { sheetTable } from '../../writing/table.ts';
import { cutoffText, type MeasuredMoment, momentOfPeriod } from '../time/moment.ts';
import { type Period, periodLabel } from '../time/period.ts';
import { capacity, inspections } from './inspections.ts';
import { changes, dataFixes, incidents } from './production.ts';
import { requirements, serviceOrders } from './requests.ts';
import type { Sheet } from './sheet.ts';
import { sheetOfKind } from './sheetOfKind.ts';
import { documents, staff } from './standing.ts';
import { tickets } from './tickets.ts';

/** Sheets that need code: what is late, what is counted, what one record says about another. */
const WRITTEN: readonly Sheet[] = [
  tickets,
  requirements,
  serviceOrders,
  inspections,
  capacity,
  incidents,
  changes,
  dataFixes,
  staff,
  documents,
];

/** The sheets in the order of the sections of the kind `ledger`; those of a project's own kinds come last. */
function sheetsOf(get: Get): readonly Sheet[] {
  const { kinds } = get(catalogue, ALL);
  const fromData = [...kinds.values()].flatMap(kind => sheetOfKind(kind) ?? []);
  const order = (kinds.get('ledger')?.sections ?? []).map(({ key }) => key);
  const place = ({ key }: Sheet) => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...WRITTEN, ...fromData].sort((a, b) => place(a) - place(b));
}

/** A sheet with its text; the first column is the running number from 1. */
export interface LedgerSheet {
  readonly key: string;
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The ledger of a period. */
export interface Ledger {
  readonly id: string;
  readonly title: string;
  readonly period: Period;
  /** The cut-off: a day, or a time with its offset. */
  readonly cutoff: string;
  readonly sheets: readonly LedgerSheet[];
}

/** The ledger of a period, from the records up to the cut-off. */
export function ledgerOf(get: Get, period: Period, cutoff: Instant): Ledger {
  const moment = momentOfPeriod(get, period, cutoff);
  return {
    id: ledgerId(period, get),
    title: moment.say(titleOf(period)),
    period,
    cutoff: cutoffText(cutoff, moment.offset),
    sheets: sheetsOf(get).map(sheet => sheetOf(sheet, moment)),
  };
}

/**
 * The id of the ledger of a period, such as `TZ-2026-05`; when the kind of ledgers has no identifier for such a period,
 * the key of the period.
 */
export function ledgerId({ key }: Pick<Period, 'key'>, get: Get): string {
  return idOfPeriod(get(catalogue, ALL).kinds.get('ledger'), key) ?? key;
}

function titleOf(period: Period) {
  const label = periodLabel(period);
  return { zh: `${label.zh}系统运维台账`, en: `Ledger of ${label.en}` };
}

function sheetOf({ key, label, columns, rows }: Sheet, moment: MeasuredMoment): LedgerSheet {
  const spec = moment
    .get(catalogue, ALL)
    .kinds.get('ledger')
    ?.sections.find(section => section.key === key);
  return {
    key,
    title: moment.say(spec?.label ?? label ?? { zh: key, en: key }),
    header: [moment.say({ zh: '序号', en: 'No.' }), ...columns.map(moment.say)],
    rows: rows(moment).map((cells, n) => [String(n + 1), ...cells]),
  };
}

const NOTE = {
  zh: '本台账由单据生成，请勿手工修改；数据有误的，改单据后重新生成。',
  en: 'Generated from the records; do not edit. Where it is wrong, correct the record and generate it again.',
};
const NONE = { zh: '本期无记录。', en: 'No records in this period.' };

/** The text below the frontmatter. */
export function ledgerBody({ title, sheets }: Ledger, language: 'zh' | 'en'): string {
  const parts = sheets.map(
    sheet =>
      `## ${sheet.title}\n\n${sheet.rows.length === 0 ? NONE[language] : sheetTable(sheet.header, sheet.rows)}\n`,
  );
  return `\n# ${title}\n\n<!-- ${NOTE[language]} -->\n\n${parts.join('\n')}`;
}

/** The number of rows of each sheet, for the frontmatter. */
export function rowCounts({ sheets }: Ledger): readonly { readonly sheet: string; readonly rows: number }[] {
  return sheets.map(({ title, rows }) => ({ sheet: title, rows: rows.length }));
}

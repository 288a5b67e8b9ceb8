/**
 * Values that may be left out, computed from the document, its name or its rows. A kind names them with `derived:
 * NAME`.
 *
 * There are two sorts. A *guess* is what people usually mean (the title is the first heading; the record was made on
 * the day of its event); another typed value is valid. A *fact* follows from the same document; a typed value must
 * agree with it, otherwise the document contradicts itself.
 */
import { caseTotals, lastCaseDate } from './cases.ts';
import type { DeriveFrom } from './from.ts';
import { kindOfFolder, derivedName, periodOfId, valueOfId } from './names.ts';
import { gradeOfTotal, percent, scoreTotal, surveyScore, worstItem } from './totals.ts';
import { derivedDay, lastApproval, derivedMinutes } from './times.ts';
import { valueAt } from '../entry.ts';
import { withoutNumber } from '../read/headings.ts';
import type { Field, Kind } from '../kinds/kinds.ts';
import { rowsOf } from './rows.ts';

/** Computes the value of a field that is left out; undefined when nothing gives it. */
type Derivation = (from: DeriveFrom, field: Pick<Field, 'byId' | 'bands'>) => unknown;

const guesses: Readonly<Record<string, Derivation>> = {
  kind_of_path: ({ kind }) => kind.key,
  // `# 【标题】` is the hint of the template, not a title.
  first_heading: ({ document }) =>
    withoutNumber(document.sections.find(({ level }) => level === 1)?.title ?? '').replace(/^【.*】$/, '') || undefined,
  only_system: ({ systems }) => (systems.length === 1 ? systems[0] : undefined),
  all_systems: ({ systems }) => (systems.length > 0 ? systems : undefined),
  day_of_event: ({ record, kind }) => derivedDay(valueAt(record, kind.event ?? '')),
  day_of_first_revision: ({ record }) => derivedDay(rowsOf(record['revisions'])[0]?.['date']),
  // Storage or a tablespace near its limit can make the result abnormal although every item is normal.
  worst_item: ({ record }) => worstItem(record),
};

/** Facts by name: a typed value must agree with them. */
export const facts: Readonly<Record<string, Derivation>> = {
  id_of_path: ({ document, kind }) => idInName(derivedName(document.path), kind),
  kind_of_folder: ({ document, catalogue }) => kindOfFolder(document.path, catalogue),
  period_of_id: ({ record }) => periodOfId(record['id']),
  value_of_id: ({ record }, { byId }) => valueOfId(record['id'], byId),
  last_approval: ({ record }) => lastApproval(record),
  reopenings: ({ record }) =>
    rowsOf(record['handling']).filter(row => /重开|reopen/i.test(String(row['content'] ?? ''))).length,
  usage_gb: ({ data }) => percent(data['used_gb'], data['total_gb']),
  usage_mb: ({ data }) => percent(data['used_mb'], data['total_mb']),
  outage_minutes: ({ record }) =>
    derivedMinutes(record['occurred_at'] ?? record['reported_at'], record['recovered_at']),
  case_totals: caseTotals,
  last_case_date: lastCaseDate,
  score_total: ({ record }) => scoreTotal(record),
  grade_of_total: ({ record }, { bands }) => gradeOfTotal(record, bands),
  survey_score: ({ record }) => surveyScore(record),
};

/** All derivations, by the name that kinds use. */
export const derivations: Readonly<Record<string, Derivation>> = { ...guesses, ...facts };

/**
 * The identifier at the start of a file name, when the kind defines the form of its ids: `WX-2026-0003-登录失败` →
 * `WX-2026-0003`; otherwise the whole name.
 */
function idInName(stem: string, kind: Kind): string {
  if (kind.idSource === undefined) return stem;
  return new RegExp(`^(?:${kind.idSource})(?=-|$)`).exec(stem)?.[0] ?? stem;
}

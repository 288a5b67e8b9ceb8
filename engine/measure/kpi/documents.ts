/** The figure of documents: whether documents that a change affects were updated soon after it reached production. */
import { addWorkdays } from '../time/calendar.ts';
import type { LocalDate } from '../time/date.ts';
import { type DocumentFact, rowsIn } from '../facts/facts.ts';
import { implementedAt } from '../facts/implementation.ts';
import { localDate } from '../time/instant.ts';
import type { Measuring } from '../facts/measuring.ts';
import { contains } from '../time/period.ts';
import { type Kpi, rate } from './kpi.ts';

/** 文档同步及时率: affected documents updated within `document_workdays` after implementation ÷ affected documents. */
export const documentsInTime: Kpi = {
  key: 'doc_update_in_time',
  label: { zh: '文档同步及时率', en: 'Documents updated in time' },
  formula: {
    zh: '变更实施后规定工作日内完成更新的受影响文档数 ÷ 受影响文档数',
    en: 'affected documents updated within the agreed workdays of implementation ÷ affected documents',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 95, bound: 'at-least' },
  compute: measuring => rate(affected(measuring), ({ updated, due }) => updated !== undefined && updated <= due),
};

interface Affected {
  /** Id of the change. */
  readonly id: string;
  readonly due: LocalDate;
  readonly updated: LocalDate | undefined;
}

/**
 * One for every document that a change of the period declares updated. Documents that are not updated count once their
 * term is over.
 */
function affected(measuring: Measuring): Affected[] {
  const { facts, period, settings, today } = measuring;
  const documents = new Map(facts.documents.map(document => [document.id, document]));
  const all = facts.changes.flatMap(change => {
    const moment = implementedAt(measuring, change);
    const day = moment === undefined ? undefined : localDate(moment, settings.calendar.offset);
    if (day === undefined || !contains(period, day)) return [];
    const due = addWorkdays(settings.calendar, day, settings.terms.document_workdays);
    const rows = rowsIn(change.doc_impact).filter(({ result }) => result === 'updated');
    return rows.map(({ ref, version }) => ({
      id: change.id,
      due,
      updated: dateOfVersion(measuring, documents.get(ref ?? ''), version),
    }));
  });
  return all.filter(({ updated, due }) => updated !== undefined || due < today);
}

/** The day of a version. Without a version, the document has none (a test report) and its date counts. */
function dateOfVersion({ happened, day }: Measuring, document?: DocumentFact, version?: string): LocalDate | undefined {
  const date = version
    ? rowsIn(document?.revisions).find(revision => revision.version === version)?.date
    : document?.created;
  return happened(date) === undefined ? undefined : day(date);
}

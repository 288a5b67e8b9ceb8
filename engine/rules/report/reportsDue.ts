/** The reports that the contract requires, each with its last day and its record. */
import type { Report } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { nthWorkdayAfter } from '../../measure/time/calendar.ts';
import type { LocalDate } from '../../measure/time/date.ts';
import type { Period } from '../../measure/time/period.ts';
import { reportedPeriods } from '../../measure/due/reportPlan.ts';
import { reportId } from '../../measure/report/report.ts';
import { terms, workCalendar } from '../../measure/agreed/terms.ts';
import { agreedDuty } from '../duties.ts';
import type { Project } from '../project.ts';
import type { EntryOf } from '../../model/entry.ts';

/** One report that is owed for a period, and its record, if there is one. */
interface DueReport {
  readonly id: string;
  readonly period: Period;
  readonly due: LocalDate;
  /** The key of the duty in docket.yml, such as `monthly`. */
  readonly duty: string;
  readonly record: EntryOf<Report> | undefined;
}

const DUTIES = { week: 'weekly', month: 'monthly', quarter: 'quarterly', year: 'annual' } as const;

/** The reports of the whole service period. A duty whose term is only a default gives none. */
export function reportsDue(project: Project): readonly DueReport[] {
  const { period } = project.config.project;
  if (period === undefined) return [];
  const agreed = project
    .get(terms, ALL)
    .reports.filter(({ kind }) => agreedDuty(project.config.duties.report?.[DUTIES[kind]]) !== undefined);
  return agreed.flatMap(({ kind, workdays }) =>
    reportedPeriods(kind, period, period).map(span => ({
      id: reportId(span, project.get),
      period: span,
      due: nthWorkdayAfter(project.get(workCalendar, ALL), span, workdays),
      duty: DUTIES[kind],
      record: project.entry<Report>(reportId(span, project.get)),
    })),
  );
}

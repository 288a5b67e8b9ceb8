/**
 * The figure of maintenance reports. A report counts in the period it reports on, so that its lateness is shown there.
 */
import { nthWorkdayAfter } from '../time/calendar.ts';
import type { LocalDate } from '../time/date.ts';
import type { Measuring } from '../facts/measuring.ts';
import type { Period } from '../time/period.ts';
import { reportedPeriods } from '../due/reportPlan.ts';
import { type Kpi, rate } from './kpi.ts';

/** 服务报告交付及时率 (ITSS): reports submitted by their due day ÷ reports due. */
export const reportInTime: Kpi = {
  key: 'report_in_time',
  label: { zh: '服务报告交付及时率', en: 'Reports in time' },
  formula: { zh: '按期提交的报告数 ÷ 应提交的报告数', en: 'reports handed in by their day ÷ reports due' },
  unit: 'percent',
  digits: 2,
  target: { value: 100, bound: 'at-least' },
  compute: measuring =>
    rate(owedReports(measuring), ({ due, submitted }) => submitted !== undefined && submitted <= due),
};

interface OwedReport {
  /** Id of the report, or the key of the period it is missing for. */
  readonly id: string;
  readonly due: LocalDate;
  readonly submitted: LocalDate | undefined;
}

/** The reports that are submitted or past their due day. */
function owedReports(measuring: Measuring): OwedReport[] {
  const { period, settings, today } = measuring;
  return settings.terms.reports
    .flatMap(({ kind, workdays }) =>
      reportedPeriods(kind, period, settings.service).map(span =>
        owedReport(measuring, span, nthWorkdayAfter(settings.calendar, span, workdays)),
      ),
    )
    .filter(({ due, submitted }) => submitted !== undefined || due < today);
}

function owedReport({ facts, happened, day }: Measuring, span: Period, due: LocalDate): OwedReport {
  const report = facts.reports.find(({ period }) => period === span.key);
  const submitted = happened(report?.submitted_at) === undefined ? undefined : day(report?.submitted_at);
  return { id: report?.id ?? span.key, due, submitted };
}

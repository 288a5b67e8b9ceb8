/** Duties that repeat: inspections of weeks and holidays, reports, ledgers, sign-off sheets. */
import { ALL } from '../../base/queries.ts';
import type { Inspection, Ledger, Report, ServiceOrder, SignoffBatch } from '../../../docs-schema/generated/types.ts';
import type { Words } from '../../base/words.ts';
import { config } from '../../model/config/projectConfig.ts';
import { nthWorkdayAfter } from '../time/calendar.ts';
import { addDays } from '../time/date.ts';
import type { Duty } from './duty.ts';
import { dateOf } from '../time/instant.ts';
import { plannedInspections, servedInspection } from './inspectionPlan.ts';
import type { MeasuredMoment } from '../time/moment.ts';
import { parsePeriod, type Period, periodLabel, periodOf } from '../time/period.ts';
import { reportedPeriods } from './reportPlan.ts';
import { ledgerId } from '../ledger/ledger.ts';
import { reportId } from '../report/report.ts';
import { measureTerms } from '../agreed/terms.ts';

/** The open periodic duties. */
export function periodicDuties(moment: MeasuredMoment): readonly Duty[] {
  return [...inspections(moment), ...reports(moment), ...ledgers(moment), ...signoffs(moment)];
}

/**
 * Inspections that have begun or begin soon. One that is past its grace days cannot be made any more; a rule reports it
 * instead.
 */
function inspections(moment: MeasuredMoment): readonly Duty[] {
  const { calendar, service, terms } = moment.get(measureTerms, ALL);
  if (service === undefined) return [];
  const made = moment.entries<Inspection>('inspection').map(({ id, data }) => ({ ...data, id }));
  const grace = terms.inspection_grace_days;
  const near = { from: addDays(moment.period.from, -grace), to: addDays(moment.period.to, 31) };
  const asked = moment.get(config, ALL).duties.inspection;
  return plannedInspections(calendar, near, service)
    .filter(
      one =>
        asked?.[one.kind] !== false &&
        one.from <= moment.period.to &&
        servedInspection(one, made, grace).served === 'missing',
    )
    .map(({ key, kind, name, from, to }) => {
      const week = parsePeriod(key);
      const what: Words =
        kind === 'weekly' && week
          ? { zh: `${periodLabel(week).zh}巡检`, en: `inspection of ${periodLabel(week).en}` }
          : { zh: `${name?.zh ?? ''}节假日巡检`, en: `holiday inspection, ${name?.en ?? ''}` };
      const days = { zh: `${what.zh}（${from} 至 ${to}）`, en: `${what.en} (${from} to ${to})` };
      return { kind: 'inspection', due: to, id: kind === 'weekly' ? `XJ-${key}` : 'XJ', title: days, path: undefined };
    });
}

function reports(moment: MeasuredMoment): readonly Duty[] {
  const { calendar, service, terms } = moment.get(measureTerms, ALL);
  // Without `duties.report` the term is a default, so there is no reminder.
  if (service === undefined || moment.get(config, ALL).duties.report === undefined) return [];
  const handed = moment.entries<Report>('report');
  return terms.reports.flatMap(({ kind, workdays }) =>
    past(reportedPeriods(kind, service, service), moment).flatMap(period => {
      const record = handed.find(({ id }) => id === reportId(period, moment.get));
      if (record !== undefined && moment.happened(record.data.submitted_at)) return [];
      const label = periodLabel(period);
      const title = { zh: `提交${label.zh}维护报告`, en: `hand in the report of ${label.en}` };
      return [
        {
          kind: 'report' as const,
          due: nthWorkdayAfter(calendar, period, workdays),
          id: reportId(period, moment.get),
          title,
          path: record?.path,
        },
      ];
    }),
  );
}

function ledgers(moment: MeasuredMoment): readonly Duty[] {
  const { calendar, service } = moment.get(measureTerms, ALL);
  const { monthly } = moment.get(config, ALL).duties.ledger ?? {};
  const workdays = (monthly || undefined)?.due;
  if (service === undefined || workdays === undefined) return [];
  const handed = moment.entries<Ledger>('ledger');
  return past(reportedPeriods('month', service, service), moment).flatMap(period => {
    const id = ledgerId(period, moment.get);
    const record = handed.find(one => one.id === id);
    if (record !== undefined && moment.happened(record.data.submitted_at)) return [];
    const label = periodLabel(period);
    return [
      {
        kind: 'ledger' as const,
        due: nthWorkdayAfter(calendar, period, workdays),
        id,
        title: { zh: `提交${label.zh}系统运维台账`, en: `hand in the ledger of ${label.en}` },
        path: record?.path,
      },
    ];
  });
}

/** Months with finished orders that are in no signed sheet. */
function signoffs(moment: MeasuredMoment): readonly Duty[] {
  const { calendar, terms } = moment.get(measureTerms, ALL);
  const sheets = moment.entries<SignoffBatch>('signoff-batch');
  const done = moment
    .entries<ServiceOrder>('service-order')
    .filter(({ status, data }) => status === 'done' && moment.happened(data.done_at));
  const months = new Map(
    done
      .map(({ data }) => periodOf('month', dateOf(data.done_at, moment.offset) ?? moment.period.from))
      .map(month => [month.key, month]),
  );
  return past([...months.values()], moment).map(month => {
    const id = `QZ-${month.key}`;
    const label = periodLabel(month);
    return {
      kind: 'signoff',
      due: nthWorkdayAfter(calendar, month, terms.signoff_workdays),
      id,
      title: { zh: `${label.zh}服务工单签字确认`, en: `sign-off of the service orders of ${label.en}` },
      path: sheets.find(sheet => sheet.id === id)?.path,
    };
  });
}

function past(periods: readonly Period[], { period }: MeasuredMoment): readonly Period[] {
  return periods.filter(({ to }) => to < period.to);
}

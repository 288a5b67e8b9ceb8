/**
 * The periods for which a contract requires a report. Years are years of service: a contract from October to September
 * has one annual report.
 */
import { type LocalDate, addDays, earliest, monthLength, parseDate, writeDate } from '../time/date.ts';
import { type Period, type PeriodKind, contains, periodsIn } from '../time/period.ts';

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The periods whose last day is in the span and in the service. */
export function reportedPeriods(kind: Exclude<PeriodKind, 'range'>, span: Days, service?: Days): Period[] {
  const periods =
    kind === 'year' && service !== undefined ? serviceYears(service) : periodsIn(kind, span.from, span.to);
  return periods.filter(({ to }) => contains(span, to) && contains(service ?? span, to));
}

/**
 * The years of service, named after the calendar year in which they end. A remainder that ends in the same calendar
 * year is added to the year before it.
 */
function serviceYears(service: Days): Period[] {
  const years: Period[] = [];
  if (parseDate(service.from) === undefined || parseDate(service.to) === undefined) return years;
  for (let from = service.from; from <= service.to; ) {
    const to = earliest(addDays(yearLater(from), -1), service.to);
    const last = years.at(-1);
    const year: Period = { key: to.slice(0, 4), kind: 'year', from, to };
    if (last?.key === year.key) years[years.length - 1] = { ...last, to };
    else years.push(year);
    from = addDays(to, 1);
  }
  return years;
}

function yearLater(date: LocalDate): LocalDate {
  const [year, month] = [Number(date.slice(0, 4)) + 1, Number(date.slice(5, 7))];
  return writeDate(year, month, Math.min(Number(date.slice(8)), monthLength(year, month)));
}

/**
 * Public holidays of mainland China and the weekends worked in exchange, as the General Office of the State Council
 * publishes them each year. The data comes from the package `chinese-days`.
 */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Words } from '../../base/words.ts';
import type { LocalDate } from './date.ts';

/** A public holiday or an exchanged workday: the weekday does not decide whether people work. */
export interface SpecialDay {
  readonly date: LocalDate;
  readonly work: boolean;
  readonly name: Words;
}

/** All published holidays and exchanged workdays. */
export function chineseHolidays(): readonly SpecialDay[] {
  const { holidays, workdays } = published as Record<'holidays' | 'workdays', Record<LocalDate, string>>;
  return [...daysOf(holidays, false), ...daysOf(workdays, true)];
}

/** The package gives a day as `Spring Festival,春节,4`. */
function daysOf(days: Record<LocalDate, string>, work: boolean): SpecialDay[] {
  return Object.entries(days).map(([date, names]) => {
    const [en = '', zh = en] = names.split(',');
    return { date, work, name: { zh, en } };
  });
}

/** Public holidays of mainland China and the weekends worked in their place, as the State Council publishes them each autumn. */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Words } from '../../base/words.ts';
import type { LocalDate } from './date.ts';

/** A day on which the weekday does not decide whether people work. */
export interface SpecialDay {
  readonly date: LocalDate;
  readonly work: boolean;
  readonly name: Words;
}

export function chineseHolidays(): readonly SpecialDay[] {
  const { holidays, workdays } = published as Record<'holidays' | 'workdays', Record<LocalDate, string>>;
  return [...daysOf(holidays, false), ...daysOf(workdays, true)];
}

/** The package writes a day as `Spring Festival,春节,4`. */
function daysOf(days: Record<LocalDate, string>, work: boolean): SpecialDay[] {
  return Object.entries(days).map(([date, names]) => {
    const [en = '', zh = en] = names.split(',');
    return { date, work, name: { zh, en } };
  });
}

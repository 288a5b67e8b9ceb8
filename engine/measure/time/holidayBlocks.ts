/**
 * Holidays as blocks of days: a name, a first and a last day. A neighbouring weekend that is not part of the holiday is
 * not in the block.
 */
import type { Words } from '../../base/words.ts';
import type { WorkCalendar } from './calendar.ts';
import { type DayNumber, type LocalDate, dateOfDay, dayNumber } from './date.ts';

/** Consecutive days off. Both days are included. */
interface HolidayBlock {
  /** Two holidays that touch share a block: 国庆节、中秋. */
  readonly name: Words;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The blocks that share a day with the span. A block that goes beyond the span is given whole. */
export function holidayBlocks(calendar: WorkCalendar, from: LocalDate, to: LocalDate): HolidayBlock[] {
  const blocks: HolidayBlock[] = [];
  const end = dayNumber(to);
  for (let day = dayNumber(from); day <= end; day++) {
    if (!isHoliday(calendar, day)) continue;
    const block = blockAround(calendar, day);
    blocks.push(block);
    day = dayNumber(block.to);
  }
  return blocks;
}

function isHoliday(calendar: WorkCalendar, day: DayNumber): boolean {
  return calendar.special.get(day)?.work === false;
}

function blockAround(calendar: WorkCalendar, day: DayNumber): HolidayBlock {
  let [first, last] = [day, day];
  while (isHoliday(calendar, first - 1)) first--;
  while (isHoliday(calendar, last + 1)) last++;
  return { name: nameOf(calendar, first, last), from: dateOfDay(first), to: dateOfDay(last) };
}

function nameOf(calendar: WorkCalendar, first: DayNumber, last: DayNumber): Words {
  const names = new Map<string, Words>();
  for (let day = first; day <= last; day++) {
    const name = calendar.special.get(day)?.name;
    if (name !== undefined) names.set(name.zh, name);
  }
  const words = [...names.values()];
  return { zh: words.map(name => name.zh).join('、'), en: words.map(name => name.en).join(' and ') };
}

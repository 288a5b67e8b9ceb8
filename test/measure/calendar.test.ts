import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkdays,
  buildCalendar,
  coversYear,
  isWorkday,
  nthWorkdayAfter,
  workdaysBetween,
  workdaysIn,
} from '../../engine/measure/time/calendar.ts';
import { dateOfDay } from '../../engine/measure/time/date.ts';
import { holidayBlocks } from '../../engine/measure/time/holidayBlocks.ts';
import { periodsIn } from '../../engine/measure/time/period.ts';

const china = buildCalendar();
const date = fc.integer({ min: 12_500, max: 21_500 }).map(dateOfDay);

describe('Chinese holidays of the sample contract', () => {
  test('blocks', () => {
    expect(
      holidayBlocks(china, '2025-10-01', '2026-10-31').map(({ name, from, to }) => `${from} ${to} ${name.zh}`),
    ).toEqual([
      '2025-10-01 2025-10-08 国庆节、中秋',
      '2026-01-01 2026-01-03 元旦',
      '2026-02-15 2026-02-23 春节',
      '2026-04-04 2026-04-06 清明',
      '2026-05-01 2026-05-05 劳动节',
      '2026-06-19 2026-06-21 端午',
      '2026-09-25 2026-09-27 中秋',
      '2026-10-01 2026-10-07 国庆节',
    ]);
  });

  test.each([
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ])('people work on the weekend day %s', day => expect(isWorkday(china, day)).toBe(true));

  test('247 workdays', () => expect(workdaysIn(china, '2025-10-01', '2026-09-30')).toBe(247));

  test('two weeks have none', () => {
    const empty = periodsIn('week', '2025-10-01', '2026-09-30').filter(
      ({ from, to }) => workdaysIn(china, from < '2025-10-01' ? '2025-10-01' : from, to) === 0,
    );
    expect(empty.map(({ key }) => key)).toEqual(['2025-W40', '2026-W08']);
  });

  test('the fifth workday after each month', () => {
    const due = periodsIn('month', '2025-10-01', '2026-09-30').map(month => nthWorkdayAfter(china, month, 5));
    expect(due).toEqual([
      '2025-11-07',
      '2025-12-05',
      '2026-01-08',
      '2026-02-06',
      '2026-03-06',
      '2026-04-08',
      '2026-05-11',
      '2026-06-05',
      '2026-07-07',
      '2026-08-07',
      '2026-09-07',
      '2026-10-13',
    ]);
  });

  test('years nobody has published are unknown', () => {
    expect([2003, 2004, 2025, 2026, 2099].map(year => coversYear(china, year))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(coversYear(buildCalendar({ holidays: 'none' }), 2099)).toBe(true);
  });
});

describe('a project', () => {
  const own = buildCalendar({
    days: [
      { date: '2026-10-01', work: true },
      { date: '2026-05-20', work: false, name: '建局纪念日' },
      { date: '2099-01-01', work: false },
      { date: '2026-02-30', work: false },
    ],
  });

  test('overrides the country day by day', () => {
    expect([isWorkday(own, '2026-10-01'), isWorkday(own, '2026-10-02'), isWorkday(own, '2026-05-20')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(holidayBlocks(own, '2026-05-06', '2026-05-31')).toEqual([
      { name: { zh: '建局纪念日', en: '建局纪念日' }, from: '2026-05-20', to: '2026-05-20' },
    ]);
    expect(holidayBlocks(own, '2026-10-01', '2026-10-07')[0]?.from).toBe('2026-10-02');
    expect(coversYear(own, 2099)).toBe(true);
  });

  test('may keep no holidays at all', () => {
    const plain = buildCalendar({ holidays: 'none' });
    expect([isWorkday(plain, '2026-10-01'), isWorkday(plain, '2026-10-10')]).toEqual([true, false]);
    expect(holidayBlocks(plain, '2026-01-01', '2026-12-31')).toEqual([]);
  });

  test('writes its hours; unreadable ones are left out, overlapping ones are one', () => {
    expect(
      buildCalendar({
        hours: [
          ['13:00', '24:00'],
          ['9:00', '12:00'],
        ],
      }).shifts,
    ).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1_440 },
    ]);
    expect(
      buildCalendar({
        hours: [
          ['09:00', '12:00'],
          ['11:00', '13:00'],
        ],
      }).minutesPerDay,
    ).toBe(240);
    expect(
      buildCalendar({
        hours: [
          ['spät', '12:00'],
          ['25:00', '26:00'],
          ['12:00', '09:00'],
        ],
      }).minutesPerDay,
    ).toBe(450);
    expect(buildCalendar({ hours: [] }).shifts).toEqual(china.shifts);
  });

  test('a block that reaches over the edge is named whole', () => {
    expect(holidayBlocks(china, '2025-10-05', '2025-10-06')).toEqual(holidayBlocks(china, '2025-10-01', '2025-10-08'));
  });
});

describe('counting workdays', () => {
  test('a term does not count its first day', () => {
    expect(workdaysBetween(china, '2026-03-05', '2026-03-06')).toBe(1);
    expect(workdaysBetween(china, '2026-03-06', '2026-03-09')).toBe(1);
    expect(workdaysBetween(china, '2026-03-06', '2026-03-06')).toBe(0);
  });

  test('adding and counting undo each other', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -60, max: 60 }), (day, n) => {
        const reached = addWorkdays(china, day, n);
        expect(workdaysBetween(china, day, reached)).toBe(n);
        if (n !== 0) expect(isWorkday(china, reached)).toBe(true);
      }),
    );
  });

  test('counts add up', () => {
    fc.assert(
      fc.property(date, fc.nat(200), fc.nat(200), (day, a, b) => {
        const [middle, last] = [addWorkdays(china, day, a), addWorkdays(china, day, a + b)];
        expect(workdaysBetween(china, day, middle) + workdaysBetween(china, middle, last)).toBe(
          workdaysBetween(china, day, last),
        );
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateOfDay } from '../../engine/measure/time/date.ts';
import {
  contains,
  parsePeriod,
  periodLabel,
  periodOf,
  periodsIn,
  previousPeriod,
  rangeOf,
} from '../../engine/measure/time/period.ts';

describe('a period', () => {
  test.each([
    ['2026-05', 'month', '2026-05-01', '2026-05-31', '2026年5月', 'May 2026'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29', '2024年2月', 'February 2024'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31', '2026年第一季度', 'Q1 2026'],
    ['2026', 'year', '2026-01-01', '2026-12-31', '2026年', '2026'],
    ['2026-W21', 'week', '2026-05-18', '2026-05-24', '2026年第21周', 'week 21 of 2026'],
    ['2026-W01', 'week', '2025-12-29', '2026-01-04', '2026年第1周', 'week 1 of 2026'],
    ['2026-W53', 'week', '2026-12-28', '2027-01-03', '2026年第53周', 'week 53 of 2026'],
    [
      '2025-10-01..2026-09-30',
      'range',
      '2025-10-01',
      '2026-09-30',
      '2025-10-01至2026-09-30',
      '2025-10-01 to 2026-09-30',
    ],
  ])('%s', (key, kind, from, to, zh, en) => {
    const period = parsePeriod(key);
    expect(period).toEqual({ key, kind, from, to });
    expect(period && periodLabel(period)).toEqual({ zh, en });
  });

  test.each([
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2025-W53',
    '2026-W00',
    '2026-W54',
    '26-05',
    '0000',
    '2026-5',
    '2026-09-30..2025-10-01',
    '..',
    'x..y',
    2026,
    undefined,
  ])('%j is none', key => expect(parsePeriod(key)).toBeUndefined());

  test('every day is in one of each kind, and the key leads back to it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30_000, max: 80_000 }),
        fc.constantFrom('week', 'month', 'quarter', 'year'),
        (day, kind) => {
          const period = periodOf(kind, dateOfDay(day));
          expect(contains(period, dateOfDay(day))).toBe(true);
          expect(parsePeriod(period.key)).toEqual(period);
          expect(addDays(previousPeriod(period).to, 1)).toBe(period.from);
        },
      ),
    );
  });

  test('the service year touches 53 weeks, 12 months, 4 quarters', () => {
    const count = (kind: 'week' | 'month' | 'quarter') => periodsIn(kind, '2025-10-01', '2026-09-30');
    expect(count('week').map(({ key }) => key)).toHaveLength(53);
    expect([count('week')[0]?.key, count('week').at(-1)?.key]).toEqual(['2025-W40', '2026-W40']);
    expect([count('month').length, count('quarter').length]).toEqual([12, 4]);
  });

  test('a range is preceded by one as long', () => {
    const before = previousPeriod(rangeOf('2026-05-11', '2026-05-20') ?? periodOf('year', '2026-01-01'));
    expect([before.from, before.to]).toEqual(['2026-05-01', '2026-05-10']);
  });
});

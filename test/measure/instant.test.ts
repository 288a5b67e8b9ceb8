import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateOfDay, dayNumber, daysBetween, parseDate, weekdayOf } from '../../engine/measure/time/date.ts';
import {
  CHINA,
  dateOf,
  formatInstant,
  localDate,
  momentOf,
  parseInstant,
  parseOffset,
} from '../../engine/measure/time/instant.ts';

describe('a day', () => {
  test.each([
    '2026-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-4-1',
    '2026-04-31',
    '0000-01-01',
    '2026/04/01',
    '',
    ' 2026-04-01',
    20260401,
    null,
    undefined,
    {},
  ])('%j is none', text => expect(parseDate(text)).toBeUndefined());

  test('29 February exists in leap years', () => {
    expect(['2024-02-29', '2000-02-29', '1900-02-29', '2100-02-29'].filter(parseDate)).toEqual([
      '2024-02-29',
      '2000-02-29',
    ]);
  });

  test('numbers and dates are two names of one day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), day => {
        const date = dateOfDay(day);
        expect(parseDate(date)).toBe(date);
        expect(dayNumber(date)).toBe(day);
        expect(date).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  test('weekdays', () => {
    expect(['1970-01-01', '2026-05-20', '1969-12-29', '2026-11-22'].map(date => weekdayOf(dayNumber(date)))).toEqual([
      4, 3, 1, 7,
    ]);
  });

  test('adding and subtracting cross months and years', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2025-10-01', '2026-09-30')).toBe(364);
  });
});

describe('a moment', () => {
  test.each([
    '2026-01-19',
    '2026-01-19T16:05:00',
    '2026-01-19 16:05',
    '2026-02-30T10:00:00+08:00',
    '2026-01-19T24:00:00+08:00',
    '2026-01-19T16:60:00+08:00',
    '2026-01-19T16:05:61Z',
    '2026-01-19T16:05:00+24:00',
    '2026-01-19T16:05:00+0800',
    '昨天下午',
    '',
    1_768_809_900_000,
    null,
    undefined,
    [],
    new Date(0),
  ])('%j is none', text => expect(parseInstant(text)).toBeUndefined());

  test('the same moment in three offsets', () => {
    const texts = [
      '2026-01-19T16:05:00+08:00',
      '2026-01-19T08:05:00Z',
      '2026-01-19T03:05:00.000-05:00',
      '2026-01-19 16:05+08:00',
    ];
    expect(new Set(texts.map(parseInstant))).toEqual(new Set([Date.UTC(2026, 0, 19, 8, 5)]));
  });

  test('local days are those of the project, not of the machine', () => {
    const moment = parseInstant('2025-12-31T16:30:00Z') ?? 0;
    expect(localDate(moment, CHINA)).toBe('2026-01-01');
    expect(localDate(moment, 0)).toBe('2025-12-31');
    expect(dateOf('2026-05-20T00:30:00+08:00', 0)).toBe('2026-05-19');
    expect(dateOf('2026-05-20', 0)).toBe('2026-05-20');
    expect(dateOf('gestern', 0)).toBeUndefined();
  });

  test('a bare date begins at local midnight', () => {
    expect(momentOf('2026-05-20', CHINA)).toBe(parseInstant('2026-05-20T00:00:00+08:00'));
    expect(momentOf('2026-05-20T09:42:00+08:00', CHINA)).toBe(parseInstant('2026-05-20T01:42:00Z'));
  });

  test('is written as it is read', () => {
    const offsets = fc.integer({ min: -839, max: 840 });
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 7_000_000_000 }), offsets, (seconds, offset) => {
        expect(parseInstant(formatInstant(seconds * 1_000, offset))).toBe(seconds * 1_000);
      }),
    );
    expect(formatInstant(parseInstant('2026-01-19T08:05:09Z') ?? 0, CHINA)).toBe('2026-01-19T16:05:09+08:00');
    expect(formatInstant(0, -330)).toBe('1969-12-31T18:30:00-05:30');
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.anything(), text => {
        const moment = parseInstant(text);
        expect(moment === undefined || Number.isFinite(moment)).toBe(true);
        expect(parseDate(text) === undefined || parseDate(text) === text).toBe(true);
      }),
    );
  });

  test('an offset is a sign, hours and minutes', () => {
    expect(['+08:00', '-03:30', 'Z', '+8', '08:00', '+25:00', 480].map(parseOffset)).toEqual([
      480,
      -210,
      0,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCalendar } from '../../engine/measure/time/calendar.ts';
import { type Clock, mergePauses, minutesBetween, momentAfter } from '../../engine/measure/time/workClock.ts';
import { CHINA, MINUTE, formatInstant, parseInstant } from '../../engine/measure/time/instant.ts';

const china = buildCalendar();
const at = (text: string): number => parseInstant(`${text}:00+08:00`) ?? Number.NaN;

/** Minutes of 2025-09 to 2026-11, where holidays and made-up weekends lie. */
const moment = fc
  .integer({ min: at('2025-09-01T00:00') / MINUTE, max: at('2026-11-30T00:00') / MINUTE })
  .map(minute => minute * MINUTE);
const clock = fc.constantFrom<Clock>('natural', 'work');
const pauses = fc.array(fc.tuple(moment, fc.nat(20_000)), { maxLength: 5 }).map(list =>
  mergePauses(
    list.map(([from, length]) => ({
      from: formatInstant(from, CHINA),
      to: formatInstant(from + length * MINUTE, CHINA),
    })),
  ),
);

describe('the work clock', () => {
  test.each([
    ['stands still over lunch', '2026-05-20T11:50', '2026-05-20T13:40', 20],
    ['stands still at night', '2026-05-20T17:20', '2026-05-21T08:40', 20],
    ['has 450 minutes a day', '2026-05-20T00:00', '2026-05-21T00:00', 450],
    ['stands still on a holiday', '2026-02-18T10:05', '2026-02-18T11:30', 0],
    ['runs on a Saturday that is worked', '2026-02-28T08:30', '2026-02-28T12:00', 210],
    ['leaps over the spring holidays', '2026-02-14T17:00', '2026-02-24T09:00', 60],
    ['counts nothing backwards', '2026-05-21T09:00', '2026-05-20T09:00', 0],
  ])('%s', (_, from, to, minutes) => expect(minutesBetween('work', china, at(from), at(to))).toBe(minutes));

  test('runs in local hours whatever offset the texts have', () => {
    const [from, to] = [parseInstant('2026-05-20T00:30:00Z') ?? 0, parseInstant('2026-05-20T02:30:00Z') ?? 0];
    expect(minutesBetween('work', china, from, to)).toBe(120);
    expect(minutesBetween('work', buildCalendar({ offset: '+00:00' }), from, to)).toBe(0);
  });
});

describe('pauses', () => {
  test('that overlap are taken off once', () => {
    const merged = mergePauses([
      { from: '2026-05-20T10:00:00+08:00', to: '2026-05-20T11:00:00+08:00' },
      { from: '2026-05-20T09:30:00+08:00', to: '2026-05-20T10:30:00+08:00' },
      { from: '2026-05-20T09:40:00+08:00', to: '2026-05-20T09:50:00+08:00' },
    ]);
    expect(merged).toEqual([{ from: at('2026-05-20T09:30'), to: at('2026-05-20T11:00') }]);
    expect(minutesBetween('natural', china, at('2026-05-20T09:00'), at('2026-05-20T12:00'), merged)).toBe(90);
  });

  test('without an end last; unreadable and reversed ones are none', () => {
    expect(mergePauses([{ from: '2026-05-20T10:00:00+08:00' }])).toEqual([
      { from: at('2026-05-20T10:00'), to: Number.POSITIVE_INFINITY },
    ]);
    expect(
      mergePauses([
        { from: 'bald' },
        {},
        { from: '2026-05-20T10:00:00+08:00', to: '?' },
        { from: '2026-05-20T10:00:00Z', to: '2026-05-20T09:00:00Z' },
      ]),
    ).toEqual([]);
  });

  test('outside the span and outside working hours take nothing off', () => {
    const night = [{ from: at('2026-05-20T18:00'), to: at('2026-05-21T08:00') }];
    expect(minutesBetween('work', china, at('2026-05-20T09:00'), at('2026-05-21T09:00'), night)).toBe(450);
    expect(minutesBetween('natural', china, at('2026-05-22T09:00'), at('2026-05-22T10:00'), night)).toBe(60);
  });
});

describe('properties', () => {
  test('minutes add up', () => {
    fc.assert(
      fc.property(clock, pauses, moment, moment, moment, (kind, off, ...moments) => {
        const [a = 0, b = 0, c = 0] = moments.sort((x, y) => x - y);
        const whole = minutesBetween(kind, china, a, c, off);
        expect(minutesBetween(kind, china, a, b, off) + minutesBetween(kind, china, b, c, off)).toBe(whole);
      }),
    );
  });

  test('later is never less', () => {
    fc.assert(
      fc.property(clock, pauses, moment, moment, fc.nat(50_000), (kind, off, from, to, more) => {
        expect(minutesBetween(kind, china, from, to + more * MINUTE, off)).toBeGreaterThanOrEqual(
          minutesBetween(kind, china, from, to, off),
        );
      }),
    );
  });

  test('the work clock is never ahead of the natural one, nor a paused clock of a running one', () => {
    fc.assert(
      fc.property(pauses, moment, moment, (off, from, to) => {
        const [work, natural] = [
          minutesBetween('work', china, from, to, off),
          minutesBetween('natural', china, from, to, off),
        ];
        expect(work).toBeLessThanOrEqual(natural);
        expect(work).toBeGreaterThanOrEqual(0);
        expect(work).toBeLessThanOrEqual(minutesBetween('work', china, from, to));
      }),
    );
  });

  test('a target falls due when that many minutes have passed', () => {
    fc.assert(
      fc.property(clock, pauses, moment, fc.integer({ min: 1, max: 20_000 }), (kind, off, from, minutes) => {
        const due = momentAfter(kind, china, from, minutes, off) ?? Number.NaN;
        expect(minutesBetween(kind, china, from, due, off)).toBe(minutes);
        expect(minutesBetween(kind, china, from, due - MINUTE, off)).toBe(minutes - 1);
      }),
    );
  });
});

describe('a term', () => {
  test('of three workdays over the Qingming holiday', () => {
    expect(formatInstant(momentAfter('work', china, at('2026-04-02T15:00'), 1_350) ?? 0, CHINA)).toBe(
      '2026-04-08T15:00:00+08:00',
    );
  });

  test('under a pause without an end never ends', () => {
    const paused = mergePauses([{ from: '2026-05-20T10:00:00+08:00' }]);
    expect(momentAfter('work', china, at('2026-05-20T09:00'), 61, paused)).toBeUndefined();
    expect(momentAfter('natural', china, at('2026-05-20T09:00'), 60, paused)).toBe(at('2026-05-20T10:00'));
  });
});

import { describe, expect, test } from 'vitest';
import { buildCalendar } from '../../engine/measure/time/calendar.ts';
import { defaultSla } from '../../engine/measure/agreed/defaultSla.ts';
import type { TicketFact } from '../../engine/measure/facts/facts.ts';
import { CHINA, formatInstant, parseInstant } from '../../engine/measure/time/instant.ts';
import { type TicketSla, slaOf } from '../../engine/measure/agreed/sla.ts';
import { golden } from '../fixtures/tickets.ts';

const china = buildCalendar();
const at = (text: string): number => parseInstant(`${text}:00+08:00`) ?? Number.NaN;
const always = at('2026-11-22T00:00');

function judged(ticket: Partial<TicketFact>, asOf = always): TicketSla {
  const sla = slaOf({ id: 'WX-2026-0001', status: 'processing', ...ticket }, defaultSla, china, asOf);
  if (sla === undefined) throw new Error('not measurable');
  return sla;
}

describe('the sample tickets', () => {
  test.each(golden.map(one => [one.ticket.id, one] as const))('%s', (_, one) => {
    const { response, resolve } = judged(one.ticket);
    expect(response).toMatchObject({
      minutes: one.responseMinutes,
      clock: 'natural',
      outcome: one.responseInTime ? 'met' : 'missed',
    });
    expect(resolve).toMatchObject({
      minutes: one.resolveMinutes,
      clock: one.clock,
      outcome: one.resolveInTime ? 'met' : 'missed',
    });
    expect(resolve.by).toBe(one.ticket.agreed_due_at ? 'agreed' : 'target');
  });

  test('without agreed dates 31 of 40 are solved in time', () => {
    const met = golden.filter(({ ticket }) => judged({ ...ticket, agreed_by: undefined }).resolve.outcome === 'met');
    expect(met).toHaveLength(31);
  });

  test('a holiday finding has no working minutes and is in time', () => {
    const holiday = golden.find(({ ticket }) => ticket.id === 'WX-2026-0006');
    expect(holiday && judged(holiday.ticket).resolve).toMatchObject({ minutes: 0, outcome: 'met' });
  });
});

describe('an open ticket', () => {
  const open = { severity: 'P3', reported_at: '2026-04-02T15:00:00+08:00' };

  test('is running inside its target and says how long it has', () => {
    const { response, resolve } = judged(open, at('2026-04-02T15:20'));
    expect(response).toMatchObject({ outcome: 'running', minutes: 20, left: 40 });
    expect(resolve).toMatchObject({ outcome: 'running', minutes: 20, left: 1_330, target: 1_350 });
    expect(formatInstant(resolve.due ?? 0, CHINA)).toBe('2026-04-08T15:00:00+08:00');
  });

  test('is overdue a minute after it', () => {
    expect(judged(open, at('2026-04-08T15:00')).resolve.outcome).toBe('running');
    expect(judged(open, at('2026-04-08T15:01')).resolve).toMatchObject({ outcome: 'overdue', minutes: 1_351 });
    expect(judged(open, at('2026-04-02T16:01')).response.outcome).toBe('overdue');
  });

  test('was still open before it was solved', () => {
    const solved = { ...open, responded_at: '2026-04-02T15:10:00+08:00', resolved_at: '2026-04-03T10:00:00+08:00' };
    expect(judged(solved, at('2026-04-03T09:59')).resolve.outcome).toBe('running');
    expect(judged(solved, at('2026-04-03T10:00')).resolve.outcome).toBe('met');
  });

  test('reported after the cut-off is not due', () => {
    const { response, resolve } = judged(open, at('2026-04-01T00:00'));
    expect([response.outcome, resolve.outcome]).toEqual(['not-due', 'not-due']);
  });

  test('with an agreed date runs until that date', () => {
    const agreed = { ...open, agreed_due_at: '2026-04-17T23:59:00+08:00', agreed_by: 'A-02' };
    expect(judged(agreed, at('2026-04-17T23:00')).resolve).toMatchObject({
      outcome: 'running',
      by: 'agreed',
      left: 59,
    });
    expect(judged(agreed, at('2026-04-18T00:00')).resolve.outcome).toBe('overdue');
  });
});

describe('what counts', () => {
  const solved = {
    severity: 'P2',
    reported_at: '2026-05-20T08:00:00+08:00',
    responded_at: '2026-05-20T08:30:00+08:00',
    resolved_at: '2026-05-20T17:00:00+08:00',
  };

  test('the target itself is in time, a second more is not', () => {
    expect(judged(solved).response.outcome).toBe('met');
    expect(judged({ ...solved, responded_at: '2026-05-20T08:30:01+08:00' }).response.outcome).toBe('missed');
  });

  test('pauses lengthen solving, never answering', () => {
    const pauses = [
      { from: '2026-05-20T08:05:00+08:00', to: '2026-05-20T08:50:00+08:00' },
      { from: '2026-05-20T08:35:00+08:00', to: '2026-05-20T09:05:00+08:00' },
    ];
    expect(judged(solved).resolve).toMatchObject({ outcome: 'missed', minutes: 540 });
    expect(judged({ ...solved, pauses }).resolve).toMatchObject({ outcome: 'met', minutes: 480 });
    expect(judged({ ...solved, pauses }).response.minutes).toBe(30);
  });

  test('an agreed date nobody agreed to is none', () => {
    const { resolve } = judged({ ...solved, agreed_due_at: '2026-06-01T00:00:00+08:00' });
    expect(resolve).toMatchObject({ by: 'target', outcome: 'missed' });
  });

  test('void and duplicate tickets, and levels the table does not know, are never due', () => {
    for (const ticket of [
      { ...solved, status: 'void' },
      { ...solved, status: 'duplicate' },
      { ...solved, severity: 'P9' },
      { ...solved, severity: undefined },
    ]) {
      expect(judged(ticket).resolve.outcome).toBe('not-due');
    }
  });

  test('on site, the second line has its own target once it came', () => {
    expect(judged(solved).onsite.outcome).toBe('not-due');
    expect(judged({ ...solved, arrived_at: '2026-05-20T10:00:00+08:00' }).onsite.outcome).toBe('met');
    expect(judged({ ...solved, arrived_at: '2026-05-20T10:01:00+08:00' }).onsite.outcome).toBe('missed');
  });

  test.each([
    ['no time of report', { severity: 'P1' }],
    ['a broken time of report', { severity: 'P1', reported_at: '2026-05-20 08:00' }],
    ['times that run backwards', { ...solved, resolved_at: '2026-05-19T17:00:00+08:00' }],
  ])('%s cannot be measured', (_, ticket) => {
    expect(slaOf({ id: 'WX-2026-0001', ...ticket }, defaultSla, china, always)).toBeUndefined();
  });

  test('a broken time of solving is none', () => {
    expect(judged({ ...solved, resolved_at: 'abends' }).resolve.outcome).toBe('overdue');
  });
});

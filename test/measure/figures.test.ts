import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasuredFacts, TicketFact } from '../../engine/measure/facts/facts.ts';
import { noFacts } from '../../engine/measure/facts/facts.ts';
import { parseInstant } from '../../engine/measure/time/instant.ts';
import { kpis } from '../../engine/measure/kpi/catalogue.ts';
import { figureText, figures, isReached, targetOf } from '../../engine/measure/kpi/figures.ts';
import type { Figure } from '../../engine/measure/kpi/kpi.ts';
import { parsePeriod } from '../../engine/measure/time/period.ts';
import { type MeasureSettings, measureSettings } from '../../engine/measure/agreed/measureSettings.ts';

const at = (text: string): number => parseInstant(`${text}:00+08:00`) ?? Number.NaN;
const WHOLE = '2025-10-01..2026-09-30';
const service = { from: '2025-10-01', to: '2026-09-30' };
const late = measureSettings(at('2026-11-22T00:00'), { service, terms: { onsite_min: 9, oral_permission: true } });

const YEAR = { key: '2026', kind: 'year', from: '2026-01-01', to: '2026-12-31' } as const;

/** Every field a figure reads. */
const FIELDS =
  `status kind severity channel system module reporter reported_at accepted_by responded_at arrived_at handler support_line escalated_at
  cause_category resolved_at recovered_at agreed_due_at agreed_by pauses satisfaction reopen_count handling done_at signoff_batch orders is_common
  decided_at decisions planned_date feedback_at links requirements planned_finish date holiday items ticket occurred_at submitted_at responsibility
  change_kind urgent approvals oral_permission doc_impact implemented_at result changes started_at finished_at created revisions period name line
  onsite entry_date leave_date month attendance from to`.split(/\s+/);

function figure(key: string, facts: Partial<MeasuredFacts>, period = WHOLE, settings: MeasureSettings = late): Figure {
  const span = parsePeriod(period);
  const found = span && figures(span, { ...noFacts, ...facts }, settings).find(one => one.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}

function counted({ numerator, denominator, missed }: Figure): [string, readonly string[]] {
  return [`${numerator}/${denominator}`, missed];
}

function kpi(key: string) {
  const found = kpis.find(one => one.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}

describe('the catalogue', () => {
  test('keeps one order, and every figure has words in both languages', () => {
    expect(figures(YEAR, noFacts, late).map(({ key }) => key)).toEqual(kpis.map(({ key }) => key));
    expect(new Set(kpis.map(({ key }) => key)).size).toBe(kpis.length);
    for (const { label, formula } of kpis)
      for (const { zh, en } of [label, formula])
        expect([/\p{Script=Han}/u.test(zh), /^[\x20-\x7eΣ−÷×]+$/u.test(en)]).toEqual([true, true]);
  });

  test('counts every figure the assessment asks for', () => {
    const keys =
      `response_rate resolve_rate sla_rate solved_rate first_line_rate first_dispatch_rate record_rate ticket_completeness reopen_rate
      recurrence_rate avg_response mttr mtbf availability inspection_rate abnormal_closed change_success release_success change_approved
      emergency_change_rate report_in_time doc_update_in_time requirement_feedback requirement_done satisfaction signoff_rate onsite_rate
      staff_change incident_report_in_time security_events`.split(/\s+/);
    expect(keys.filter(key => !kpis.some(one => one.key === key))).toEqual([]);
  });

  test('without records, nothing is a hundred percent', () => {
    const year = { key: '2019', kind: 'year', from: '2019-01-01', to: '2019-12-31' } as const;
    const unserved = figures(year, noFacts, late).filter(one => !['availability', 'security_events'].includes(one.key));
    for (const one of unserved) {
      expect([one.key, one.denominator, one.percent, one.value]).toEqual([one.key, 0, null, null]);
      expect(figureText(kpi(one.key), one)).toEqual({ zh: '—', en: '—' });
      expect(isReached(one, { value: 100, bound: 'at-least' })).toBeUndefined();
    }
  });

  test('nothing in a record makes it throw', () => {
    const time = fc.constantFrom<unknown>(
      '2026-05-20T09:42:00+08:00',
      '2026-05-20T10:31:00+08:00',
      '2026-05-20',
      '2026-05',
      '昨天',
      '2026-13-01T00:00:00+08:00',
      '',
      null,
    );
    const row = fc.dictionary(
      fc.constantFrom(
        'person',
        'party',
        'at',
        'date',
        'result',
        'ref',
        'version',
        'ticket',
        'order',
        'from',
        'to',
        'change',
        'days_present',
      ),
      fc.oneof(time, fc.anything()),
    );
    const value = fc.oneof(
      time,
      fc.anything(),
      row,
      fc.array(fc.oneof(row, fc.anything()), { maxLength: 3 }),
      fc.constantFrom<unknown>('P1', 'fault', 'abnormal', 'outage', true, 1, ['X']),
    );
    const record = fc.record(Object.fromEntries(FIELDS.map(field => [field, value])), { requiredKeys: [] });
    const names = Object.keys(noFacts);
    fc.assert(
      fc.property(fc.array(record, { minLength: names.length, maxLength: names.length }), records => {
        const facts = Object.fromEntries(
          names.map((name, n) => [
            name,
            [{ ...records[n], id: 'X', ...(name === 'requests' ? { month: '2026-05', received: 1 } : {}) }],
          ]),
        );
        for (const one of figures(YEAR, { ...facts, faulty_tickets: new Set() } as unknown as MeasuredFacts, late)) {
          expect([one.key, Number.isFinite(one.numerator), Number.isFinite(one.denominator)]).toEqual([
            one.key,
            true,
            true,
          ]);
        }
      }),
    );
  });
});

describe('targets', () => {
  const rate = { value: 94.12 };
  test('the default accuses nobody and is overridden with its source', () => {
    expect(targetOf(kpi('change_success'), late)).toEqual({ value: 95, bound: 'at-least', source: 'default' });
    const bid = {
      targets: {
        change_success: { value: 90, source: 'bid' },
        mttr: { value: 600, source: 'contract' },
        mtbf: { value: 1, source: 'policy' },
      },
    } as const;
    expect(targetOf(kpi('change_success'), bid)).toEqual({ value: 90, bound: 'at-least', source: 'bid' });
    expect(targetOf(kpi('mttr'), bid)).toEqual({ value: 600, bound: 'at-most', source: 'contract' });
    expect(targetOf(kpi('mtbf'), bid)?.bound).toBe('at-least');
    expect(targetOf(kpi('avg_response'), bid)).toBeUndefined();
  });

  test('are reached from above or from below', () => {
    expect([
      isReached(rate, { value: 95, bound: 'at-least' }),
      isReached(rate, { value: 94.12, bound: 'at-least' }),
    ]).toEqual([false, true]);
    expect([
      isReached({ value: 9.09 }, { value: 3, bound: 'at-most' }),
      isReached({ value: 0 }, { value: 0, bound: 'at-most' }),
    ]).toEqual([false, true]);
  });
});

describe('tickets', () => {
  const ticket = (id: string, own: Partial<TicketFact>): TicketFact => ({
    id,
    status: 'closed',
    severity: 'P3',
    reported_at: '2026-05-11T09:00:00+08:00',
    resolved_at: '2026-05-11T10:00:00+08:00',
    ...own,
  });

  test('dispatched right when the first assignee solved it, by name or by id', () => {
    const staff = [
      { id: 'RY-002', name: '钱二' },
      { id: 'RY-004', name: '李四' },
    ];
    const tickets = [
      ticket('A', { accepted_by: 'RY-002', handler: 'RY-004', handling: [{ person: '钱二' }, { person: '李四' }] }),
      ticket('B', {
        accepted_by: 'RY-002',
        handler: 'RY-005',
        handling: [{ person: 'RY-002' }, { person: 'RY-004' }, { person: 'RY-005' }],
      }),
      ticket('C', { accepted_by: 'RY-002', handler: 'RY-002', handling: [{ person: '钱二' }] }),
      ticket('D', { handler: 'RY-004' }),
    ];
    const dispatched = figure('first_dispatch_rate', { tickets, staff });
    expect(counted(dispatched)).toEqual(['2/3', ['B']]);
    expect(dispatched.extra).toEqual({ unknown: 1 });
  });

  test('by the first line only when it kept them', () => {
    const tickets = [
      ticket('A', { support_line: 1 }),
      ticket('B', { support_line: '1', escalated_at: '2026-05-11T09:30:00+08:00' }),
      ticket('C', { support_line: 2 }),
    ];
    expect(counted(figure('first_line_rate', { tickets }))).toEqual(['1/3', ['B', 'C']]);
  });

  test('a fault came back when its like was solved at most thirty days before', () => {
    const fault = { kind: 'fault', system: 'ZZGL', module: 'sys', cause_category: 'configuration' };
    const tickets = [
      ticket('A', fault),
      ticket('B', { ...fault, reported_at: '2026-06-10T09:59:00+08:00', resolved_at: '2026-06-10T12:00:00+08:00' }),
      ticket('C', { ...fault, reported_at: '2026-07-10T12:01:00+08:00', resolved_at: '2026-07-10T13:00:00+08:00' }),
      ticket('G', { ...fault, module: 'share', resolved_at: '2026-05-11T09:00:00+08:00' }),
      ticket('D', { ...fault, module: 'db', reported_at: '2026-07-11T09:00:00+08:00' }),
      ticket('E', { ...fault, cause_category: undefined }),
      ticket('F', { ...fault, cause_category: undefined, reported_at: '2026-05-12T09:00:00+08:00' }),
    ];
    expect(counted(figure('recurrence_rate', { tickets }))).toEqual(['1/7', ['B']]);
  });

  test('recovery counts before solving', () => {
    const tickets = [
      ticket('A', { kind: 'fault', recovered_at: '2026-05-11T09:30:00+08:00' }),
      ticket('B', { kind: 'fault', resolved_at: undefined }),
      ticket('C', {}),
    ];
    expect(figure('mttr', { tickets })).toMatchObject({ numerator: 30, denominator: 1, value: 30 });
  });

  test('complete when nothing is wrong with them, and unknown until somebody has looked', () => {
    const tickets = [ticket('A', {}), ticket('B', {})];
    expect(counted(figure('ticket_completeness', { tickets, faulty_tickets: new Set(['B']) }))).toEqual(['1/2', ['B']]);
    expect(figure('ticket_completeness', { tickets }).percent).toBeNull();
  });

  test('recorded against what the channels counted', () => {
    const tickets = [
      ticket('A', { channel: 'phone' }),
      ticket('B', { channel: 'qq' }),
      ticket('C', { channel: 'phone', reported_at: '2026-06-01T09:00:00+08:00' }),
    ];
    const requests = [{ month: '2026-05', channel: 'phone', received: 2 }];
    expect(figure('record_rate', { tickets, requests }, '2026-Q2')).toMatchObject({
      numerator: 1,
      denominator: 2,
      percent: 50,
    });
    expect(figure('record_rate', { tickets, requests }, '2026-W20').percent).toBeNull();
  });
});

describe('availability', () => {
  const incidents = [
    {
      id: 'GZ-2025-001',
      kind: 'degradation',
      system: 'ZZGL',
      reported_at: '2025-12-08T14:33:00+08:00',
      recovered_at: '2025-12-08T15:47:00+08:00',
    },
    {
      id: 'GZ-2026-001',
      kind: 'outage',
      system: 'ZZGL',
      occurred_at: '2026-05-20T09:42:00+08:00',
      recovered_at: '2026-05-20T10:31:00+08:00',
    },
  ];

  test('of the sample year and of its worst month', () => {
    expect(figure('availability', { incidents })).toMatchObject({
      numerator: 525_551,
      denominator: 525_600,
      percent: 99.99,
      value: 99.9907,
      missed: ['GZ-2026-001'],
    });
    const may = figure('availability', { incidents }, '2026-05');
    expect([may.numerator, may.denominator, may.value]).toEqual([44_591, 44_640, 99.8902]);
    expect(figureText(kpi('availability'), may).zh).toBe('44591/44640 = 99.8902%');
    expect(figure('mtbf', { incidents }, '2026-05')).toMatchObject({
      numerator: 44_591,
      denominator: 1,
      value: 44_591,
    });
  });

  test('counts overlapping outages once, open ones to the cut-off, and other systems not at all', () => {
    const overlapping = [
      ...incidents,
      {
        id: 'GZ-2026-002',
        kind: 'outage',
        system: 'ZZGL',
        reported_at: '2026-05-20T10:00:00+08:00',
        recovered_at: '2026-05-20T11:00:00+08:00',
      },
      {
        id: 'GZ-2026-003',
        kind: 'outage',
        system: 'share',
        reported_at: '2026-05-21T00:00:00+08:00',
        recovered_at: '2026-05-22T00:00:00+08:00',
      },
      { id: 'GZ-2026-004', kind: 'outage', reported_at: '2026-05-31T23:00:00+08:00' },
    ];
    const may = figure('availability', { incidents: overlapping }, '2026-05', { ...late, system: 'ZZGL' });
    expect(may.extra).toEqual({ outage_minutes: 78 + 60, outages: 3 });
  });

  test('a stop within an approved window is no service time', () => {
    const maintenance_windows = [
      { id: 'BG-2026-0001', from: '2026-05-20T10:00:00+08:00', to: '2026-05-20T12:00:00+08:00' },
    ];
    expect(figure('availability', { incidents, maintenance_windows }, '2026-05')).toMatchObject({
      denominator: 44_640 - 120,
      extra: { outage_minutes: 18 },
    });
  });

  test('a running month has passed only to the cut-off', () => {
    expect(figure('availability', {}, '2026-05', { ...late, asOf: at('2026-05-02T00:00') }).denominator).toBe(1_440);
    expect(figure('availability', {}, '2026-06', { ...late, asOf: at('2026-05-02T00:00') })).toMatchObject({
      denominator: 0,
      percent: null,
    });
  });
});

describe('changes and deployments', () => {
  const approvals = [{ party: 'A', at: '2025-11-18T10:00:00+08:00' }];
  const changes = [
    { id: 'BG-1', approvals, implemented_at: '2025-11-20T20:00:00+08:00', result: 'success' },
    { id: 'BG-2', approvals, implemented_at: '2025-11-17T20:00:00+08:00' },
    {
      id: 'BG-3',
      urgent: true,
      oral_permission: { at: '2025-11-20T10:12:00+08:00' },
      implemented_at: '2025-11-20T10:24:00+08:00',
      approvals: [{ party: 'A', at: '2025-11-20T17:00:00+08:00' }],
    },
    {
      id: 'BG-4',
      approvals: [{ party: 'B', at: '2025-11-18' }] as const,
      change_kind: ['db_script'],
      implemented_at: '2025-11-20T12:00:00+08:00',
    },
    { id: 'BG-5', approvals },
    { id: 'BG-6', approvals: [...approvals, { at: '2025-11-21' }], implemented_at: '2025-11-21T20:00:00+08:00' },
  ];
  const deployments = [
    {
      id: 'BS-1',
      changes: ['BG-1'],
      started_at: '2025-11-19T20:00:00+08:00',
      finished_at: '2025-11-19T21:00:00+08:00',
      result: 'rolled_back',
      status: 'confirmed',
    },
    {
      id: 'BS-2',
      changes: ['BG-1'],
      started_at: '2025-11-20T20:00:00+08:00',
      finished_at: '2025-11-20T21:00:00+08:00',
      result: 'success',
      status: 'success',
    },
    { id: 'BS-3', changes: ['BG-5'], started_at: '2026-12-01T20:00:00+08:00', status: 'planned' },
  ];

  test('one that was rolled back once did not succeed, though it did later', () => {
    expect(counted(figure('change_success', { changes, deployments }))).toEqual(['4/5', ['BG-1']]);
    expect(counted(figure('release_success', { changes, deployments }))).toEqual(['1/2', ['BS-1']]);
  });

  test('approval comes before the first deployment, by the purchaser, or by word of mouth in an emergency', () => {
    expect(counted(figure('change_approved', { changes, deployments }))).toEqual(['3/5', ['BG-2', 'BG-4']]);
    const strict = { ...late, terms: { ...late.terms, oral_permission: false } };
    expect(figure('change_approved', { changes, deployments }, WHOLE, strict).missed).toEqual(['BG-2', 'BG-3', 'BG-4']);
  });

  test('emergencies among the changes implemented', () => {
    expect(counted(figure('emergency_change_rate', { changes }))).toEqual(['1/5', ['BG-3']]);
  });

  test('the sample rates', () => {
    const many = Array.from({ length: 17 }, (_, n) => ({
      id: `BG-${n}`,
      implemented_at: '2026-01-05T20:00:00+08:00',
      ...(n === 2 ? { result: 'rolled_back' } : {}),
    }));
    const rate = figure('change_success', { changes: many });
    expect(figureText(kpi('change_success'), rate).zh).toBe('16/17 = 94.12%');
    expect(isReached(rate, kpi('change_success').target ?? { value: 0, bound: 'at-least' })).toBe(false);
    const releases = Array.from({ length: 13 }, (_, n) => ({
      id: `BS-${n}`,
      status: n === 1 ? 'rolled_back' : 'success',
      finished_at: '2026-01-05T20:00:00+08:00',
    }));
    expect(figureText(kpi('release_success'), figure('release_success', { deployments: releases })).zh).toBe(
      '12/13 = 92.31%',
    );
  });

  test('documents follow within five workdays of going live', () => {
    const impact = (ref: string, version?: string) => ({ ref, version, result: 'updated' });
    const affecting = [
      {
        id: 'BG-1',
        implemented_at: '2026-04-08T20:00:00+08:00',
        doc_impact: [impact('SUM', 'V1.3'), impact('CS-1'), { ref: 'HLD', result: 'not-affected' }],
      },
      {
        id: 'BG-2',
        implemented_at: '2026-04-08T20:00:00+08:00',
        doc_impact: [impact('SUM', 'V1.4'), impact('LLD', 'V9')],
      },
    ];
    const documents = [
      {
        id: 'SUM',
        revisions: [
          { version: 'V1.3', date: '2026-04-15' },
          { version: 'V1.4', date: '2026-04-16' },
        ],
      },
      { id: 'CS-1', created: '2026-03-31' },
    ];
    expect(counted(figure('doc_update_in_time', { changes: affecting, documents }))).toEqual(['2/4', ['BG-2']]);
    const early = { ...late, asOf: at('2026-04-10T00:00') };
    expect(counted(figure('doc_update_in_time', { changes: affecting, documents }, WHOLE, early))).toEqual(['1/1', []]);
  });
});

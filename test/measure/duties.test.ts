import { describe, expect, test } from 'vitest';
import { buildCalendar, nthWorkdayAfter, workdaysIn } from '../../engine/measure/time/calendar.ts';
import { type MeasuredFacts, type InspectionFact, type StaffFact, noFacts } from '../../engine/measure/facts/facts.ts';
import { parseInstant } from '../../engine/measure/time/instant.ts';
import { plannedInspections } from '../../engine/measure/due/inspectionPlan.ts';
import { figures } from '../../engine/measure/kpi/figures.ts';
import type { Figure } from '../../engine/measure/kpi/kpi.ts';
import { parsePeriod, periodsIn } from '../../engine/measure/time/period.ts';
import { reportedPeriods } from '../../engine/measure/due/reportPlan.ts';
import { type MeasureSettings, measureSettings } from '../../engine/measure/agreed/measureSettings.ts';

const at = (text: string): number => parseInstant(`${text}:00+08:00`) ?? Number.NaN;
const china = buildCalendar();
const WHOLE = '2025-10-01..2026-09-30';
const service = { from: '2025-10-01', to: '2026-09-30' };
const late = measureSettings(at('2026-11-22T00:00'), { service, terms: { onsite_min: 9 } });

function figure(key: string, facts: Partial<MeasuredFacts>, period = WHOLE, settings: MeasureSettings = late): Figure {
  const span = parsePeriod(period);
  const found = span && figures(span, { ...noFacts, ...facts }, settings).find(one => one.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}

function counted({ numerator, denominator, missed }: Figure): [string, readonly string[]] {
  return [`${numerator}/${denominator}`, missed];
}

describe('inspections', () => {
  const plan = plannedInspections(china, service);
  /** One for every week and holiday on its last workday, week 37 a day after its end. */
  const made: InspectionFact[] = plan.map(({ key, kind, to }, n) =>
    kind === 'weekly'
      ? { id: `XJ-${key}`, kind, date: key === '2026-W37' ? '2026-09-14' : to }
      : { id: `XJ-H${n}`, kind, date: to },
  );

  test('the year asks for 51 weekly and 7 holiday ones', () => {
    expect(plan.filter(({ kind }) => kind === 'weekly')).toHaveLength(51);
    expect(plan.flatMap(({ kind, name }) => (kind === 'holiday' ? [name?.zh] : []))).toEqual([
      '国庆节、中秋',
      '元旦',
      '春节',
      '清明',
      '劳动节',
      '端午',
      '中秋',
    ]);
  });

  test('all done, one of them late', () => {
    expect(counted(figure('inspection_rate', { inspections: made }))).toEqual(['58/58', []]);
    expect(counted(figure('inspection_in_time', { inspections: made }))).toEqual(['57/58', ['XJ-2026-W37']]);
    expect(figure('inspection_in_time', { inspections: made }).percent).toBe(98.28);
  });

  test('months add up to the year', () => {
    const months = periodsIn('month', service.from, service.to).map(
      ({ key }) => figure('inspection_rate', { inspections: made }, key).denominator,
    );
    expect(months.reduce((a, b) => a + b, 0)).toBe(58);
  });

  test('a missing week is named; a late record of another week does not stand in for it', () => {
    const without = made.filter(({ id }) => id !== 'XJ-2026-W38');
    expect(counted(figure('inspection_rate', { inspections: without }))).toEqual(['57/58', ['2026-W38']]);
    const special = [...without, { id: 'XJ-2026-S01', kind: 'special', date: '2026-09-18' }];
    expect(figure('inspection_rate', { inspections: special }).percent).toBe(100);
  });

  test('too late is missing, and holidays may be served on the eve', () => {
    const slow = made.map(one => (one.id === 'XJ-2026-W37' ? { ...one, date: '2026-09-17' } : one));
    expect(figure('inspection_rate', { inspections: slow }).missed).toEqual(['2026-W37']);
    const eve = [{ id: 'XJ-2026-H02', kind: 'holiday', date: '2026-02-14' }];
    expect(
      counted(
        figure('inspection_in_time', { inspections: eve }, '2026-02-15..2026-02-23', { ...late, service: undefined }),
      ),
    ).toEqual(['1/1', []]);
  });

  test('this week is not owed yet', () => {
    const now = { ...late, asOf: at('2026-05-20T12:00') };
    const past = made.filter(({ date = '' }) => date < '2026-05-20');
    expect(figure('inspection_rate', { inspections: past }, '2026-05', now).denominator).toBe(4);
    const wednesday = { ...late, asOf: at('2026-05-27T12:00') };
    expect(figure('inspection_rate', { inspections: past }, '2026-05', wednesday).missed).toEqual([]);
    expect(
      figure('inspection_rate', { inspections: past }, '2026-05', { ...late, asOf: at('2026-05-28T00:00') }).missed,
    ).toEqual(['2026-W21']);
    expect(
      figure(
        'inspection_rate',
        { inspections: [...past, { id: 'XJ-2026-W21', kind: 'weekly', date: '2026-05-20' }] },
        '2026-05',
        now,
      ).denominator,
    ).toBe(5);
  });

  test('what they found is closed', () => {
    const inspections = [
      {
        id: 'XJ-2026-H02',
        date: '2026-02-18',
        items: [{ result: 'abnormal', ticket: 'WX-2026-0006' }, { result: 'normal' }],
      },
      {
        id: 'XJ-2026-H05',
        date: '2026-06-20',
        items: [
          { result: 'abnormal', ticket: 'WX-2026-0019' },
          { result: 'abnormal' },
          { result: 'abnormal', ticket: 'FW-2026-0015' },
        ],
      },
    ];
    const service_orders = [{ id: 'FW-2026-0015', status: 'done' }];
    const tickets = [
      { id: 'WX-2026-0006', status: 'closed' },
      { id: 'WX-2026-0019', status: 'processing' },
    ];
    expect(counted(figure('abnormal_closed', { inspections, tickets, service_orders }))).toEqual([
      '2/4',
      ['XJ-2026-H05'],
    ]);
  });
});

describe('reports', () => {
  const monthly = periodsIn('month', service.from, service.to).map(month => ({
    id: `YB-${month.key}`,
    period: month.key,
    submitted_at:
      month.key === '2026-04' ? '2026-05-12T10:00:00+08:00' : `${nthWorkdayAfter(china, month, 5)}T17:00:00+08:00`,
  }));

  test('eleven of twelve by the fifth workday', () => {
    const rate = figure('report_in_time', { reports: monthly });
    expect(counted(rate)).toEqual(['11/12', ['YB-2026-04']]);
    expect(rate.percent).toBe(91.67);
  });

  test('a missing one is named once it is due', () => {
    const reports = monthly.slice(0, 7);
    const asOf = at('2026-06-05T23:00');
    expect(counted(figure('report_in_time', { reports }, WHOLE, { ...late, asOf }))).toEqual(['6/7', ['YB-2026-04']]);
    expect(figure('report_in_time', { reports }, WHOLE, { ...late, asOf: at('2026-06-06T00:00') }).missed).toEqual([
      '2026-05',
      'YB-2026-04',
    ]);
  });

  test('the annual one belongs to the year of service', () => {
    const terms = { ...late.terms, reports: [{ kind: 'year', workdays: 10 }] } as const;
    const reports = [{ id: 'NB-2026', period: '2026', submitted_at: '2026-10-12T10:00:00+08:00' }];
    expect(counted(figure('report_in_time', { reports }, WHOLE, { ...late, terms }))).toEqual(['1/1', []]);
    const keys = (from: string, to: string) =>
      reportedPeriods('year', { from, to }, { from, to }).map(({ key, from, to }) => `${key} ${from} ${to}`);
    expect(keys('2024-02-29', '2026-03-31')).toEqual(['2025 2024-02-29 2025-02-27', '2026 2025-02-28 2026-03-31']);
    expect(keys('2026-01-01', '2026-12-31')).toEqual(['2026 2026-01-01 2026-12-31']);
    expect(reportedPeriods('year', { from: '2025-01-01', to: '2026-12-31' }).map(({ key }) => key)).toEqual([
      '2025',
      '2026',
    ]);
  });

  test('other kinds count when they are owed', () => {
    const terms = { ...late.terms, reports: [{ kind: 'quarter', workdays: 10 }] } as const;
    expect(figure('report_in_time', { reports: monthly }, WHOLE, { ...late, terms }).ids).toEqual([
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
    ]);
  });
});

describe('requirements', () => {
  const decided = (date: string) => ({ decisions: [{ date: '2026-03-01' }, { date }] });
  test('the proposer is told within two workdays of the last decision', () => {
    const requirements = [
      { id: 'A', ...decided('2026-03-05'), feedback_at: '2026-03-09T18:00:00+08:00' },
      { id: 'B', ...decided('2026-03-05'), feedback_at: '2026-03-10T09:00:00+08:00' },
      { id: 'C', decisions: [], decided_at: '2026-03-05T10:00:00+08:00' },
      { id: 'D', feedback_at: '2026-03-05T09:00:00+08:00' },
    ];
    expect(counted(figure('requirement_feedback', { requirements }))).toEqual(['1/3', ['B', 'C']]);
    const friday = figure('requirement_feedback', { requirements }, WHOLE, { ...late, asOf: at('2026-03-09T12:00') });
    expect([friday.denominator, friday.extra]).toEqual([0, { not_due: 3 }]);
  });

  test('common ones go live by the planned day, whichever end wrote the link', () => {
    const requirements = [
      { id: 'XQ-1', is_common: true, links: { change: ['BG-1'] } },
      { id: 'XQ-2', is_common: true },
      { id: 'XQ-3', is_common: true },
      { id: 'XQ-4', is_common: false },
      { id: 'XQ-5', is_common: true, planned_date: '2026-05-01' },
    ];
    const confirmations = [
      { id: 'QR-1', requirements: ['XQ-1', 'XQ-2', 'XQ-4'], planned_finish: '2026-04-10' },
      { id: 'QR-2', requirements: ['XQ-3'], planned_finish: '2026-12-31' },
    ];
    const changes = [
      { id: 'BG-1' },
      { id: 'BG-2', links: { requirement: 'XQ-2' } },
    ] as unknown as MeasuredFacts['changes'];
    const deployments = [
      { id: 'BS-1', changes: ['BG-1'], finished_at: '2026-04-08T21:10:00+08:00', result: 'success' },
      { id: 'BS-2', changes: ['BG-2'], finished_at: '2026-04-09T21:10:00+08:00', result: 'rolled_back' },
      { id: 'BS-3', changes: ['BG-2'], finished_at: '2026-04-11T21:10:00+08:00', result: 'success' },
    ];
    expect(counted(figure('requirement_done', { requirements, confirmations, changes, deployments }))).toEqual([
      '1/3',
      ['XQ-2', 'XQ-5'],
    ]);
  });
});

describe('service orders', () => {
  test('are signed in the sheet of their month by the fifth workday after it', () => {
    const service_orders = [
      { id: 'FW-1', done_at: '2026-04-10T10:00:00+08:00', status: 'done' },
      { id: 'FW-2', done_at: '2026-04-20T10:00:00+08:00', status: 'done', signoff_batch: 'QZ-2026-04' },
      { id: 'FW-3', done_at: '2026-04-21T10:00:00+08:00', status: 'disputed' },
      { id: 'FW-4', done_at: '2026-05-06T10:00:00+08:00', status: 'done' },
      { id: 'FW-5', done_at: '2026-05-07T10:00:00+08:00', status: 'signed' },
      { id: 'FW-6', done_at: '2026-04-07T10:00:00+08:00', status: 'void' },
    ];
    const signoff_batches = [
      { id: 'QZ-2026-04', status: 'signed', orders: [{ order: 'FW-1' }] },
      { id: 'QZ-2026-05', status: 'printed', orders: [{ order: 'FW-4' }] },
    ];
    const asOf = at('2026-05-20T00:00');
    expect(counted(figure('signoff_rate', { service_orders, signoff_batches }, WHOLE, { ...late, asOf }))).toEqual([
      '3/4',
      ['FW-3'],
    ]);
    expect(figure('signoff_rate', { service_orders, signoff_batches }).missed).toEqual(['FW-3', 'FW-4']);
    expect(figure('signoff_rate', { service_orders }, WHOLE, { ...late, asOf: at('2026-05-11T23:00') }).ids).toEqual([
      'FW-5',
    ]);
    expect(figure('signoff_rate', { service_orders }, WHOLE, { ...late, asOf: at('2026-05-12T00:00') }).missed).toEqual(
      ['FW-1', 'FW-2', 'FW-3'],
    );
  });
});

describe('people', () => {
  const person = (id: string, entry_date: string, own: Partial<StaffFact> = {}): StaffFact => ({
    id,
    line: 1,
    onsite: true,
    entry_date,
    ...own,
  });
  const staff = [
    ...['001', '002', '003', '004', '005', '006', '007', '008'].map(n => person(`RY-${n}`, '2025-09-19')),
    person('RY-009', '2025-09-19', { leave_date: '2026-03-31' }),
    person('RY-012', '2026-03-30'),
    person('RY-010', '2025-09-19', { line: '2', onsite: false }),
    person('RY-011', '2025-09-19', { line: 2, onsite: false }),
  ];

  test('nine on site every workday, ten on two', () => {
    const whole = figure('onsite_rate', { staff });
    expect([whole.numerator, whole.denominator]).toEqual([9 * 247 + 2, 9 * 247]);
    expect(figure('onsite_rate', { staff }, '2026-05').percent).toBe(100);
    expect(figure('onsite_rate', { staff }, '2026-W14').numerator).toBe(
      9 * workdaysIn(china, '2026-03-30', '2026-04-05') + 2,
    );
  });

  test('an attendance sheet says who really came, for whole months only', () => {
    const attendance = [
      ...staff.slice(0, 9).map(({ id }) => ({ person: id, days_present: 20 })),
      { person: 'RY-010', days_present: 20 },
    ];
    const rosters = [{ id: 'ZP-2026-01', month: '2026-01', attendance }];
    const january = figure('onsite_rate', { staff, rosters }, '2026-01');
    expect([january.numerator, january.denominator]).toEqual([180, 9 * workdaysIn(china, '2026-01-01', '2026-01-31')]);
    expect(figure('onsite_rate', { staff, rosters }, '2026-W03').numerator).toBe(45);
  });

  test('no number promised, no rate', () => {
    expect(figure('onsite_rate', { staff }, WHOLE, measureSettings(late.asOf, { service })).percent).toBeNull();
  });

  test('one of eleven left', () => {
    const rate = figure('staff_change', { staff });
    expect([counted(rate), rate.percent]).toEqual([['1/11', ['RY-009']], 9.09]);
    expect(figure('staff_change', { staff }, '2026-Q2').numerator).toBe(0);
  });
});

describe('incidents', () => {
  const incidents = [
    {
      id: 'GZ-2025-001',
      severity: 'P2',
      ticket: 'WX-2025-0012',
      recovered_at: '2025-12-08T15:47:00+08:00',
      submitted_at: '2025-12-09T11:00:00+08:00',
    },
    {
      id: 'GZ-2026-001',
      severity: 'P1',
      ticket: 'WX-2026-0015',
      recovered_at: '2026-05-20T10:31:00+08:00',
      submitted_at: '2026-05-21T16:00:00+08:00',
    },
  ];

  test('two reports were due, one came in time', () => {
    const tickets = [{ id: 'WX-2026-0015', severity: 'P1', resolved_at: '2026-05-20T10:31:00+08:00' }];
    expect(counted(figure('incident_report_in_time', { incidents, tickets }))).toEqual(['1/2', ['GZ-2026-001']]);
  });

  test('a grave ticket without a report is missing once the term is over', () => {
    const tickets = [
      { id: 'WX-1', severity: 'P1', resolved_at: '2026-05-20T10:31:00+08:00' },
      { id: 'WX-2', severity: 'P2', emergency: true, resolved_at: '2026-05-20T10:31:00+08:00' },
      { id: 'WX-3', severity: 'P2', resolved_at: '2026-05-20T10:31:00+08:00' },
      { id: 'WX-4', severity: 'P1', status: 'void', resolved_at: '2026-05-20T10:31:00+08:00' },
    ];
    expect(figure('incident_report_in_time', { tickets }).missed).toEqual(['WX-1', 'WX-2']);
    expect(
      figure('incident_report_in_time', { tickets }, WHOLE, { ...late, asOf: at('2026-05-21T10:32') }).missed,
    ).toEqual(['WX-1']);
    expect(
      figure('incident_report_in_time', { tickets }, WHOLE, { ...late, asOf: at('2026-05-21T10:31') }).denominator,
    ).toBe(0);
  });

  test('security events by who is responsible', () => {
    const events = ['contractor', 'third_party', 'contractor', undefined].map((responsibility, n) => ({
      id: `GZ-${n}`,
      kind: 'security',
      occurred_at: `2026-01-1${n}T10:00:00+08:00`,
      responsibility,
    }));
    expect(figure('security_events', { incidents: [...events, ...incidents] })).toMatchObject({
      value: 4,
      percent: null,
      extra: { contractor: 2, third_party: 1, undetermined: 1 },
    });
    expect(figure('security_events', {}).value).toBe(0);
  });
});

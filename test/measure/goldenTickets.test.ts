import { describe, expect, test } from 'vitest';
import { backlogAt, flowIn, monthlyFlow } from '../../engine/measure/kpi/backlog.ts';
import { distribution, ticketDimensions } from '../../engine/measure/kpi/distribution.ts';
import { noFacts } from '../../engine/measure/facts/facts.ts';
import { parseInstant } from '../../engine/measure/time/instant.ts';
import { kpis } from '../../engine/measure/kpi/catalogue.ts';
import { figureText, figures } from '../../engine/measure/kpi/figures.ts';
import type { Figure } from '../../engine/measure/kpi/kpi.ts';
import { ratioOf } from '../../engine/measure/kpi/ratio.ts';
import { parsePeriod } from '../../engine/measure/time/period.ts';
import { measureSettings } from '../../engine/measure/agreed/measureSettings.ts';
import { goldenTickets } from '../fixtures/tickets.ts';

const settings = measureSettings(parseInstant('2026-11-22T00:00:00+08:00') ?? 0);
const facts = { ...noFacts, tickets: goldenTickets };
const WHOLE = '2025-10-01..2026-09-30';

function period(key: string) {
  const found = parsePeriod(key);
  if (found === undefined) throw new Error(key);
  return found;
}

function measured(key: string, own = settings): (name: string) => Figure {
  const all = figures(period(key), facts, own);
  return name =>
    all.find(figure => figure.key === name) ??
    (() => {
      throw new Error(name);
    })();
}

function text(figure: Figure): string {
  const kpi = kpis.find(({ key }) => key === figure.key);
  return kpi === undefined ? '' : figureText(kpi, figure).en;
}

describe.each([
  [
    WHOLE,
    40,
    '39/40 = 97.50%',
    '39/40 = 97.50%',
    '38/40 = 95.00%',
    '25.4 min (n=40)',
    4.45,
    '38/40 = 95.00%',
    '1/40 = 2.50%',
    '30/40 = 75.00%',
    '559.3 min (n=11)',
    '104.9 min (n=7)',
  ],
  [
    '2025-Q4',
    14,
    '13/14 = 92.86%',
    '14/14 = 100.00%',
    '13/14 = 92.86%',
    '35.8 min (n=14)',
    4.36,
    '13/14 = 92.86%',
    '0/14 = 0.00%',
    '10/14 = 71.43%',
    '813.6 min (n=5)',
    '107.7 min (n=3)',
  ],
  [
    '2026-Q1',
    11,
    '11/11 = 100.00%',
    '10/11 = 90.91%',
    '10/11 = 90.91%',
    '14.3 min (n=11)',
    4.55,
    '11/11 = 100.00%',
    '1/11 = 9.09%',
    '8/11 = 72.73%',
    '583.3 min (n=3)',
    '77.0 min (n=1)',
  ],
  [
    '2026-Q2',
    9,
    '9/9 = 100.00%',
    '9/9 = 100.00%',
    '9/9 = 100.00%',
    '28.6 min (n=9)',
    4.56,
    '9/9 = 100.00%',
    '0/9 = 0.00%',
    '7/9 = 77.78%',
    '82.0 min (n=2)',
    '82.0 min (n=2)',
  ],
  [
    '2026-Q3',
    6,
    '6/6 = 100.00%',
    '6/6 = 100.00%',
    '6/6 = 100.00%',
    '16.7 min (n=6)',
    4.33,
    '5/6 = 83.33%',
    '0/6 = 0.00%',
    '5/6 = 83.33%',
    '170.0 min (n=1)',
    '170.0 min (n=1)',
  ],
  [
    '2026-05',
    3,
    '3/3 = 100.00%',
    '3/3 = 100.00%',
    '3/3 = 100.00%',
    '59.3 min (n=3)',
    4.33,
    '3/3 = 100.00%',
    '0/3 = 0.00%',
    '2/3 = 66.67%',
    '49.0 min (n=1)',
    '49.0 min (n=1)',
  ],
])('%s', (key, count, response, resolve, sla, average, mean, content, reopened, firstLine, mttr, major) => {
  const figure = measured(key);

  test('its table row', () => {
    expect(figure('response_rate').ids).toHaveLength(count);
    const printed = [
      'response_rate',
      'resolve_rate',
      'sla_rate',
      'avg_response',
      'satisfaction',
      'reopen_rate',
      'first_line_rate',
      'mttr',
      'mttr_p1p2',
    ].map(name => text(figure(name)));
    expect(printed).toEqual([response, resolve, sla, average, content, reopened, firstLine, mttr, major]);
    expect(figure('satisfaction').extra.mean).toBe(mean);
  });
});

describe('behind the numbers of the whole period', () => {
  const figure = measured(WHOLE);

  test('the tickets that missed', () => {
    expect(figure('response_rate').missed).toEqual(['WX-2025-0013']);
    expect(figure('resolve_rate').missed).toEqual(['WX-2026-0011']);
    expect(figure('sla_rate').missed).toEqual(['WX-2025-0013', 'WX-2026-0011']);
    expect(figure('reopen_rate').missed).toEqual(['WX-2026-0009']);
    expect(figure('satisfaction').missed).toEqual(['WX-2025-0013', 'WX-2026-0022']);
  });

  test('how many were judged by an agreed date, and how many were asked', () => {
    expect(figure('resolve_rate').extra).toEqual({ agreed: 8, not_due: 0 });
    expect(figure('satisfaction').extra.coverage_percent).toBe(100);
  });

  test('mean, median and 90th percentile of the answers, by level', () => {
    expect(figure('avg_response').extra).toMatchObject({ median: 14.5, p90: 25, mean_P1: 3 });
    expect(figure('recurrence_rate')).toMatchObject({ numerator: 0, denominator: 11 });
  });
});

describe('at the end of a month', () => {
  test('the tickets left over', () => {
    const left = monthlyFlow(period(WHOLE), goldenTickets, settings).map(flow => [flow.period.key, flow.left] as const);
    expect(Object.fromEntries(left.filter(([, ids]) => ids.length > 0))).toEqual({
      '2026-02': ['WX-2026-0008'],
      '2026-03': ['WX-2026-0009', 'WX-2026-0011'],
      '2026-05': ['WX-2026-0017'],
      '2026-06': ['WX-2026-0020'],
      '2026-08': ['WX-2026-0024'],
    });
  });

  test('carried and received are solved or left', () => {
    for (const { carried, received, solved, left } of monthlyFlow(period(WHOLE), goldenTickets, settings)) {
      expect([...solved, ...left].sort()).toEqual([...carried, ...received].sort());
    }
  });

  test('a cut-off within the month leaves more', () => {
    const asOf = parseInstant('2026-03-31T12:00:00+08:00') ?? 0;
    const march = flowIn(period('2026-03'), goldenTickets, { ...settings, asOf });
    expect(march.left).toEqual(backlogAt(goldenTickets, asOf));
    expect(flowIn(period('2026-04'), goldenTickets, { ...settings, asOf })).toMatchObject({
      carried: [],
      received: [],
      solved: [],
      left: [],
    });
  });

  test('solved counts what was carried over', () => {
    const april = measured('2026-04')('solved_rate');
    expect([april.numerator, april.denominator, april.ids.length]).toEqual([5, 5, 5]);
    expect(measured('2026-05')('solved_rate')).toMatchObject({
      numerator: 2,
      denominator: 3,
      missed: ['WX-2026-0017'],
    });
  });
});

describe('counted by the date of solving', () => {
  const bySolving = { ...settings, attribution: 'resolved' } as const;

  test('a late solution shows in the month it came', () => {
    expect(measured('2026-03', bySolving)('resolve_rate').missed).toEqual([]);
    expect(measured('2026-04', bySolving)('resolve_rate').missed).toEqual(['WX-2026-0011']);
    expect(measured('2026-04')('resolve_rate').missed).toEqual([]);
  });

  test('answers stay where they were asked for, and no ticket is lost', () => {
    expect(measured('2026-03', bySolving)('response_rate').ids).toEqual(measured('2026-03')('response_rate').ids);
    expect(measured(WHOLE, bySolving)('resolve_rate')).toMatchObject({ numerator: 39, denominator: 40 });
  });
});

describe('as of an earlier moment', () => {
  test('an open ticket past its target is missed already, one inside it is left out', () => {
    const figure = measured('2026-03', { ...settings, asOf: parseInstant('2026-03-31T00:00:00+08:00') ?? 0 })(
      'resolve_rate',
    );
    expect(figure).toMatchObject({ numerator: 1, denominator: 2, missed: ['WX-2026-0011'], extra: { not_due: 1 } });
  });

  test('void and duplicate tickets are in no figure', () => {
    const tickets = goldenTickets.map((ticket, at) =>
      at < 2 ? { ...ticket, status: at === 0 ? 'void' : 'duplicate' } : ticket,
    );
    const all = figures(period('2025-10'), { ...noFacts, tickets }, settings);
    expect(all.find(({ key }) => key === 'response_rate')?.ids).toEqual(['WX-2025-0003', 'WX-2025-0004']);
  });
});

describe('distribution', () => {
  const tickets = goldenTickets.filter(({ id }) => id.startsWith('WX-2025'));

  test('adds up and names the largest first', () => {
    for (const { of } of ticketDimensions) {
      const portions = distribution(tickets, of);
      expect(portions.flatMap(({ ids }) => ids).sort()).toEqual(tickets.map(({ id }) => id).sort());
      expect(portions.map(({ count }) => count)).toEqual(portions.map(({ count }) => count).sort((a, b) => b - a));
    }
  });

  test('by channel and by region', () => {
    expect(distribution(tickets, ticket => ticket.channel)[0]).toMatchObject({
      value: 'dingtalk',
      count: 5,
      percent: 35.71,
    });
    const region = ticketDimensions.find(({ key }) => key === 'region');
    const reported = [
      { id: 'a', reporter: { region: '甲市', org: '甲市局' } },
      { id: 'b', reporter: { org: '省局' } },
      { id: 'c' },
    ];
    expect(region && distribution(reported, region.of).map(({ value }) => value)).toEqual(['', '甲市', '省局']);
  });
});

test('rounding is half up', () => {
  expect([ratioOf(1, 8), ratioOf(1_005, 1_000), ratioOf(-1, 8), ratioOf(2, 3, 4), ratioOf(1, 0)]).toEqual([
    0.13,
    1.01,
    -0.12,
    0.6667,
    null,
  ]);
});

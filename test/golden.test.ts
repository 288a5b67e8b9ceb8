/** The sample contract, read from its files: the numbers a reader can count by hand. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALL } from '../engine/base/queries.ts';
import { monthlyFlow } from '../engine/measure/kpi/backlog.ts';
import { kpis } from '../engine/measure/kpi/catalogue.ts';
import { figures, figureText } from '../engine/measure/kpi/figures.ts';
import { parsePeriod } from '../engine/measure/time/period.ts';
import { projectFacts } from '../engine/measure/facts/projectFacts.ts';
import { measureTerms } from '../engine/measure/agreed/terms.ts';
import { Session } from '../engine/session/session.ts';
import { diskSource } from '../host/project/disk.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../samples/zzgl/files');
const WHOLE = '2025-10-01..2026-09-30';
const { get } = Session.open(diskSource(SAMPLE), { asOf: '2026-11-22' }).cache;
const [facts, settings] = [get(projectFacts, ALL), get(measureTerms, ALL)];

function textsOf(key: string): Readonly<Record<string, string>> {
  const period = parsePeriod(key);
  if (period === undefined) throw new Error(key);
  return Object.fromEntries(
    figures(period, facts, settings).map(figure => {
      const kpi = kpis.find(one => one.key === figure.key);
      return [figure.key, kpi ? figureText(kpi, figure).en : ''];
    }),
  );
}

describe.each([
  [
    WHOLE,
    '39/40 = 97.50%',
    '39/40 = 97.50%',
    '38/40 = 95.00%',
    '25.4 min (n=40)',
    '38/40 = 95.00%',
    '1/40 = 2.50%',
    '30/40 = 75.00%',
    '559.3 min (n=11)',
    '104.9 min (n=7)',
  ],
  [
    '2025-Q4',
    '13/14 = 92.86%',
    '14/14 = 100.00%',
    '13/14 = 92.86%',
    '35.8 min (n=14)',
    '13/14 = 92.86%',
    '0/14 = 0.00%',
    '10/14 = 71.43%',
    '813.6 min (n=5)',
    '107.7 min (n=3)',
  ],
  [
    '2026-Q1',
    '11/11 = 100.00%',
    '10/11 = 90.91%',
    '10/11 = 90.91%',
    '14.3 min (n=11)',
    '11/11 = 100.00%',
    '1/11 = 9.09%',
    '8/11 = 72.73%',
    '583.3 min (n=3)',
    '77.0 min (n=1)',
  ],
  [
    '2026-Q2',
    '9/9 = 100.00%',
    '9/9 = 100.00%',
    '9/9 = 100.00%',
    '28.6 min (n=9)',
    '9/9 = 100.00%',
    '0/9 = 0.00%',
    '7/9 = 77.78%',
    '82.0 min (n=2)',
    '82.0 min (n=2)',
  ],
  [
    '2026-Q3',
    '6/6 = 100.00%',
    '6/6 = 100.00%',
    '6/6 = 100.00%',
    '16.7 min (n=6)',
    '5/6 = 83.33%',
    '0/6 = 0.00%',
    '5/6 = 83.33%',
    '170.0 min (n=1)',
    '170.0 min (n=1)',
  ],
  [
    '2026-05',
    '3/3 = 100.00%',
    '3/3 = 100.00%',
    '3/3 = 100.00%',
    '59.3 min (n=3)',
    '3/3 = 100.00%',
    '0/3 = 0.00%',
    '2/3 = 66.67%',
    '49.0 min (n=1)',
    '49.0 min (n=1)',
  ],
])('tickets of %s', (key, response, resolve, sla, mean, satisfaction, reopened, firstLine, mttr, mttrMajor) => {
  const texts = textsOf(key);
  test.each([
    ['response_rate', response],
    ['resolve_rate', resolve],
    ['sla_rate', sla],
    ['avg_response', mean],
    ['satisfaction', satisfaction],
    ['reopen_rate', reopened],
    ['first_line_rate', firstLine],
    ['mttr', mttr],
    ['mttr_p1p2', mttrMajor],
  ])('%s', (figure, text) => expect(texts[figure]).toBe(text));
});

describe('the whole service', () => {
  const texts = textsOf(WHOLE);
  test.each([
    ['availability', '525551/525600 = 99.9907%'],
    ['inspection_rate', '58/58 = 100.00%'],
    ['inspection_in_time', '57/58 = 98.28%'],
    ['abnormal_closed', '2/2 = 100.00%'],
    ['change_success', '16/17 = 94.12%'],
    ['release_success', '12/13 = 92.31%'],
    ['change_approved', '17/17 = 100.00%'],
    ['emergency_change_rate', '1/17 = 5.88%'],
    ['incident_report_in_time', '1/2 = 50.00%'],
    ['signoff_rate', '24/24 = 100.00%'],
    ['staff_change', '1/11 = 9.09%'],
    ['security_events', '0'],
  ])('%s', (figure, text) => expect(texts[figure]).toBe(text));
});

test('availability of May', () => {
  expect(textsOf('2026-05')['availability']).toBe('44591/44640 = 99.8902%');
});

test('what was left open at the end of each month', () => {
  const flows = monthlyFlow({ from: '2025-10-01', to: '2026-09-30' }, facts.tickets, settings);
  const left = Object.fromEntries(flows.filter(flow => flow.left.length > 0).map(flow => [flow.period.key, flow.left]));
  expect(left).toEqual({
    '2026-02': ['WX-2026-0008'],
    '2026-03': ['WX-2026-0009', 'WX-2026-0011'],
    '2026-05': ['WX-2026-0017'],
    '2026-06': ['WX-2026-0020'],
    '2026-08': ['WX-2026-0024'],
  });
});

/** Reports are part of the sample once they have been generated from it. */
test('reports handed in', () => {
  const handed = facts.reports.filter(({ id }) => id.startsWith('YB-'));
  if (handed.length > 0) expect(textsOf(WHOLE)['report_in_time']).toBe('11/12 = 91.67%');
  expect(handed.length === 0 || handed.length === 12).toBe(true);
});

/** What is due: of each sort one that is near, one that is done, one that is overdue. */
import { describe, expect, test } from 'vitest';
import { dueWithin } from '../../engine/measure/due/due.ts';
import { open } from '../inMemory.ts';

const CONFIG = `project: { period: { from: 2026-05-18, to: 2026-12-31 } }
sla: { source: bid, levels: { P3: { response: 60m, resolve: 8h } } }
duties: { report: { monthly: { due: 5 workdays, source: bid } }, ledger: { monthly: { due: 5 workdays, source: bid } } }
`;

function due(files: Record<string, string>, asOf: string, days = 7): readonly string[] {
  const { get } = open({ 'docket.yml': CONFIG, ...files }, asOf).cache;
  return dueWithin(get, days).map(({ due: when, id, overdue }) => `${when} ${id}${overdue ? ' !' : ''}`);
}

const WX = 'records/ticket/2026/WX-2026-0001.md';
const ticket = (lines: string) =>
  `---\nstatus: processing\nseverity: P3\nreported_at: "2026-05-20T09:00:00+08:00"\n${lines}---\n# 登录失败\n`;

describe('tickets', () => {
  test('are due for an answer and a solution, to the minute', () => {
    expect(due({ [WX]: ticket('') }, '2026-05-20T09:30:00+08:00')).toEqual([
      '2026-05-20 10:00 WX-2026-0001',
      '2026-05-20 17:00 WX-2026-0001',
      '2026-05-24 XJ-2026-W21',
    ]);
  });

  test('are overdue the minute after', () => {
    expect(due({ [WX]: ticket('responded_at: "2026-05-20T09:10:00+08:00"\n') }, '2026-05-20T17:01:00+08:00')).toContain(
      '2026-05-20 17:00 WX-2026-0001 !',
    );
  });

  test('are not due once they are solved', () => {
    const solved = ticket('responded_at: "2026-05-20T09:10:00+08:00"\nresolved_at: "2026-05-20T10:00:00+08:00"\n');
    expect(due({ [WX]: solved }, '2026-05-20T11:00:00+08:00')).toEqual(['2026-05-24 XJ-2026-W21']);
  });
});

describe('what comes round', () => {
  const made = {
    'records/inspection/2026/XJ-2026-W21.md': '---\nstatus: completed\nkind: weekly\ndate: 2026-05-22\n---\n# 巡检\n',
  };

  test('an inspection that was made asks for the next one only', () => {
    expect(due(made, '2026-05-23T09:00:00+08:00', 1)).toEqual([]);
    expect(due(made, '2026-05-25T09:00:00+08:00')).toContain('2026-05-31 XJ-2026-W22');
  });

  test('report and ledger of a month fall due together', () => {
    expect(due(made, '2026-06-04T09:00:00+08:00', 1)).toEqual(
      expect.arrayContaining(['2026-06-05 TZ-2026-05', '2026-06-05 YB-2026-05']),
    );
  });

  test('a report that was handed in is done', () => {
    const report = {
      'reports/YB-2026-05.md':
        '---\ntype: report\nstatus: submitted\nsubmitted_at: "2026-06-03T09:00:00+08:00"\n---\n# 月报\n',
    };
    expect(due({ ...made, ...report }, '2026-06-04T09:00:00+08:00')).not.toContain('2026-06-05 YB-2026-05');
  });

  test('finished orders ask for a signature', () => {
    const order = {
      'records/service-order/2026/FW-2026-0001.md':
        '---\nstatus: done\nstarted_at: "2026-05-20T09:00:00+08:00"\ndone_at: "2026-05-20T11:00:00+08:00"\n---\n# 培训\n',
    };
    expect(due({ ...made, ...order }, '2026-06-04T09:00:00+08:00')).toContain('2026-06-05 QZ-2026-05');
  });

  test('nobody is reminded of a report no contract asks for', () => {
    const config = CONFIG.replace(/duties:.*/, '');
    expect(
      due({ ...made, 'docket.yml': config }, '2026-06-12T09:00:00+08:00').filter(line => line.includes('YB-')),
    ).toEqual([]);
  });
});

test('promises: a requirement to be answered, a finding to be put right', () => {
  const files = {
    'records/requirement/2026/XQ-2026-0001.md':
      '---\nstatus: decided\nreceived_at: "2026-05-18T09:00:00+08:00"\ndecided_at: "2026-05-20T09:00:00+08:00"\n---\n# 自动提醒\n',
    'acceptance/assessment/KH-2026-S01.md':
      '---\nstatus: issued\nfindings: [{ text: 值班电话无人接听, due: 2026-05-19 }]\n---\n# 抽查\n',
  };
  expect(due(files, '2026-05-20T12:00:00+08:00')).toEqual([
    '2026-05-19 KH-2026-S01 !',
    '2026-05-22 XQ-2026-0001',
    '2026-05-24 XJ-2026-W21',
  ]);
});

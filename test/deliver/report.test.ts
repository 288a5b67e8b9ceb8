/** Reports: generated parts are written anew, a person's words stay, frozen figures are what the records give. */
import { describe, expect, test } from 'vitest';
import { isHandedIn, reportFiles } from '../../deliver/report/reportFiles.ts';
import { cutoffOf } from '../../engine/measure/time/moment.ts';
import { parsePeriod } from '../../engine/measure/time/period.ts';
import { readFrozen } from '../../engine/measure/report/figuresAt.ts';
import { open } from '../inMemory.ts';

function filesOf(...given: Parameters<typeof reportFiles>) {
  const files = reportFiles(...given);
  if ('unwritten' in files) throw new Error(files.unwritten.en);
  return files;
}

const WX = 'records/ticket/2026/WX-2026-0001.md';
const CONFIG =
  'project: { period: { from: 2026-01-01, to: 2026-12-31 } }\nsla: { source: bid, levels: { P3: { response: 60m } } }\nkpi: { source: bid, response_rate: 95 }\n';
const period = parsePeriod('2026-05');
if (period === undefined) throw new Error('2026-05');
const cutoff = cutoffOf(undefined, period, 480);

function ticket(responded: string): string {
  return `---\nstatus: processing\nkind: fault\nseverity: P3\nreported_at: "2026-05-20T09:00:00+08:00"\nresponded_at: "2026-05-20T${responded}:00+08:00"\n---\n# 登录失败\n`;
}

function project(files: Record<string, string>) {
  return open({ 'docket.yml': CONFIG, [WX]: ticket('09:10'), ...files })
    .analysis()
    .project();
}

function written(files: Record<string, string>, day = '2026-06-05') {
  const [report, figures] = filesOf(project(files), period as NonNullable<typeof period>, cutoff, day);
  if (report === undefined || figures === undefined) throw new Error('two files');
  return { report, figures };
}

describe('a new report', () => {
  const { report, figures } = written({});

  test('is a draft with prompts for what a person has to write', () => {
    expect(report.path).toBe('reports/YB-2026-05.md');
    expect(report.after).toContain('status: draft');
    expect(report.after).toMatch(/## 问题归纳与分析[\s\S]*【请归纳/);
  });

  test('prints figures with their target and where it comes from', () => {
    expect(report.after).toContain('| 响应及时率 | 1/1 = 100.00% | ≥ 95% | 投标承诺 | 达标 |');
    expect(report.after).toMatch(/\| 事件解决率 \| .* \| ≥ 98% \| 合同未约定，按默认值 \|/);
  });

  test('freezes the figures it prints', () => {
    expect(readFrozen(figures.after)?.get('response_rate')).toEqual({
      key: 'response_rate',
      numerator: 1,
      denominator: 1,
      percent: 100,
      ids: ['WX-2026-0001'],
    });
  });

  test('asks for no next period in the report of a year', () => {
    const year = parsePeriod('2026');
    const [annual] = filesOf(project({}), year as NonNullable<typeof year>, cutoff, '2027-01-05');
    expect(annual?.after).toContain('## 合同履约情况对照');
    expect(annual?.after).not.toContain('## 下期计划');
  });
});

describe('a report written again', () => {
  const { report } = written({});
  const edited = report.after
    .replace(/【请归纳.*】/, '会话缓存占满，已扩容。')
    .replace('status: draft', 'status: draft # 等罗工意见');

  test('changes nothing when nothing changed', () => {
    expect(written({ [report.path]: report.after }, '2026-07-01').report).toMatchObject({
      before: report.after,
      after: report.after,
    });
  });

  test('keeps what a person wrote and takes the new figures', () => {
    const again = written({ [report.path]: edited, [WX]: ticket('11:00') }).report.after;
    expect(again).toContain('会话缓存占满，已扩容。');
    expect(again).toContain('status: draft # 等罗工意见');
    expect(again).toContain('| 响应及时率 | 0/1 = 0.00% | ≥ 95% | 投标承诺 | 未达标 |');
  });

  test('leaves away a part somebody removed', () => {
    const without = report.after.replace(
      /<!-- docket:generated security -->[\s\S]*?<!-- docket:end -->/,
      '本期安全情况另行报告。',
    );
    expect(written({ [report.path]: without }).report.after).toBe(without);
  });

  test('knows when it has been handed in', () => {
    const submitted = report.after.replace('status: draft', 'status: submitted');
    expect(isHandedIn(project({ [report.path]: submitted }), period)).toBe(true);
    expect(isHandedIn(project({ [report.path]: report.after }), period)).toBe(false);
  });
});

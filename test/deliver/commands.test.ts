/** `docket ledger`, `docket report` and `docket due` as people run them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOCKET } from '../program.ts';

const FILES = {
  'docket.yml':
    'project: { period: { from: 2026-05-01, to: 2026-12-31 } }\nduties: { report: { monthly: { due: 5 workdays, source: bid } } }\n',
  'records/ticket/2026/WX-2026-0001.md':
    '---\nstatus: processing\nseverity: P3\nreported_at: "2026-05-20T09:00:00+08:00"\nresponded_at: "2026-05-20T09:10:00+08:00"\n---\n# 登录失败\n',
};
let root = '';

beforeAll(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'docket-'));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function docket(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [DOCKET, '--cwd', root, '--as-of', '2026-06-04T12:00:00+08:00', ...args],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

describe('report', () => {
  test('prints without writing', () => {
    const { status, stdout } = docket('report', '--period', '2026-05', '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, period: '2026-05', data_cutoff: '2026-05-31' });
  });

  test('writes report and figures, says so, and has nothing to do the second time', () => {
    expect(docket('report', '--period', '2026-05', '--write').stdout).toBe(
      '新建  reports/YB-2026-05.md\n新建  reports/figures/YB-2026-05.json\n',
    );
    expect(docket('report', '--period', '2026-05', '--write')).toEqual({
      status: 1,
      stdout: '无变化  reports/YB-2026-05.md\n无变化  reports/figures/YB-2026-05.json\n',
      stderr: '内容没有变化，没有写入。\n',
    });
    expect(readFileSync(path.join(root, 'reports/YB-2026-05.md'), 'utf8')).toContain('id: YB-2026-05');
  });

  test('leaves a report alone that was handed in', () => {
    const file = path.join(root, 'reports/YB-2026-05.md');
    const submitted = readFileSync(file, 'utf8').replace('status: draft', 'status: submitted').replace(/1\/1/g, '9/9');
    writeFileSync(file, submitted);
    const { status, stderr } = docket('report', '--period', '2026-05', '--write');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^docket: YB-2026-05 已提交/);
    expect(readFileSync(file, 'utf8')).toBe(submitted);
  });

  test.each([
    [[], '没有指定期间'],
    [['--period', '2026-13'], '--period 2026-13 不是期间'],
  ])('%j cannot run', (args, words) => {
    const { status, stderr } = docket('report', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('ledger', () => {
  test('is written as a file of the project', () => {
    const shown = docket('ledger', '--period', '2026-05', '--write', '--dry-run');
    expect(shown).toMatchObject({ status: 0, stdout: expect.stringContaining('\n+++ b/ledgers/TZ-2026-05.md\n') });
    expect(docket('ledger', '--period', '2026-05', '--write')).toMatchObject({
      status: 0,
      stdout: '新建  ledgers/TZ-2026-05.md\n',
    });
    expect(docket('ledger', '--period', '2026-05', '--write')).toMatchObject({
      status: 1,
      stderr: '内容没有变化，没有写入。\n',
    });
    expect(readFileSync(path.join(root, 'ledgers/TZ-2026-05.md'), 'utf8')).toContain(
      '| 1 | WX-2026-0001 | 2026-05-20 09:00 |',
    );
  });

  test('is made by the month', () => {
    expect(docket('ledger', '--period', '2026-Q2')).toMatchObject({ status: 2, stdout: '' });
  });
});

test('due lists what is near and counts what is overdue', () => {
  const { status, stdout } = docket('due', '--days', '1');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^到期 \d+ 项，其中超期 \d+ 项$/m);
  expect(stdout).toContain('WX-2026-0001');
});

/** The sample contract as a user gets it: the same repository every time, no errors, and exactly the warnings its story has. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git } from '../host/git/git.ts';
import { DOCKET } from './program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sample-'));
const whole = path.join(folder, 'whole');

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly id: string | null;
  readonly message: string;
}

function docket(...args: readonly string[]): string {
  return spawnSync(process.execPath, [DOCKET, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
}

function check(at: string, asOf: string): readonly Found[] {
  return (
    JSON.parse(docket('check', '--cwd', at, '--as-of', asOf, '--format', 'json')) as { findings: readonly Found[] }
  ).findings;
}

function head(at: string, revision = 'HEAD'): string {
  return git(at, ['rev-parse', revision]).out.toString().trim();
}

beforeAll(() => {
  docket('sample', 'zzgl', whole);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the whole year', () => {
  let found: readonly Found[] = [];
  beforeAll(() => {
    found = check(whole, '2026-11-22');
  });

  test('has no errors', () => {
    expect(found.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  });

  test('has the warnings of its story, one for each breach', () => {
    const of = (rule: string) =>
      found.filter(finding => finding.rule === rule && finding.severity === 'warning').map(({ id }) => id);
    expect(of('ticket/response-sla')).toEqual(['WX-2025-0013']);
    expect(of('ticket/resolve-sla')).toEqual(['WX-2026-0011']);
    expect(of('ticket/feedback-late')).toEqual(['WX-2026-0003', 'WX-2026-0019']);
    expect(of('incident/report-late')).toEqual(['GZ-2026-001']);
    expect(of('report/submitted-late')).toEqual(['YB-2026-04']);
    expect(of('inspection/threshold-exceeded').sort()).toEqual([
      'XJ-2026-H06',
      ...Array.from({ length: 10 }, (_, n) => `XJ-2026-W${31 + n}`),
    ]);
  });

  test('misses the targets the figures say it misses', () => {
    const missed = found
      .filter(({ rule }) => rule === 'kpi/target-missed')
      .map(({ message }) => message.replace(/，未达到.*$/, ''));
    expect(missed.sort()).toMatchSnapshot();
  });

  test('has nothing else but one note about a licence', () => {
    const known = [
      'ticket/response-sla',
      'ticket/resolve-sla',
      'ticket/feedback-late',
      'incident/report-late',
      'report/submitted-late',
    ];
    const rest = found.filter(
      ({ rule }) => ![...known, 'inspection/threshold-exceeded', 'kpi/target-missed'].includes(rule),
    );
    expect(rest.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['info deps/license-restrictive']);
  });
});

describe('its history', () => {
  test('is the same every time, hash for hash, and its tags stand on it', () => {
    const again = path.join(folder, 'again');
    docket('sample', 'zzgl', again);
    expect(head(again)).toBe(head(whole));
    expect(git(whole, ['tag', '--merged', 'main']).out.toString().trim().split('\n')).toContain('v2.5.2');
    expect(git(whole, ['fsck', '--strict']).ok).toBe(true);
  });

  test('is about 250 commits, as a team makes them in a year', () => {
    const count = Number(git(whole, ['rev-list', '--count', 'main']).out.toString());
    expect(count).toBeGreaterThanOrEqual(230);
    expect(count).toBeLessThanOrEqual(280);
  });

  test.each(['2025-09-30', '2025-12-31', '2026-03-27', '2026-05-21', '2026-09-08', '2026-10-14'])(
    'stopped at %s it has the same hashes so far and no error',
    day => {
      const part = path.join(folder, day);
      docket('sample', 'zzgl', part, '--at', day);
      expect(git(whole, ['merge-base', '--is-ancestor', head(part), 'main']).ok).toBe(true);
      expect(check(part, `${day}T18:00:00+08:00`).filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  test('on 2026-05-21 work is in flight', () => {
    const part = path.join(folder, '2026-05-21');
    const due = docket('due', '--days', '7', '--cwd', part, '--as-of', '2026-05-21T18:00:00+08:00');
    expect(due).toContain('WX-2026-0016');
    const form = readFileSync(path.join(part, 'records/change-approval/2026/BG-2026-0009.md'), 'utf8');
    expect(form).toMatch(/^status: draft$/m);
  });

  test('every one of its commits stands up to the rules about commits', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [DOCKET, 'check', '--range', 'HEAD', '--cwd', whole, '--as-of', '2026-11-22', '--format', 'json'],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    const found = (JSON.parse(stdout) as { findings: readonly Found[] }).findings;
    expect(found.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
    expect(status).toBe(0);
  });

  test('writes into no folder that holds something', () => {
    const { status, stderr } = spawnSync(process.execPath, [DOCKET, 'sample', 'zzgl', whole], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

/** A fault as a user gets it: the sample with the fault in it, and the command that finds it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { git } from '../../host/git/git.ts';
import { DOCKET } from '../program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'fault-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function docket(...args: readonly string[]) {
  return spawnSync(process.execPath, [DOCKET, ...args], { cwd: folder, encoding: 'utf8' });
}

/** What the command that was printed finds, beside what the sample always has there. */
function rulesTold(printed: string): readonly string[] {
  const command = printed.trimEnd().split('\n').at(-1)?.trim().split(' ') ?? [];
  const { findings } = JSON.parse(docket(...command.slice(1), '--format', 'json').stdout) as {
    findings: readonly { readonly rule: string }[];
  };
  return findings.map(({ rule }) => rule);
}

test('in the working tree, on the whole history', () => {
  const { stdout } = docket('sample', 'zzgl', 'seven', '--fault', '7', '--lang', 'en');
  expect(stdout).toContain('Fault 7: The requirements specification lacks REQ-REV-014');
  expect(rulesTold(stdout)).toEqual(['trace/req-in-srs']);
  expect(git(path.join(folder, 'seven'), ['status', '--porcelain']).out.toString().trim()).toBe('M docs/ZZGL-SRS.md');
});

test('where no document is the place of it', () => {
  const { stdout } = docket('sample', 'zzgl', 'ten', '--fault', '10');
  expect(rulesTold(stdout)).toContain('inspection/weekly-missing');
});

test('as a commit of its own', () => {
  const { stdout } = docket('sample', 'zzgl', 'five', '--fault', '5');
  expect(rulesTold(stdout)).toEqual(['commit/ticket-required']);
  expect(git(path.join(folder, 'five'), ['status', '--porcelain']).out.toString()).toBe('');
});

test('without a fault, the command that checks the day it stops at finds no error', () => {
  const { stdout } = docket('sample', 'zzgl', 'may', '--at', '2026-05-21');
  const command = stdout.trimEnd().split('\n').at(-1)?.trim().split(' ') ?? [];
  expect(docket(...command.slice(1)).stdout).toMatch(/\n错误 0 · 警告 \d+ · 提示 \d+\n$/);
});

test.each([
  ['a number that is none', ['--fault', '99'], '99'],
  ['a day as well', ['--fault', '7', '--at', '2026-05-21'], '--at'],
])('%s is refused in one line', (_what, options, named) => {
  const { status, stderr } = docket('sample', 'zzgl', 'none', ...options);
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(named);
});

/** Numbers that other branches of a real repository have taken. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { git } from '../../host/git/git.ts';
import { identityOf } from '../../host/git/identity.ts';
import { identifiersElsewhere } from '../../host/git/otherBranches.ts';

const root = mkdtempSync(path.join(tmpdir(), 'docket-branches-'));

function run(...args: readonly string[]): void {
  const { ok, error } = git(root, args);
  if (!ok) throw new Error(`git ${args.join(' ')}: ${error}`);
}

function commit(file: string, text: string): void {
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  run('add', '--', file);
  run('commit', '-q', '-m', file);
}

beforeAll(() => {
  run('init', '-q', '-b', 'main');
  run('config', 'user.name', '钱二');
  run('config', 'user.email', 'qian@example.invalid');
  commit('records/ticket/2026/WX-2026-0001.md', '# 一\n');
  run('switch', '-q', '-c', 'other');
  commit('records/ticket/2026/WX-2026-0007-登录失败.md', '# 二\n');
  commit('records/ticket/2026/WX-2026-05.md', '| 编号 |\n|---|\n| WX-2026-0009 |\n|WX-2026-0012 |\n');
  run('update-ref', 'refs/remotes/origin/feature', 'other');
  run('switch', '-q', 'main');
  run('branch', '-q', '-D', 'other');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('files and rows of journals on a fetched branch count', () => {
  const found = identifiersElsewhere(root, 'records/ticket', 'WX-2026-');
  expect([...found].sort()).toEqual(['WX-2026-0001', 'WX-2026-0007', 'WX-2026-0009', 'WX-2026-0012', 'WX-2026-05']);
});

test('other years and folders do not', () => {
  expect(identifiersElsewhere(root, 'records/ticket', 'WX-2025-')).toEqual(new Set());
  expect(identifiersElsewhere(root, 'records/data-fix', 'SJ-2026-')).toEqual(new Set());
});

test('without a repository nothing is taken and nobody is known', () => {
  const bare = mkdtempSync(path.join(tmpdir(), 'docket-none-'));
  expect(identifiersElsewhere(bare, 'records/ticket', 'WX-2026-')).toEqual(new Set());
  expect(identityOf(root)).toEqual({ name: '钱二', email: 'qian@example.invalid' });
  rmSync(bare, { recursive: true });
});

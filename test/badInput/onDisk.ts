/** A project in a temporary folder, checked by the command line as a process of its own. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import { DOCKET as CLI } from '../program.ts';

export const TICKET = 'records/ticket/2026/WX-2026-0001.md';
export const CONFIG = 'docket: 1\nlanguage: zh-CN\n';
export const GOOD =
  '---\nid: WX-2026-0001\ntype: ticket\nstatus: registered\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n';

export type Files = Readonly<Record<string, string | Uint8Array>>;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export function folderWith(files: Files): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'docket-bad-')));
  made.push(folder);
  put(folder, files);
  return folder;
}

export function put(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** A repository with everything committed. */
export function repositoryWith(files: Files): string {
  const folder = folderWith(files);
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder);
  return folder;
}

export function commit(folder: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'x');
}

export function git(cwd: string, ...args: readonly string[]): string {
  const identity = [
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.invalid',
    '-c',
    'protocol.file.allow=always',
    '-c',
    'commit.gpgSign=false',
  ];
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

interface Found {
  readonly rule: string;
  readonly path: string | null;
  readonly message: string;
  readonly related: readonly { readonly path: string }[];
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Of `--format json`; empty when it could not run. */
  readonly findings: readonly Found[];
}

export interface How {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** As a user without rights, where the tests run as root. */
  readonly uid?: number;
}

/** Runs `docket check`, and holds what must be true whatever the input: no trace of a stack, no changed file. */
export function check(cwd: string, how: How = {}): Run {
  const before = treeOf(cwd);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, 'check', '--format', 'json', '--as-of', '2026-06-01', ...(how.args ?? [])],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, ...how.env },
      ...(how.uid === undefined ? {} : { uid: how.uid, gid: how.uid }),
    },
  );
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(stderr).not.toMatch(/程序出错|Internal error/);
  expect([0, 1, 2]).toContain(status);
  if (status === 2) expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(treeOf(cwd)).toEqual(before);
  const findings =
    status === 2 || how.args?.includes('--format') ? [] : (JSON.parse(stdout) as { findings: Found[] }).findings;
  expect(findings.map(({ rule }) => rule)).not.toContain('docket/rule-failed');
  return { code: status, out: stdout, err: stderr, findings };
}

/** What a run says of one file, in words. */
export function saidOf(run: Run, file: string): string {
  return run.findings
    .filter(finding => finding.path === file)
    .map(({ rule, message }) => `${rule} ${message}`)
    .join('\n');
}

/** Every file with a hash of its bytes, what Docket keeps for itself left out. Names may be no text, so they are bytes. */
function treeOf(folder: string): readonly string[] {
  const found: string[] = [];
  walk(Buffer.from(folder));
  return found.sort();

  function walk(at: Buffer): void {
    for (const name of readdirSync(at, { encoding: 'buffer' })) {
      const file = Buffer.concat([at, Buffer.from('/'), name]);
      const stat = lstatSync(file);
      if (stat.isDirectory() && name.toString() === 'docket' && at.toString().includes('.git')) continue;
      if (stat.isDirectory()) walk(file);
      else
        found.push(
          `${file.toString('latin1')} ${stat.isSymbolicLink() ? readlinkSync(file) : stat.isFile() ? hashOf(file) : stat.mode}`,
        );
    }
  }
}

function hashOf(file: Buffer): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

export function giveTo(folder: string, uid: number): void {
  chownSync(folder, uid, uid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(path.join(folder, name), uid, uid);
}

/** The gate as people meet it: `git commit` on the sample contract of 2026-05-21, with the hooks installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DOCKET } from '../program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'docket 钩子 '));
const root = path.join(folder, '项 目');
const JOB = 'src/main/java/cn/example/zzgl/review/OverdueReminderJob.java';
const LLD = 'docs/ZZGL-LLD.md';

function docket(...args: readonly string[]) {
  return spawnSync(process.execPath, [DOCKET, ...args], { cwd: root, encoding: 'utf8' });
}

/** As a graphical client runs it: nothing but the system's own folders to find programs in. */
function git(...args: readonly string[]) {
  const env = { HOME: folder, PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai' };
  return spawnSync('git', args, { cwd: root, encoding: 'utf8', env });
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(path.join(root, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    path.join(root, file),
    text.replace(from, () => to),
  );
}

function commit(message: string) {
  git('add', '-A');
  return git('commit', '-m', message);
}

function startOver(): void {
  git('checkout', '-q', '-f', 'main');
  git('reset', '-q', '--hard', 'start');
  git('clean', '-q', '-f');
}

describe.skipIf(process.platform === 'win32')('git commit with the hooks', () => {
  beforeAll(() => {
    spawnSync(process.execPath, [DOCKET, 'sample', 'zzgl', root, '--at', '2026-05-21']);
    git('config', 'user.name', '李四');
    git('config', 'user.email', 'ry-004@example.invalid');
    git('tag', 'start');
    docket('hook', 'install');
  }, 120_000);
  afterEach(startOver);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('code without its unit is refused; the first line says which and what to do', () => {
    edit(JOB, 'public void scan() {\n', 'public void scan() {\n        LOG.debug("扫描");\n');
    const { status, stdout, stderr } = commit('记录扫描\n\nRefs: WX-2026-0016');
    expect(status).toBe(1);
    const [first] = (stderr + stdout).split('\n');
    expect(first).toContain('LD-REV-07');
    expect(first).toContain('docket settle LD-REV-07');
  });

  test('with its unit it is accepted, and docket.lock records it in the same commit', () => {
    edit(JOB, 'public void scan() {\n', 'public void scan() {\n        LOG.debug("扫描");\n');
    edit(LLD, '短信失败后 10 分钟', '扫描开始时记调试日志。短信失败后 10 分钟');
    edit(
      LLD,
      '### LD-REV-07 OverdueReminderJob 超期预警定时任务',
      '### LD-REV-07 OverdueReminderJob 超期预警定时任务与日志',
    );
    const { status, stdout } = commit('记录扫描\n\nRefs: WX-2026-0016');
    expect(stdout).not.toContain('commit/docs-owed');
    expect(status).toBe(0);
    expect(git('show', 'HEAD:docket.lock').stdout).toMatch(
      /LD-REV-07 \S+OverdueReminderJob\.java\n {2}\w{12} \w{12} agreed RY-004 -/,
    );
    expect(git('status', '--porcelain').stdout).toBe('');
  });

  test('comments and layout owe nothing', () => {
    edit(JOB, '/** 每日 07:30 扫描全部在办件。 */', '/** 每日 07:30 扫描全部在办件，跳过休息日。 */');
    expect(commit('说明\n\nRefs: WX-2026-0016')).toMatchObject({ status: 0 });
    expect(existsSync(path.join(root, 'docket.lock'))).toBe(false);
  });

  test('a reason by name settles it', () => {
    edit(JOB, 'public void scan() {\n', 'public void scan() {\n        LOG.debug("扫描");\n');
    expect(docket('settle', 'LD-REV-07').status).toBe(2);
    expect(docket('settle', 'LD-REV-07', '--because', '只加调试日志').status).toBe(0);
    expect(commit('记录扫描\n\nRefs: WX-2026-0016').status).toBe(0);
  });

  test('a branch named after a ticket proposes its trailer', () => {
    git('checkout', '-q', '-b', 'WX-2026-0016-log');
    edit(JOB, '/** 每日 07:30 扫描全部在办件。 */', '/** 每日 07:30 扫描在办件。 */');
    expect(commit('说明')).toMatchObject({ status: 0 });
    expect(git('log', '-1', '--format=%B').stdout).toContain('Refs: WX-2026-0016');
  });
});

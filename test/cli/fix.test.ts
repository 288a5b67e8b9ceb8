/** docket fix and docket baseline on the disk. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { docket, onDisk } from './project.ts';

const ticket = 'records/ticket/2026/WX-2026-0001.md';
const crlf = 'records/ticket/2026/WX-2026-0002.md';
const files = {
  'docket.yml': 'docket: 1\nextends: docket:strict\nlanguage: zh-CN\n',
  [ticket]: '---\n状态: registered # 待受理\n---\n# 登录失败\n',
  [crlf]: '\uFEFF---\r\n状态: registered\r\n---\r\n# 登录失败\r\n',
};
const read = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('docket fix', () => {
  it('shows what it would do and does nothing, exit 1', () => {
    using project = onDisk(files);
    const { code, out, err } = docket(project.root, 'fix', '--dry-run', '--rule', 'doc/alias-key', ticket);
    expect(code).toBe(1);
    expect(out).toContain(
      `--- a/${ticket}\n+++ b/${ticket}\n@@ -1,4 +1,4 @@\n ---\n-状态: registered # 待受理\n+status: registered # 待受理\n`,
    );
    expect(err).toBe('可修复 1 处，将改写 1 个文件。\n');
    expect(read(project.root, ticket)).toBe(files[ticket]);
  });
  it('says in each language what is left', () => {
    using project = onDisk({ ...files, [ticket]: '---\nid: WX-2026-0001\nstatus: registered\n---\n# 登录失败\n' });
    const { code, out } = docket(project.root, 'fix', '--format', 'json', ticket);
    const { reason } = JSON.parse(out) as { reason: { zh: string; en: string } };
    expect(code).toBe(1);
    expect(reason.zh).toContain('docket fix --unsafe --dry-run');
    expect(reason.en).toContain('docket fix --unsafe --dry-run');
    expect(reason.en).not.toMatch(/\p{Script=Han}/u);
  });
  it('shows a change that git can apply', () => {
    using project = onDisk(files);
    execFileSync('git', ['init', '-q'], { cwd: project.root });
    const patch = docket(project.root, 'fix', '--dry-run', '--rule', 'doc/alias-key', ticket).out;
    execFileSync('git', ['apply', '-'], { cwd: project.root, input: patch });
    expect(read(project.root, ticket)).toContain('status: registered # 待受理');
  });
  it('fixes, keeps comments and line ends, and finds nothing the second time', () => {
    using project = onDisk(files);
    const { code, out, err } = docket(project.root, 'fix');
    expect({ code, out }).toEqual({ code: 0, out: `更新  ${ticket}\n更新  ${crlf}\n` });
    expect(err).toMatch(/^已修复 \d+ 处，改写 2 个文件。\n/);
    expect(read(project.root, ticket)).toBe('---\nstatus: registered # 待受理\n---\n# 登录失败\n');
    expect(read(project.root, crlf)).toBe('---\r\nstatus: registered\r\n---\r\n# 登录失败\r\n');
    expect(docket(project.root, 'fix')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^没有可以自动修复的问题。\n/),
    });
    expect(readdirSync(path.join(project.root, path.dirname(ticket)))).toEqual(['WX-2026-0001.md', 'WX-2026-0002.md']);
  });
  it('fixes what one rule found, in one place', () => {
    using project = onDisk(files);
    docket(project.root, 'fix', '--rule', 'doc/byte-order-mark');
    expect(read(project.root, crlf)).toBe(files[crlf].slice(1));
    docket(project.root, 'fix', crlf);
    expect(read(project.root, crlf)).toContain('status');
    expect(read(project.root, ticket)).toBe(files[ticket]);
  });
  it('says what is left to a person, and how it is seen', () => {
    const sql = 'db/datafix/V1.sql';
    const form = `---\nid: BG-2026-0001\ntype: change-approval\nstatus: approved\nscripts:\n  - path: ${sql}\n    sha256: ${'a'.repeat(64)}\n---\n# 索引\n`;
    using project = onDisk({ ...files, 'records/change-approval/2026/BG-2026-0001.md': form, [sql]: 'COMMIT;\n' });
    const { err } = docket(project.root, 'fix', '--rule', 'change/script-hash');
    expect(err).toBe('没有可以自动修复的问题。\n另有 1 处的改法要由人判断：docket fix --unsafe --dry-run 显示。\n');
    expect(docket(project.root, 'fix', '--unsafe', '--rule', 'change/script-hash').err).toMatch(
      /已修复 1 处，改写 1 个文件。\n$/,
    );
  });
  it('does not write through a link that leads out of the project', () => {
    using outside = onDisk({ 'a.md': files[ticket] });
    using project = onDisk({ 'docket.yml': files['docket.yml'] });
    symlinkSync(path.join(outside.root, 'a.md'), path.join(project.root, 'a.md'));
    docket(project.root, 'fix', '--unsafe');
    expect(read(outside.root, 'a.md')).toBe(files[ticket]);
  });
});

describe('docket baseline', () => {
  it('freezes what there is; check tells the rest, and what is gone', () => {
    using project = onDisk({ ...files, 'docket.yml': `${files['docket.yml']}baseline: 'quality/baseline.json'\n` });
    expect(docket(project.root, 'check').code).toBe(1);
    expect(docket(project.root, 'baseline')).toMatchObject({
      out: '新建  quality/baseline.json\n',
      err: expect.stringMatching(/^已把 \d+ 个现有问题写入 quality\/baseline\.json。\n$/),
    });
    expect(docket(project.root, 'check')).toMatchObject({ code: 0, out: '错误 0 · 警告 0 · 提示 0\n' });
    expect(docket(project.root, 'check').err).toMatch(/^基线中的 \d+ 个存量问题未列出。\n$/);

    writeFileSync(path.join(project.root, ticket), `\n\n${files[ticket]}见 [[WX-2026-0009]]。\n`.trimStart());
    const { code, out } = docket(project.root, 'check');
    expect({ code, broken: out.includes('没有 WX-2026-0009 这个编号') }).toEqual({ code: 1, broken: true });

    writeFileSync(path.join(project.root, crlf), files[crlf].slice(1));
    expect(docket(project.root, 'check').err).toMatch(
      /基线中有 1 条问题已不存在：运行 docket baseline --update 收紧基线。\n$/,
    );
  });
  it('keeps what it holds from being fixed', () => {
    using project = onDisk(files);
    docket(project.root, 'baseline');
    expect(docket(project.root, 'fix').err).toBe('没有可以自动修复的问题。\n');
    writeFileSync(path.join(project.root, ticket), files[ticket].replace('---\n#', '级别: P3\n---\n#'));
    docket(project.root, 'fix');
    expect(read(project.root, ticket)).toBe('---\n状态: registered # 待受理\nseverity: P3\n---\n# 登录失败\n');
    expect(read(project.root, crlf)).toBe(files[crlf]);
  });
  it('is not written over by accident', () => {
    using project = onDisk(files);
    docket(project.root, 'baseline');
    const before = read(project.root, '.docket-baseline.json');
    expect(docket(project.root, 'baseline')).toMatchObject({ code: 2, out: '' });
    expect(read(project.root, '.docket-baseline.json')).toBe(before);
    expect(docket(project.root, 'baseline', '--update')).toEqual({
      code: 1,
      out: '无变化  .docket-baseline.json\n',
      err: '.docket-baseline.json 已是现有的问题，没有改动。\n',
    });
    writeFileSync(path.join(project.root, crlf), files[crlf].slice(1));
    expect(docket(project.root, 'baseline', '--update', '--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringContaining('doc/byte-order-mark'),
    });
    expect(read(project.root, '.docket-baseline.json')).toBe(before);
    expect(docket(project.root, 'baseline', '--update').code).toBe(0);
  });
  it('that nobody can read stops the check and the fix', () => {
    using project = onDisk({ ...files, '.docket-baseline.json': '<<<<<<< HEAD\n' });
    for (const command of ['check', 'fix']) {
      expect(docket(project.root, command).err).toMatch(/^docket: 读不懂基线文件 \.docket-baseline\.json.*\n$/);
    }
    expect(existsSync(path.join(project.root, '.docket-baseline.json'))).toBe(true);
  });
});

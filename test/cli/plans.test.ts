/** What writing commands say is what they did: on the disk, as a person runs them. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { docket, onDisk } from './project.ts';

const LLD = 'docs/ZZGL-LLD.md';
const unit = (id: string, code: string) => `### ${id} 任务\n\n- 代码：${code}\n\n做事。\n`;
const lld = (...units: readonly string[]) =>
  `---\nid: ZZGL-LLD\ntype: lld\nstatus: baselined\n---\n# 详细设计\n\n${units.join('\n')}`;
const FILES = {
  'docket.yml':
    'docket: 1\nlanguage: zh-CN\ncode: [{ kind: program, include: [src/**] }]\nrules: { "*": off, trace/debt: error, trace/never-reviewed: info }\n',
  'src/K.java': 'class K {\n  int there() { return 1; }\n}\n',
  'docket.lock': '',
};
const CODE = 'src/K.java#K.nothere';

/** The person who works here, whatever the machine that runs the tests knows. */
const WHO = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'user.name', GIT_CONFIG_VALUE_0: '李四' };
for (const [name, value] of Object.entries(WHO)) vi.stubEnv(name, value);

describe('settle of a unit whose code names a symbol that is not there', () => {
  const SETTLE = ['--because', '看过'];

  test.each([['LD-REV-07'], ['LD-REV-07', 'LD-REV-08'], ['--unreviewed']])(
    '%s: says which, what is nearest, and settles nothing',
    (...named) => {
      using project = onDisk({ ...FILES, [LLD]: lld(unit('LD-REV-07', CODE), unit('LD-REV-08', 'src/K.java')) });
      expect(docket(project.root, 'settle', ...named, ...SETTLE)).toEqual({
        code: 1,
        out: '',
        err: `一处也没有核销：LD-REV-07 写的 ${CODE} 不存在（最接近的是 K.there）。请改正设计单元的“代码”一行，再核销。\n`,
      });
      expect(readFileSync(path.join(project.root, 'docket.lock'), 'utf8')).toBe('');
    },
  );

  test('check does not send anybody back to settle', () => {
    using project = onDisk({ ...FILES, [LLD]: lld(unit('LD-REV-07', CODE)) });
    const { out } = docket(project.root, 'check');
    expect(out).toContain(`LD-REV-07 从未核对过，也无法核对：它写的 ${CODE} 不存在`);
    expect(out).not.toContain('docket settle');
  });

  test('nor where the symbol was there when it was settled', () => {
    using project = onDisk({ ...FILES, [LLD]: lld(unit('LD-REV-07', 'src/K.java#K.there')) });
    expect(docket(project.root, 'settle', 'LD-REV-07', ...SETTLE)).toMatchObject({
      code: 0,
      out: '更新  docket.lock\n',
    });
    writeFileSync(path.join(project.root, 'src/K.java'), FILES['src/K.java'].replace('there', 'here'));
    const { out } = docket(project.root, 'check');
    expect(out).toContain('LD-REV-07 欠账：它写的 src/K.java#K.there 不存在；请改正“代码”一行，再核对。');
    expect(out).not.toContain('docket settle');
    expect(docket(project.root, 'settle', 'LD-REV-07', ...SETTLE)).toMatchObject({
      code: 1,
      err: expect.stringContaining('最接近的是 K.here'),
    });
  });
});

const TICKET = 'records/ticket/2026/WX-2026-0001.md';
const OTHER = 'records/ticket/2026/WX-2026-0002.md';
const TICKETS = {
  'docket.yml': 'docket: 1\nlanguage: zh-CN\n',
  [TICKET]: '---\n状态: registered\n---\n# 登录失败\n',
  [OTHER]: '---\n状态: registered\n---\n# 打印空白\n',
};
const FIX = ['fix', '--rule', 'doc/alias-key'];

describe('fix', () => {
  test('tells what was written and what was not, file by file', () => {
    using project = onDisk(TICKETS);
    chmodSync(path.join(project.root, OTHER), 0o444);
    expect(docket(project.root, ...FIX)).toEqual({
      code: 2,
      out: `更新  ${TICKET}\n`,
      err: `未写  ${OTHER}：文件是只读的；请先取消只读。\n已修复 1 处，改写 1 个文件；1 处没有写成。\n`,
    });
    expect(readFileSync(path.join(project.root, OTHER), 'utf8')).toBe(TICKETS[OTHER]);
  });

  test('with --quiet still tells what was refused', () => {
    using project = onDisk(TICKETS);
    chmodSync(path.join(project.root, OTHER), 0o444);
    const { code, out, err } = docket(project.root, ...FIX, '--quiet', OTHER);
    expect({ code, out, err }).toEqual({ code: 2, out: `未写  ${OTHER}：文件是只读的；请先取消只读。\n`, err: '' });
  });

  test('counts in English as English does', () => {
    using project = onDisk(TICKETS);
    expect(docket(project.root, ...FIX, '--lang', 'en', TICKET).err).toBe('Fixed 1 finding in 1 file.\n');
    expect(docket(project.root, ...FIX, '--lang', 'en', '--dry-run').err).toBe('Would fix 1 finding in 1 file.\n');
    expect(docket(project.root, ...FIX, '--lang', 'en')).toMatchObject({ code: 0, out: `changed  ${OTHER}\n` });
    expect(docket(project.root, ...FIX, '--lang', 'en')).toEqual({
      code: 1,
      out: '',
      err: 'Nothing that can be fixed automatically.\n',
    });
  });

  test('--format json is the plan, and with it what became of each file', () => {
    using project = onDisk(TICKETS);
    const plan = [
      { path: TICKET, action: 'change', before: TICKETS[TICKET], after: TICKETS[TICKET].replace('状态', 'status') },
    ];
    expect(JSON.parse(docket(project.root, ...FIX, TICKET, '--format', 'json', '--dry-run').out)).toEqual({
      version: 1,
      plan,
    });
    expect(readFileSync(path.join(project.root, TICKET), 'utf8')).toBe(TICKETS[TICKET]);
    const outcome = [{ path: TICKET, did: 'changed' }];
    expect(JSON.parse(docket(project.root, ...FIX, TICKET, '--format', 'json').out)).toEqual({
      version: 1,
      plan,
      outcome,
    });
  });
});

describe('new', () => {
  test.each([
    ['reported_at=昨天', '“受理时间”写作“昨天”'],
    ['type=lld', '--set type 在新的维护任务处理单中没有位置'],
    ['lin=2', '没有字段或章节 lin'],
    ['severity=P9', '“级别”不能是 P9'],
  ])('--set %s is refused, and nothing is written', (set, says) => {
    using project = onDisk({ 'docket.yml': TICKETS['docket.yml'] });
    expect(docket(project.root, 'new', 'ticket', '登录失败', '--set', set)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(says),
    });
    expect(existsSync(path.join(project.root, 'records'))).toBe(false);
  });

  test('--set title=… is the title', () => {
    using project = onDisk({ 'docket.yml': TICKETS['docket.yml'] });
    const { out } = docket(project.root, 'new', 'ticket', '--set', 'title=打印空白');
    expect(readFileSync(path.join(project.root, out.trim().split('  ')[1] ?? ''), 'utf8')).toContain('# 打印空白\n');
  });
});

test('advance to the state it has says so', () => {
  using project = onDisk({ ...TICKETS, [TICKET]: TICKETS[TICKET].replace('状态', 'status') });
  expect(docket(project.root, 'advance', 'WX-2026-0001', '--to', '已登记')).toEqual({
    code: 1,
    out: '',
    err: 'WX-2026-0001 已经是“已登记”，没有改动。\n',
  });
});

test('promote writes both files or none', () => {
  const journal = 'records/service-order/2026/FW-2026-05.md';
  const text =
    '---\ntype: journal\nof: service-order\n---\n# 登记簿\n\n| 编号 | 标题 | 状态 |\n|---|---|---|\n| FW-2026-0001 | 一 | open |\n';
  using project = onDisk({ 'docket.yml': TICKETS['docket.yml'], [journal]: text });
  chmodSync(path.join(project.root, journal), 0o444);
  const { code, out, err } = docket(project.root, 'promote', 'FW-2026-0001');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`未写  ${journal}：文件是只读的`);
  expect(err).toContain('未写  records/service-order/2026/FW-2026-0001.md：同一次改动中有别的文件写不了');
  expect(existsSync(path.join(project.root, 'records/service-order/2026/FW-2026-0001.md'))).toBe(false);
});

test.skipIf(process.platform === 'win32')(
  'why docket.yml cannot be read is said in the language of the run (not on Windows: symbolic links need a privilege)',
  () => {
    using outside = onDisk({ 'docket.yml': 'docket: 1\n' });
    using project = onDisk({});
    symlinkSync(path.join(outside.root, 'docket.yml'), path.join(project.root, 'docket.yml'));
    expect(docket(project.root, 'check').err).toContain('docket.yml：链接指向项目之外。');
    expect(docket(project.root, 'check', '--lang', 'en').err).toContain('docket.yml: link leads out of the project.');
  },
);

test('hooks that were never installed are not said to be removed', () => {
  using project = onDisk(TICKETS);
  execFileSync('git', ['init', '-q'], { cwd: project.root });
  expect(docket(project.root, 'hook', 'uninstall')).toEqual({
    code: 1,
    out: '',
    err: '这里没有装过 docket 的钩子，没有改动。\n',
  });
});

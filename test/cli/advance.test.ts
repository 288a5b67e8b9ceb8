/** A ticket and a change approval from the first command to the last, counting what somebody types. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FILES } from '../new/project.ts';
import { docket, onDisk, type Ran } from './project.ts';

const JOURNAL = 'records/service-order/2026/FW-2026-05.md';
const project = onDisk({
  ...FILES,
  [JOURNAL]:
    '---\ntype: journal\nof: service-order\n---\n# 登记簿\n\n| 编号 | 状态 |\n|---|---|\n| FW-2026-0001 | open |\n',
});
afterAll(() => project[Symbol.dispose]());
for (const args of [
  ['init', '-q'],
  ['config', 'user.email', 'qian@example.invalid'],
]) {
  spawnSync('git', args, { cwd: project.root });
}

const run = (...args: string[]) => docket(project.root, '--as-of', '2026-05-21T10:00:00+08:00', ...args);
const read = (file: string) => readFileSync(path.join(project.root, file), 'utf8');

/** Each of these is a value somebody types. */
function typing(
  command: readonly string[],
  values: Readonly<Record<string, string>>,
): Ran & { readonly typed: number } {
  const { title, ...set } = values;
  const options = [
    ...(title === undefined ? [] : ['--title', title]),
    ...Object.entries(set).flatMap(([key, value]) => ['--set', `${key}=${value}`]),
  ];
  return { ...run(...command, ...options), typed: Object.keys(values).length };
}

function errorsIn(file: string): readonly string[] {
  const { findings } = JSON.parse(run('check', file, '--format', 'json').out) as {
    findings: { rule: string; severity: string }[];
  };
  return findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

describe('a ticket', () => {
  const file = 'records/ticket/2026/WX-2026-0004.md';

  test('is registered with six typed values', () => {
    const { out, err, typed } = typing(['new', 'ticket'], {
      title: '打印空白',
      类别: '故障',
      级别: 'P3',
      受理渠道: '电话',
      'reporter.org': '东阳区XX局',
      问题描述: '打印预览正常，打印结果为空白页。',
    });
    expect({ out, err, typed }).toEqual({ out: `新建  ${file}\n`, err: '已填全。\n', typed: 6 });
    expect(errorsIn(file)).toEqual([]);
  });

  test('shows a step without taking it', () => {
    const before = read(file);
    const { out, err } = run('advance', 'WX-2026-0004', '--dry-run');
    expect(out).toContain('-status: registered\n+status: accepted\n');
    expect(out).toContain('+accepted_by: RY-002\n');
    expect(err).toBe('已填全。\n');
    expect(read(file)).toBe(before);
  });

  test('takes one step, the usual one', () => {
    const { code, out } = run('advance', 'WX-2026-0004');
    expect({ code, out }).toEqual({
      code: 0,
      out: `WX-2026-0004  已登记 → 已受理\n更新  ${file}\n  status: accepted\n  accepted_by: RY-002\n`,
    });
  });

  test('lists what only a person can know', () => {
    expect(run('advance', 'WX-2026-0004', '--to', 'closed', '--dry-run').err).toBe(
      '待填 3 项：原因分类、问题原因分析、解决方案说明\n',
    );
  });

  test('is closed with three typed values', () => {
    const { code, err, typed } = typing(['advance', 'WX-2026-0004', '--to', '已关闭'], {
      原因分类: '运行环境',
      问题原因分析: '打印服务的驱动版本过旧，渲染超时后输出空白页。',
      解决方案说明: '升级打印驱动并重启打印服务。',
    });
    expect({ code, err, typed }).toEqual({ code: 0, err: '已填全。\n', typed: 3 });
    expect(read(file)).toMatch(/## 问题原因分析\n\n打印服务.*\n\n## 解决方案说明\n\n升级打印驱动并重启打印服务。\n/);
    expect(errorsIn(file)).toEqual([]);
  });

  test('goes no further by itself, and nowhere it cannot go', () => {
    expect(run('advance', 'WX-2026-0004')).toEqual({
      code: 2,
      out: '',
      err: 'docket: WX-2026-0004 已关闭，没有必然的下一步：请用 --to 指明。可选：reopened 重开。\n',
    });
    expect(run('advance', 'WX-2026-0004', '--to', 'accepted').err).toBe(
      'docket: WX-2026-0004 已关闭，不能推进到 accepted。可选：reopened 重开。\n',
    );
  });

  test('keeps what is written', () => {
    const { code, err } = typing(['advance', 'WX-2026-0004', '--to', 'reopened'], { cause: '另有原因。' });
    expect({ code, err }).toEqual({
      code: 2,
      err: `docket: WX-2026-0004 的“问题原因分析”已有内容，不覆盖：请在 ${file} 中修改。\n`,
    });
  });
});

test('a change approval that follows from a ticket is submitted with seven typed values, and keeps what it embeds when it is approved', () => {
  const file = 'records/change-approval/2026/BG-2026-0001.md';
  const fresh = typing(['new', 'change-approval', '--from', 'WX-2026-0003'], { 变更类型: 'program', 风险等级: 'low' });
  const submitted = typing(['advance', 'BG-2026-0001'], {
    'planned_window.from': '2026-05-22 20:00',
    'planned_window.to': '2026-05-22 22:00',
    影响范围与风险: '取号功能停用两小时，其他功能不受影响。',
    实施步骤: '1. 停服务；2. 备份；3. 部署；4. 验证取号。',
    备份与回退方案: '部署前备份序列表，取号失败即恢复备份并换回旧版本。',
  });
  expect([fresh.err, submitted.err]).toEqual(['已填全。\n', '已填全。\n']);
  expect(fresh.typed + submitted.typed).toBe(7);
  expect(read(file)).toContain(
    'planned_window: { from: "2026-05-22T20:00:00+08:00", to: "2026-05-22T22:00:00+08:00" }\n',
  );
  expect(errorsIn(file)).toEqual([]);
  const approved = run('advance', 'BG-2026-0001', '--to', 'approved');
  expect(approved.out.match(/定格一处嵌入的内容/g)).toHaveLength(2);
  expect(errorsIn(file)).not.toContain('ref/embed-frozen');
  expect(approved.err).toMatch(/^待填 .*审批/);
});

test('a row of a journal is left to its table, and a record nobody has is named', () => {
  expect(run('advance', 'FW-2026-0001').err).toBe(
    `docket: FW-2026-0001 是登记簿 ${JOURNAL} 中的一行：请在表中改它的状态，或先用 docket promote FW-2026-0001 转为单独的文件。\n`,
  );
  expect(run('advance', 'WX-2026-0033').err).toMatch(/^docket: 没有单据 WX-2026-0033。是否要写 WX-2026-0003？\n$/);
});

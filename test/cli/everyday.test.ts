/** What people run into in a day: a misspelt path, a form half filled, a record nobody can read. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { alignedColumns } from '../../cli/words/columns.ts';
import { docket, onDisk } from './project.ts';

const TICKET =
  '---\nstatus: processing\nseverity: P3\nreported_at: "2026-05-20T09:00:00+08:00"\nresponded_at: "2026-05-20T09:10:00+08:00"\n---\n# 登录失败\n';
const project = onDisk({
  'docket.yml':
    'language: zh-CN\ndocuments: { include: [records/**/*.md, ledgers/**/*.md] }\nproject: { period: { from: 2026-01-01, to: 2026-12-31 } }\n',
  'README.md': '# 说明\n',
  'records/ticket/2026/WX-2026-0001.md': TICKET,
});
afterAll(() => project[Symbol.dispose]());

const run = (...args: string[]) => docket(project.root, '--as-of', '2026-05-21T09:30:00+08:00', ...args);

describe('check of named files', () => {
  test('a name that nothing has is no success', () => {
    const { code, out, err } = run('check', 'records/WX-2026-0001.md');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('docket: 没有 records/WX-2026-0001.md 这个文件或目录。请检查路径，相对路径从当前目录算起。\n');
  });
  test('a file that is none of the documents is said to be unchecked', () => {
    expect(run('check', 'README.md')).toEqual({
      code: 0,
      out: '错误 0 · 警告 0 · 提示 0\n',
      err: 'README.md 不在 docket.yml 的 documents 范围内，没有检查。\n',
    });
    expect(run('check', 'records/ticket/2026/WX-2026-0001.md').err).toBe('');
  });
  test('a path is taken from the folder one is in', () => {
    const here = path.join(project.root, 'records/ticket');
    const { code, out } = docket(here, 'check', '2026/WX-2026-0001.md', '--as-of', '2026-05-21');
    expect({ code, first: out.split('\n', 1)[0] }).toEqual({ code: 1, first: 'records/ticket/2026/WX-2026-0001.md' });
  });
});

describe('new', () => {
  test('takes the letters of the number for the kind', () => {
    expect(run('new', 'wx', '--dry-run', '--title', '打印空白').out).toContain('+id: WX-2026-0002\n+type: ticket\n');
  });
  test('takes the words behind the kind for the title', () => {
    expect(run('new', 'ticket', '打印', '空白', '--dry-run').out).toContain('# 打印 空白\n');
    expect(run('new', 'ticket', '打印', '--title', '空白', '--dry-run').out).toContain('# 空白\n');
  });
  test('says whose address is in no staff record', () => {
    expect(run('new', 'ticket', '--dry-run', '--title', '打印空白').err).toMatch(
      /^待填 6 项：编制人、.*\n人员登记表中没有 git 提交人.*git_emails.*\n$/,
    );
  });
  test('names the record that was probably meant', () => {
    expect(run('new', 'change-approval', '--from', 'WX-2026-0010').err).toBe(
      'docket: 没有单据 WX-2026-0010。是否要写 WX-2026-0001？\n',
    );
  });
  test('asks for what a journal holds before it asks for a number', () => {
    expect(run('new', 'journal').err).toBe('docket: 登记簿要指明登记类型：--set of=service-order。\n');
  });
  test('what is left empty is found at its own line', () => {
    const form = 'records/ticket/2026/WX-2026-0002.md';
    run('new', 'ticket', '--title', '打印空白');
    const { findings } = JSON.parse(run('check', form, '--format', 'json').out);
    const lines = readFileSync(path.join(project.root, form), 'utf8').split('\n');
    const said = findings.map((finding: { range: { start: { line: number } } }) =>
      lines[finding.range.start.line - 1]?.replace(/:.*/, '').trim(),
    );
    expect(said).toEqual(expect.arrayContaining(['author', 'kind', 'severity', 'channel', 'org']));
  });
});

describe('at the end of the month', () => {
  test('a record that cannot be read is named before the ledger is handed over', () => {
    const broken = path.join(project.root, 'records/ticket/2026/WX-2026-0003.md');
    mkdirSync(path.dirname(broken), { recursive: true });
    writeFileSync(broken, '---\nid: WX-2026-0003\nstatus: [broken\n');
    const { code, err } = run('ledger', '--period', '2026-05');
    expect({ code, err }).toEqual({
      code: 0,
      err: '注意：1 份文档的文件头读不出来，没有计入：records/ticket/2026/WX-2026-0003.md。先用 docket check 查看并改正。\n',
    });
    writeFileSync(broken, TICKET);
    expect(run('ledger', '--period', '2026-05').err).toBe('');
  });
  test('a month to come has no ledger, one outside of the contract has a warning', () => {
    expect(run('ledger', '--period', '2026-06')).toEqual({
      code: 2,
      out: '',
      err: 'docket: 2026年6月还没有开始，没有可统计的内容。\n',
    });
    expect(run('report', '--period', '2025-06', '--format', 'json').err).toBe(
      '注意：该期间不在服务期 2026-01-01 至 2026-12-31 之内。\n',
    );
  });
  test('a copy written twice is the same copy', () => {
    expect(run('report', '--period', '2026-05', '--out', 'out').out).toBe('新建  YB-2026-05.md\n');
    expect(run('report', '--period', '2026-05', '--out', 'out').out).toBe('无变化  YB-2026-05.md\n');
  });
  test('the example of a period is this month', () => {
    expect(run('ledger').err).toBe('docket: 没有指定期间：请加 --period 2026-05。\n');
  });
});

test('trace of a record that leads to no item says so', () => {
  expect(run('trace', 'WX-2026-0001')).toMatchObject({
    code: 0,
    err: 'WX-2026-0001 没有关联到需求、设计、单元或用例条目。\n',
  });
});

describe('columns on a terminal', () => {
  test('the last one is folded under itself, Chinese before no mark', () => {
    expect(alignedColumns([['a', '维护任务处理单写明受理渠道，缺一不可。']], 21)).toBe(
      'a  维护任务处理单写明\n   受理渠道，缺一不\n   可。\n',
    );
    expect(alignedColumns([['id', 'One two three four five']], 20)).toBe('id  One two three\n    four five\n');
  });
  test('the widest ones give way, words whole as long as they fit', () => {
    const rows = [
      ['REQ-REV-012', '超期预警提前提醒', 'TC-REV-001 TC-REV-002 TC-REV-003'],
      ['REQ-REV-013', '统计', ''],
    ];
    expect(alignedColumns(rows, 36)).toBe(
      'REQ-REV-012  超期预警提  TC-REV-001\n             前提醒      TC-REV-002\n                         TC-REV-003\nREQ-REV-013  统计\n',
    );
    expect(alignedColumns([['a', 'OverdueWarningTask.java']], 19)).toBe('a  OverdueWarningTa\n   sk.java\n');
  });
  test('elsewhere a row is a line', () => {
    expect(alignedColumns([['a', 'x'.repeat(300)]])).toBe(`a  ${'x'.repeat(300)}\n`);
  });
});

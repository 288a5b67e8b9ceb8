/** new, promote, trace and init as somebody runs them, in a folder of their own. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command, Options } from '../../cli/command.ts';
import { init } from '../../cli/commands/init.ts';
import { newDocument } from '../../cli/commands/new.ts';
import { promote } from '../../cli/commands/promote.ts';
import { trace } from '../../cli/commands/trace.ts';
import { HostError } from '../../host/hostError.ts';
import { openProject } from '../../host/project/openProject.ts';
import { FILES } from './project.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'docket-new-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

async function run(
  command: Command,
  args: readonly string[] = [],
  options: Options = {},
  width?: number,
): Promise<{ readonly out: string; readonly err: string }> {
  const said = { out: '', err: '' };
  const context = {
    cwd: root,
    language: undefined,
    asOf: '2026-05-21T09:30:00+08:00',
    color: false,
    width,
    quiet: false,
    commands: [],
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
  };
  await command.run(context, args, options);
  return said;
}

test('new writes the document, prints its path and says what is left', async () => {
  write(FILES);
  const { out, err } = await run(newDocument, ['ticket'], { title: '打印空白', set: ['级别=P3', 'channel=电话'] });
  expect(out).toBe('新建  records/ticket/2026/WX-2026-0004.md\n');
  expect(read('records/ticket/2026/WX-2026-0004.md')).toMatch(/severity: P3\nchannel: phone\n[\s\S]*# 打印空白\n/);
  expect(err).toMatch(/^待填 \d 项：.*单位/);
});

test('new --dry-run writes nothing', async () => {
  write(FILES);
  const { out } = await run(newDocument, ['维护任务处理单'], { dryRun: true });
  expect(out).toMatch(
    /\n\+\+\+ b\/records\/ticket\/2026\/WX-2026-0004\.md\n@@ -0,0 \+1,33 @@\n\+---\n\+id: WX-2026-0004\n/,
  );
  expect(existsSync(path.join(root, 'records/ticket/2026/WX-2026-0004.md'))).toBe(false);
});

test('new refuses a kind or a source that is not there, naming what is', async () => {
  write(FILES);
  await expect(run(newDocument, ['tickt'])).rejects.toThrow(/Did you mean ticket\?/);
  await expect(run(newDocument, ['change-approval'], { from: 'WX-2026-0099' })).rejects.toThrow(HostError);
});

test('promote moves the row', async () => {
  const journal = 'records/service-order/2026/FW-2026-05.md';
  write({
    ...FILES,
    [journal]:
      '---\ntype: journal\nof: service-order\n---\n# 登记簿\n\n| 编号 | 标题 | 状态 |\n|---|---|---|\n| FW-2026-0001 | 一 | open |\n| FW-2026-0002 | 二 | open |\n',
  });
  const { out } = await run(promote, ['FW-2026-0001']);
  expect(out).toBe(`新建  records/service-order/2026/FW-2026-0001.md\n更新  ${journal}\n`);
  expect(read(journal)).toMatch(/\|---\|---\|---\|\n\| FW-2026-0002 \| 二 \| open \|\n$/);
  expect(read('records/service-order/2026/FW-2026-0001.md')).toContain('# 一\n');
});

test('trace prints what covers a requirement, and its gaps', async () => {
  write({
    ...FILES,
    'docs/ZZGL-SRS.md': '---\ntype: srs\nid: ZZGL-SRS\n---\n# 需求\n\n### REQ-REV-001 超期预警与提醒设置\n',
    'docs/ZZGL-HLD.md': '---\ntype: hld\nid: ZZGL-HLD\n---\n# 设计\n\n### HD-REV-01 预警\n\n- 满足：REQ-REV-001\n',
  });
  const { out } = await run(trace, ['REQ-REV-001'], { format: 'table' });
  expect(out).toMatch(/REQ-REV-001 +超期预警与提醒设置 +HD-REV-01 +✗ +✗ +✗ +✗\n条目 1 · 缺口 4\n$/);
  const narrow = await run(trace, ['REQ-REV-001'], { format: 'table' }, 60);
  expect(narrow.out).toMatch(/^REQ-REV-001  超期预警 +HD-REV-01 .*\n {13}与提醒设\n {13}置\n/m);
  const designed = await run(trace, [], { format: 'json', from: 'srs', to: 'hld', gaps: true });
  expect(JSON.parse(designed.out)).toEqual({ version: 1, items: [] });
  await expect(run(trace, ['REQ-REV-002'])).rejects.toThrow(/Did you mean REQ-REV-001\?/);
});

test('init writes once and never over a docket.yml', async () => {
  write({ 'README.md': '# 证照系统\n\n用于证照审批。\n', 'src/main/java/A.java': 'class A {}\n' });
  const { out } = await run(init, [], { yes: true });
  expect(out).toContain('新建  docket.yml');
  const written = read('docket.yml');
  await expect(run(init, [], { yes: true })).rejects.toThrow(HostError);
  expect(read('docket.yml')).toBe(written);
});

test('init with a skeleton finds an author where nobody is registered, and leaves no error', async () => {
  write({
    'docs/需求规格说明书.md': '# 需求规格说明书\n',
    'docs/a.md': '# 甲\n',
    'src/main/java/cn/cert/A.java': 'class A {}\n',
  });
  const { out } = await run(init, [], { yes: true, skeleton: true });
  expect(out).toContain('  docs/需求规格说明书.md  srs 需求规格说明书\n');
  expect(out).toMatch(/新建  docs\/\w+-LLD\.md\n更新  docs\/需求规格说明书\.md\n$/);
  const analysis = openProject(root).session.analysis();
  expect(analysis.documents()).toHaveLength(2);
  expect(
    analysis.findings({ scope: 'project', beyondBaseline: false }).filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
});

test('init without a terminal and without --yes writes nothing', async () => {
  write({ 'README.md': '# A\n' });
  await expect(run(init)).rejects.toThrow(/--yes/);
  expect(existsSync(path.join(root, 'docket.yml'))).toBe(false);
});

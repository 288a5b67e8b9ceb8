/** The command line as it is run: exit codes, first lines, both languages. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { textWidth } from '../../engine/session/textWidth.ts';
import { docket, onDisk } from './project.ts';
import { DOCKET } from '../program.ts';

const ticket = 'records/ticket/2026/WX-2026-0001.md';
const files = {
  'docket.yml': 'docket: 1\nlanguage: zh-CN\n',
  [ticket]: '---\nstatus: resolved\n---\n# 登录失败\n\n见 [[WX-2026-0009]]。\n',
};
const project = onDisk(files);
const english = onDisk({ ...files, 'docket.yml': 'docket: 1\nlanguage: en\n' });
const empty = onDisk({});
afterAll(() => {
  for (const folder of [project, english, empty]) folder[Symbol.dispose]();
});

const first = (text: string): string => text.split('\n', 1)[0] ?? '';

describe('check', () => {
  it('prints the findings and exits 1', () => {
    const { code, out, err } = docket(project.root, 'check', 'records', '--as-of', '2026-11-22');
    expect({ code, err, first: first(out) }).toEqual({ code: 1, err: '', first: ticket });
    expect(out).toContain('没有 WX-2026-0009 这个编号');
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^错误 \d+ · 警告 \d+ · 提示 \d+$/);
  });
  it('prints the same bytes every time', () => {
    const run = () => docket(project.root, 'check', '--format', 'json', '--as-of', '2026-11-22').out;
    expect(run()).toBe(run());
  });
  it('speaks the language of the project, or the one asked for', () => {
    expect(docket(english.root, 'check').out).toMatch(/errors \d+ · warnings \d+ · infos \d+\n$/);
    expect(docket(english.root, 'check', '--lang', 'zh').out).toMatch(/错误 \d+ · 警告 \d+ · 提示 \d+\n$/);
  });
  it('writes to a file', () => {
    const { code, out } = docket(project.root, 'check', '--format', 'checkstyle', '--output', 'out.xml');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(first(readFileSync(path.join(project.root, 'out.xml'), 'utf8'))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>',
    );
  });
});

describe('what cannot be done is said in one line, with the way out, and exits 2', () => {
  it.each<[string, string, string[], RegExp]>([
    [
      'a folder that is none',
      empty.root,
      ['check', '--cwd', 'nowhere'],
      /^docket: 打不开目录 nowhere：目录不存在。请检查 --cwd。\n$/,
    ],
    ['no project', empty.root, ['check'], /^docket: 在 .*没有找到 docket\.yml。.*docket init.*\n$/],
    ['no project, in English', empty.root, ['check', '--lang', 'en'], /^docket: There is no docket\.yml in .*\n$/],
    [
      'an output nobody can write',
      project.root,
      ['check', '--output', 'docket.yml/out.txt'],
      /^docket: 写不了 .*。请检查目录和权限。\n$/,
    ],
    ['a path outside', project.root, ['check', '..'], /^docket: \.\. 不在项目 .* 之内。\n$/],
    [
      'a command with a slip',
      project.root,
      ['chekc'],
      /^docket: 没有命令 chekc。是否指 check？运行 docket --help 查看用法。\n$/,
    ],
    [
      'the same in an English project',
      english.root,
      ['chekc'],
      /^docket: Unknown command 'chekc'\. Did you mean check\? Run docket --help\.\n$/,
    ],
    [
      'an option with a slip',
      project.root,
      ['check', '--fromat', 'json'],
      /^docket: 没有选项 --fromat。是否指 --format？.*\n$/,
    ],
    [
      'a value that is no choice',
      project.root,
      ['check', '--format', 'xml'],
      /^docket: 选项 .*--format.* 没有“xml”这个值.*checkstyle.*\n$/,
    ],
    ['a day that is none', project.root, ['check', '--as-of', '明天'], /^docket: --as-of 明天 不是日期.*\n$/],
    [
      'a rule with a slip',
      project.root,
      ['explain', 'ticket/cause-requird'],
      /^docket: 没有规则 ticket\/cause-requird。是否指 ticket\/cause-required？.*\n$/,
    ],
    [
      'a shell nobody knows',
      project.root,
      ['completion', 'cmd'],
      /^docket: 不支持 cmd 的补全：可选 bash、zsh、fish、powershell。\n$/,
    ],
  ])('%s', (_what, cwd, args, line) => {
    const { code, out, err } = docket(cwd, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(line);
  });
});

describe('help', () => {
  it.each([
    ['zh', ['开始：', 'init', '日常：', 'check', '门禁：', 'hook', '报告：', 'trace', '工具：', 'lsp']],
    ['en', ['Start here:', 'init', 'Every day:', 'check', 'Gates:', 'hook', 'Reports:', 'trace', 'Tools:', 'lsp']],
  ])('groups the commands, init first (%s)', (lang, titles) => {
    const lines = docket(project.root, '--help', '--lang', lang).out.split('\n');
    const words = lines.map(line => line.trim().split('  ', 1)[0] ?? '');
    expect(words.filter(word => titles.includes(word))).toEqual(titles);
  });
  it.each(['zh', 'en'])('stands in columns (%s)', lang => {
    const { code, out } = docket(project.root, '--help', '--lang', lang);
    expect(code).toBe(0);
    const lines = out.split('\n').filter(line => /^ {2}\S/.test(line));
    const columns = lines.map(line => textWidth(/^ {2}.*?\S {2,}(?=\S)/.exec(line)?.[0] ?? ''));
    expect(lines.length).toBeGreaterThan(10);
    expect(new Set(columns).size).toBe(1);
  });
  it('speaks the language of the project and tells what may be chosen', () => {
    expect(docket(project.root, 'help', 'check').out).toContain('可选：pretty、json、sarif');
    expect(docket(english.root, 'check', '--help').out).toContain('(choices: pretty, json, sarif');
  });
});

describe('explain and rules', () => {
  it('explains a rule as it is in the project', () => {
    const { code, out } = docket(project.root, 'explain', 'ticket/cause-required');
    expect(code).toBe(0);
    expect(first(out)).toBe('ticket/cause-required');
    expect(out).toContain('合同条款 C4.5-02');
    expect(docket(empty.root, 'explain', 'ticket/cause-required', '--lang', 'en').out).toContain(
      'contract clauses C4.5-02',
    );
  });
  it('shows of a rule about changes what changed and with which words, one example of each sort', () => {
    const { out } = docket(empty.root, 'explain', 'commit/change-note');
    expect(out).toContain('提交说明 提前三天提醒 · Change: BG-2026-0005\n');
    expect(out).toContain('    │   public void «run»() {\n    │-    remind(2);\n    │+    remind(3);\n');
    expect(out).toContain('    │+    // BG-2026-0005 2026-04-03 李四: 提前量改为三天\n');
    expect(out.match(/示例/g)).toHaveLength(3);
    expect(out).toMatch(/另有 2 个示例：docket explain commit\/change-note --all\n$/);
    expect(docket(empty.root, 'explain', 'commit/change-note', '--all').out.match(/示例/g)).toHaveLength(4);
  });
  it('lists every rule with its severity here', () => {
    const off = onDisk({ 'docket.yml': 'docket: 1\nrules: { ref/broken: off }\n' });
    const { rules } = JSON.parse(docket(off.root, 'rules', '--format', 'json').out);
    off[Symbol.dispose]();
    expect(rules.find(({ id }: { id: string }) => id === 'ref/broken')).toMatchObject({
      severity: 'error',
      level: 'off',
    });
    expect(docket(empty.root, 'rules', '--format', 'md').out.split('\n')).toHaveLength(rules.length + 3);
  });
});

it('stops without a word when nobody reads any more', async () => {
  const child = spawn(process.execPath, [DOCKET, 'rules', '--format', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', data => (err += data));
  child.stdout.destroy();
  const code = await new Promise(done => child.on('close', done));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

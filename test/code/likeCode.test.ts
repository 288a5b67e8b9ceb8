/** What no person writes as code is not parsed, in no face, and a unit that names a symbol of it is told so. */
import { expect, test } from 'vitest';
import { settled } from '../../deliver/settle/settled.ts';
import { asPath } from '../../engine/base/text.ts';
import { signatureOf } from '../../engine/code/signature/signature.ts';
import { sourceOf } from '../../engine/code/sourceOf.ts';
import { GrammarUnreadable, giveGrammars, ParserFailed } from '../../engine/code/symbols/syntax.ts';
import { grammarOf } from '../../host/grammars.ts';
import { open } from '../inMemory.ts';

const isUnreadable = (path: string, text: string) => sourceOf(asPath(path), text)?.isUnreadable;

test.each([
  ['a.java', 'f(a: '.repeat(12_000)],
  ['a.java', 'f(a: \n'.repeat(100_000)],
  ['a.cs', '<script '.repeat(100_000)],
  ['a.ts', 'a<'.repeat(40_000)],
  ['a.vue', `<script>${'['.repeat(300)}</script>`],
  ['a.go', `package a\n${'// x\n'.repeat(110_000)}`],
])('%s: the parser is not asked', (path, text) => {
  giveGrammars(() => () => expect.unreachable());
  expect(isUnreadable(path, text)).toBe(true);
  expect(sourceOf(asPath(path), text)?.symbols).toEqual([]);
  giveGrammars(grammarOf);
  expect(sourceOf(asPath('b.java'), 'class B {}')?.symbols).toHaveLength(1);
});

test('long chains, shifts, elements and comparisons that people write are code', () => {
  const shifts = Array.from({ length: 400 }, (_, n) => `<< ${n}`).join(' ');
  expect(isUnreadable('a.cpp', `void f() { std::cout ${shifts}; }`)).toBe(false);
  expect(isUnreadable('a.tsx', `export const a = <ul>${'<li></li><br />'.repeat(400)}</ul>;`)).toBe(false);
  expect(isUnreadable('a.py', 'if a < b:\n  c()\n'.repeat(400))).toBe(false);
  expect(isUnreadable('a.java', `class A { ${'int f() { return a < b ? 1 : 2; } '.repeat(400)} }`)).toBe(false);
});

test('the file that the parser fails on is named', () => {
  giveGrammars(() => () => {
    throw new ParserFailed('memory access out of bounds');
  });
  expect(() => sourceOf(asPath('src/A.java'), 'class A {}')?.symbols).toThrow(GrammarUnreadable);
  expect(() => sourceOf(asPath('src/A.java'), 'class A {}')?.symbols).toThrow(/failed on src\/A\.java.*docket\.yml/);
  giveGrammars(grammarOf);
});

const FILES = {
  'docket.yml': 'code: [{ kind: program, include: [src/**] }]\n',
  'docs/ZZGL-LLD.md':
    '---\nid: ZZGL-LLD\ntype: lld\nstatus: baselined\n---\n# 详细设计\n\n### LD-A-01 单元\n\n- 代码：src/A.java#A.run\n\n说明。\n',
  'src/A.java': 'class A { void run() {} }\n',
  'docket.lock': '',
};
const DEEP = `${FILES['src/A.java']}${'['.repeat(300)}`;

const said = (files: Readonly<Record<string, string>>) =>
  open(files)
    .analysis()
    .findings({ scope: 'project', beyondBaseline: false })
    .filter(({ id }) => id === 'LD-A-01')
    .map(({ rule, message }) => `${rule} ${message.zh}`);

test('a symbol that cannot be read is one finding at the unit, and settle says the same', () => {
  const settle = (files: Readonly<Record<string, string>>) =>
    settled(['LD-A-01'], { how: 'settled', by: '李四', because: '看过' }, open(files).analysis().project());
  const plan = settle(FILES);
  if (!('file' in plan)) expect.unreachable();
  const why = '它写的 src/A.java#A.run 读不出来（文件过大、一行过长或嵌套过深，认不出符号）';
  const minified = `${FILES['src/A.java'].trim()} ${'/* x */ '.repeat(1000)}`;
  for (const text of [DEEP, minified]) {
    const deep = { ...FILES, 'src/A.java': text };
    expect(said({ ...deep, 'docket.lock': plan.file.after })).toEqual([
      `trace/debt LD-A-01 欠账：${why}；请改正“代码”一行，再核对。`,
    ]);
    expect(said(deep)).toEqual([`trace/never-reviewed LD-A-01 从未核对过，也无法核对：${why}；请改正“代码”一行。`]);
    const refused = settle(deep);
    expect('unsettled' in refused && refused.unsettled.zh).toContain(`LD-A-01：${why}`);
  }
});

test('settle refuses a symbol that is not there also for an item of a kind of the project', () => {
  const files = {
    'docket.yml': FILES['docket.yml'],
    'docket/kinds/stages.yml':
      'kind: stages\nid: stages\nfolder: docs/stages\ntakes: [page]\nitems:\n  stage: { id: "STAGE-[A-Z]+", form: heading, attributes: { code: { zh: 代码, type: list, of: { type: glob } } } }\n',
    'docs/stages/stages.md': '# 阶段\n\n## STAGE-BASE 基础\n\n- 代码：src/a.ts#Get、src/a.ts#Days、src/a.ts#gone\n',
    'src/a.ts': 'export type Days = number;\nexport const Get = 1;\n',
  };
  const plan = settled(
    ['STAGE-BASE'],
    { how: 'settled', by: '李四', because: '看过' },
    open(files).analysis().project(),
  );
  expect('unsettled' in plan && plan.unsettled.zh).toBe(
    '一处也没有核销：STAGE-BASE 写的 src/a.ts#gone 不存在（最接近的是 Days）。请改正设计单元的“代码”一行，再核销。',
  );
});

test('a tag above a constant at the head of a file stays a tag of the file', () => {
  const text = '/** @implements LD-A-01 */\nexport const LIMIT = 3;\nclass A {}\n';
  const read = (some: string) => sourceOf(asPath('a.ts'), some) ?? expect.unreachable();
  expect(read(text).tags.map(({ symbol }) => symbol)).toEqual([undefined]);
  expect(signatureOf(read(text), 'LIMIT')).toMatch(/^[0-9a-f]{12}$/);
  expect(signatureOf(read(text), 'LIMIT')).not.toBe(signatureOf(read(text.replace('3', '4')), 'LIMIT'));
});

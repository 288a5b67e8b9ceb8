/** File names that no text should have, and links that lead anywhere. */
import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { asPath } from '../../../engine/base/text.ts';
import type { Path } from '../../../engine/base/text.ts';
import { commit, CONFIG, folderWith, git, put, repositoryWith } from '../../badInput/onDisk.ts';
import { bothIn, listedIn, range, staged, textIn, told, working } from './asked.ts';

const ODD = [
  '-rf.md',
  '--output=x.md',
  'a b/ c.md',
  '"quoted".md',
  "it's.md",
  'line\nbreak.md',
  'tab\tbed.md',
  '需求/说明（终稿）.md',
  ':(top)x.md',
  '*.md',
  '100644 blob.md',
  'back\\slash.md',
  '.hidden',
  'e\u0301.md',
  '\u00e9.md',
  'UPPER.md',
  'upper.md',
];

describe.skipIf(process.platform === 'win32')('odd names', () => {
  test('are added, read, renamed and removed like any other', () => {
    const root = repositoryWith({ 'docket.yml': CONFIG });
    const files = Object.fromEntries(ODD.map((name, n) => [name, `text ${n}\n`]));
    put(root, files);
    const added = ODD.map(name => `added ${name}`).sort();
    expect([...told(working(root).files)].sort()).toEqual(added);
    git(root, 'add', '-A');
    const set = staged(root);
    expect([...told(set.files)].sort()).toEqual(added);
    for (const [name, text] of Object.entries(files)) expect(bothIn(set, name)).toEqual(['(absent)', text]);
    commit(root);
    const { after, commits } = range(root, 'HEAD~1..HEAD');
    expect([...told(commits[0]?.files ?? [])].sort()).toEqual(added);
    for (const [name, text] of Object.entries(files)) expect(textIn(after, name)).toBe(text);
    git(root, 'mv', '--', '-rf.md', ':(top)y.md');
    expect(told(staged(root).files)).toEqual(['renamed :(top)y.md < -rf.md']);
  });

  test('each is found alone, too, where nothing was listed', () => {
    const root = repositoryWith({ 'docket.yml': CONFIG, ...Object.fromEntries(ODD.map(name => [name, name])) });
    for (const name of ODD) expect(bothIn(staged(root), name)).toEqual([name, name]);
  });

  test('very long ones', () => {
    const long = `${'d'.repeat(200)}/`.repeat(18) + 'x.md';
    const root = repositoryWith({ 'docket.yml': CONFIG, [long]: 'x' });
    expect(bothIn(staged(root), long)).toEqual(['x', 'x']);
    expect(textIn(staged(root).after, 'x'.repeat(300_000))).toBe('(absent)');
    expect(textIn(staged(root).after, 'a\0b')).toBe('(absent)');
  });
});

describe.skipIf(process.platform !== 'linux')('names that are no text', () => {
  const named = (...bytes: readonly (readonly number[])[]) => {
    const root = repositoryWith({ 'docket.yml': CONFIG });
    for (const [n, name] of bytes.entries())
      writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name)]), `text ${n}\n`);
    git(root, 'add', '-A');
    return root;
  };

  test('keep a mark in their place, and their content', () => {
    const root = named([0x61, 0xff, 0x2e, 0x6d, 0x64]);
    const set = staged(root);
    expect(told(set.files)).toEqual(['added a\ufffd.md']);
    expect(bothIn(set, 'a\ufffd.md')).toEqual(['(absent)', 'text 0\n']);
    commit(root);
    expect(textIn(range(root, 'HEAD').past.treeOf(git(root, 'rev-parse', 'HEAD').trim()), 'a\ufffd.md')).toBe(
      'text 0\n',
    );
  });

  test('two that look alike are told of, and neither is taken for the other', () => {
    const root = named([0x61, 0xff], [0x61, 0xfe]);
    for (const asked of [staged(root).after, working(root).before])
      expect(textIn(asked, 'a\ufffd')).not.toMatch(/^text/);
    expect(textIn(staged(root).after, 'a\ufffd')).toBe('(two files have this name)');
  });
});

test.skipIf(process.platform === 'win32')('links lead inside the project, or nowhere', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG, 'd/a.md': '甲\n' });
  const links = {
    'd/near.md': 'a.md',
    'far.md': 'd/near.md',
    'gone.md': 'nowhere',
    'out.md': '../x',
    'absolute.md': '/etc/hostname',
    'x.md': 'y.md',
    'y.md': 'x.md',
    dir: 'd',
  };
  for (const [link, target] of Object.entries(links)) symlinkSync(target, path.join(root, link));
  commit(root);
  const { before, after } = staged(root);
  for (const source of [before, after]) {
    expect(Object.keys(links).map(link => textIn(source, link))).toEqual([
      '甲\n',
      '甲\n',
      '(absent)',
      '(link leads out of the project)',
      '(link leads out of the project)',
      '(links lead in a circle)',
      '(links lead in a circle)',
      '(absent)',
    ]);
  }
});

test('a document too large for a person is told by its size, as on the disk; files of a large store are what was committed', () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 9\n`;
  const root = repositoryWith({
    'docket.yml': CONFIG,
    'big.md': 'x'.repeat(4_000_001),
    'big.txt': 'x'.repeat(4_000_001),
    'lfs.pdf': pointer,
  });
  const { after } = staged(root);
  expect(after.read(asPath('big.md'))).toEqual({ state: 'too-large', size: 4_000_001 });
  expect([textIn(after, 'big.txt').length, textIn(after, 'lfs.pdf')]).toEqual([4_000_001, pointer]);
});

test('many are read at once, what is missing among them is told when it is asked', () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`d/${n}.md`, `${'\n'.repeat(n % 7)}${n}`]));
  const root = repositoryWith({ 'docket.yml': CONFIG, ...files });
  const { after } = staged(root);
  after.prefetch([...listedIn(after), 'none.md'] as Path[]);
  git(root, 'rev-parse', 'HEAD');
  for (const [file, text] of Object.entries(files)) expect(textIn(after, file)).toBe(text);
  expect(textIn(after, 'none.md')).toBe('(absent)');
});

test('a repository that names objects by SHA-256', () => {
  const root = folderWith({ 'docket.yml': CONFIG, 'a.md': '甲\n' });
  execFileSync('git', ['init', '-q', '--object-format=sha256', root]);
  git(root, 'add', '-A');
  expect(told(staged(root).files)).toEqual(['added a.md', 'added docket.yml']);
  commit(root);
  put(root, { 'a.md': '乙\n' });
  commit(root);
  expect(bothIn(range(root, 'HEAD~1..HEAD'), 'a.md')).toEqual(['甲\n', '乙\n']);
  expect(range(root, 'HEAD').commits).toHaveLength(2);
});

/** What lies in the working tree and was not committed. */
import { chmodSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commit, CONFIG, folderWith, git, put, repositoryWith } from '../../badInput/onDisk.ts';
import { bothIn, told, working } from './asked.ts';

const FILES = {
  'docket.yml': CONFIG,
  '.gitignore': '*.log\n',
  'a.md': '甲\n',
  'b.md': '乙\n',
  'c.md': '丙\n',
  'd/e.md': '戊\n',
};

test('staged and not, new and ignored, deleted', () => {
  const root = repositoryWith(FILES);
  put(root, { 'a.md': 'staged', 'new/n.md': 'x', 'x.log': 'x' });
  git(root, 'add', 'a.md');
  put(root, { 'a.md': 'later', 'b.md': 'not staged' });
  rmSync(path.join(root, 'c.md'));
  const set = working(root);
  expect(told(set.files)).toEqual(['modified a.md', 'modified b.md', 'deleted c.md', 'added new/n.md']);
  expect(bothIn(set, 'a.md')).toEqual(['甲\n', 'later']);
  expect(set.commits.map(({ files, hash }) => [files.length, hash])).toEqual([[4, undefined]]);
});

test('what was taken back is no change', () => {
  const root = repositoryWith(FILES);
  put(root, { 'a.md': 'staged', 'new.md': 'x' });
  git(root, 'add', '-A');
  put(root, { 'a.md': '甲\n' });
  rmSync(path.join(root, 'new.md'));
  git(root, 'rm', '-q', '--cached', 'b.md');
  expect(told(working(root).files)).toEqual([]);
});

test('a file taken out of the index that lies there with other words is modified', () => {
  const root = repositoryWith(FILES);
  git(root, 'rm', '-q', '--cached', 'b.md');
  put(root, { 'b.md': 'x' });
  expect(told(working(root).files)).toEqual(['modified b.md']);
});

test('touched is not changed, and the index is not written', () => {
  const root = repositoryWith(FILES);
  utimesSync(path.join(root, 'a.md'), 1, 1);
  const before = statSync(path.join(root, '.git/index')).mtimeMs;
  expect(told(working(root).files)).toEqual([]);
  expect(statSync(path.join(root, '.git/index')).mtimeMs).toBe(before);
});

test('a mode that changed, and a move nobody told git about', () => {
  const root = repositoryWith(FILES);
  chmodSync(path.join(root, 'a.md'), 0o755);
  rmSync(path.join(root, 'd/e.md'));
  put(root, { 'f/g.md': '戊\n' });
  expect(told(working(root).files)).toEqual(['modified a.md', 'renamed f/g.md < d/e.md']);
});

test('a conflict is on the disk with its marks', () => {
  const root = repositoryWith(FILES);
  git(root, 'checkout', '-q', '-b', 'side');
  put(root, { 'a.md': '对\n' });
  commit(root);
  git(root, 'checkout', '-q', 'main');
  put(root, { 'a.md': '我\n' });
  commit(root);
  expect(() => git(root, 'merge', 'side')).toThrow();
  const set = working(root);
  expect(told(set.files)).toEqual(['modified a.md']);
  expect(bothIn(set, 'a.md')[0]).toBe('我\n');
  expect(bothIn(set, 'a.md')[1]).toContain('<<<<<<<');
});

test('before the first commit', () => {
  const root = folderWith(FILES);
  git(root, 'init', '-q');
  expect(told(working(root).files)).toEqual(
    Object.keys(FILES)
      .sort()
      .map(file => `added ${file}`),
  );
});

test('line endings that git converts are no change', () => {
  const root = repositoryWith(FILES);
  git(root, 'config', 'core.autocrlf', 'true');
  rmSync(path.join(root, 'a.md'));
  git(root, 'checkout', '-q', '--', 'a.md');
  utimesSync(path.join(root, 'a.md'), 1, 1);
  put(root, { 'b.md': '乙二\r\n' });
  const set = working(root);
  expect(told(set.files)).toEqual(['modified b.md']);
  expect(bothIn(set, 'a.md')).toEqual(['甲\n', '甲\r\n']);
});

test('a sparse checkout lacks nothing, and a repository inside is not part of it', () => {
  const root = repositoryWith({ ...FILES, 'in/a.md': 'in' });
  git(root, 'sparse-checkout', 'set', 'in');
  put(root, { 'in/a.md': 'changed', 'in/other/x.md': 'x' });
  git(path.join(root, 'in/other'), 'init', '-q');
  const set = working(root);
  expect(told(set.files)).toEqual(['modified in/a.md']);
  expect(bothIn(set, 'd/e.md')).toEqual(['戊\n', '戊\n']);
});

/** What is staged, in every state a repository may be in when somebody commits. */
import { chmodSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commit, CONFIG, folderWith, git, put, repositoryWith } from '../../badInput/onDisk.ts';
import { bothIn, listedIn, staged, textIn, told } from './asked.ts';

const LINES = Array.from({ length: 20 }, (_, n) => `line ${n}\n`).join('');
const FILES = { 'docket.yml': CONFIG, 'a.md': LINES, 'b.md': '乙\n', 'c.md': '丙\n' };

test('holds what is staged, not what lies on the disk', () => {
  const root = repositoryWith(FILES);
  put(root, { 'a.md': 'staged\n' });
  git(root, 'add', '-A');
  put(root, { 'a.md': 'later\n', 'b.md': 'not staged\n', 'new.md': 'not staged\n' });
  const set = staged(root);
  expect(told(set.files)).toEqual(['modified a.md']);
  expect(bothIn(set, 'a.md')).toEqual([LINES, 'staged\n']);
  expect([textIn(set.after, 'b.md'), textIn(set.after, 'new.md')]).toEqual(['乙\n', '(absent)']);
  expect(listedIn(set.after)).toEqual(['a.md', 'b.md', 'c.md', 'docket.yml']);
});

test('rename with an edit, delete, mode, link', () => {
  const root = repositoryWith(FILES);
  git(root, 'mv', 'a.md', 'moved.md');
  put(root, { 'moved.md': `${LINES}one more\n` });
  rmSync(path.join(root, 'b.md'));
  chmodSync(path.join(root, 'c.md'), 0o755);
  symlinkSync('c.md', path.join(root, 'link.md'));
  git(root, 'add', '-A');
  const set = staged(root);
  expect(told(set.files)).toEqual(
    ['deleted b.md', 'added link.md (link)', 'renamed moved.md < a.md', 'modified c.md'].sort((x, y) =>
      (x.split(' ')[1] ?? '').localeCompare(y.split(' ')[1] ?? ''),
    ),
  );
  expect([textIn(set.before, 'a.md'), textIn(set.before, 'moved.md')]).toEqual([LINES, '(absent)']);
  expect([textIn(set.after, 'a.md'), textIn(set.after, 'moved.md')]).toEqual(['(absent)', `${LINES}one more\n`]);
  expect(textIn(set.after, 'link.md')).toBe('丙\n');
});

test('a file that became a link is modified', () => {
  const root = repositoryWith(FILES);
  unlinkSync(path.join(root, 'b.md'));
  symlinkSync('c.md', path.join(root, 'b.md'));
  git(root, 'add', '-A');
  expect(told(staged(root).files)).toEqual(['modified b.md (link)']);
});

test('the first commit', () => {
  const root = folderWith(FILES);
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  const set = staged(root);
  expect(told(set.files)).toEqual(['added a.md', 'added b.md', 'added c.md', 'added docket.yml']);
  expect([set.before.list(), textIn(set.before, 'a.md'), textIn(set.after, 'b.md')]).toEqual([[], '(absent)', '乙\n']);
  expect(set.commits.map(({ parents }) => parents)).toEqual([0]);
  expect(set.past.commitsNaming('WX-2026-0001')).toEqual([]);
});

test('nothing staged', () => {
  const set = staged(repositoryWith(FILES));
  expect(set.files).toEqual([]);
  expect(bothIn(set, 'b.md')).toEqual(['乙\n', '乙\n']);
});

test('a file that is only announced is not there yet; an empty one is', () => {
  const root = repositoryWith(FILES);
  put(root, { 'soon.md': 'x', 'empty.md': '' });
  git(root, 'add', '-N', 'soon.md');
  git(root, 'add', 'empty.md');
  const set = staged(root);
  expect(told(set.files)).toEqual(['added empty.md']);
  expect([textIn(set.after, 'soon.md'), textIn(set.after, 'empty.md')]).toEqual(['(absent)', '']);
  expect(listedIn(set.after)).toEqual(['a.md', 'b.md', 'c.md', 'docket.yml', 'empty.md']);
});

test('what git stashed is gone from the index', () => {
  const root = repositoryWith(FILES);
  put(root, { 'a.md': 'x' });
  git(root, 'add', '-A');
  git(root, 'stash', '-q');
  expect(staged(root).files).toEqual([]);
  git(root, 'stash', 'pop', '-q', '--index');
  expect(told(staged(root).files)).toEqual(['modified a.md']);
});

function forked(ours: string, theirs: string): string {
  const root = repositoryWith(FILES);
  git(root, 'checkout', '-q', '-b', 'side');
  put(root, { 'b.md': theirs, 'theirs.md': '对\n' });
  commit(root);
  git(root, 'checkout', '-q', 'main');
  put(root, { 'b.md': ours, 'ours.md': '我\n' });
  commit(root);
  return root;
}

describe('while something is under way', () => {
  test('a merge has its parents and no files of its own', () => {
    const root = forked('乙\n', '乙乙\n');
    git(root, 'merge', '-q', '--no-commit', 'side');
    const set = staged(root);
    expect(told(set.files)).toEqual(['modified b.md', 'added theirs.md']);
    expect(set.commits.map(({ parents, files }) => [parents, files.length])).toEqual([[2, 0]]);
  });

  test('a conflict is told of the file that has it', () => {
    const root = forked('我\n', '对\n');
    expect(() => git(root, 'cherry-pick', 'side')).toThrow();
    const set = staged(root);
    expect(told(set.files)).toEqual(['modified b.md', 'added theirs.md']);
    expect(bothIn(set, 'b.md')).toEqual(['我\n', '(the merge left a conflict)']);
    expect(listedIn(set.after)).toContain('b.md');
    expect(set.commits.map(({ parents }) => parents)).toEqual([1]);
    put(root, { 'b.md': '好\n' });
    git(root, 'add', 'b.md');
    expect(bothIn(staged(root), 'b.md')).toEqual(['我\n', '好\n']);
  });

  test('a rebase stands on a commit without branch', () => {
    const root = forked('我\n', '对\n');
    git(root, 'checkout', '-q', 'side');
    expect(() => git(root, 'rebase', 'main')).toThrow();
    put(root, { 'b.md': '好\n' });
    git(root, 'add', 'b.md');
    const set = staged(root);
    expect(told(set.files)).toEqual(['modified b.md', 'added theirs.md']);
    expect(set.commits.map(({ parents }) => parents)).toEqual([1]);
  });
});

test('a few files are looked up alone, many from one list, with the same answer', () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`d/${n}.md`, `text ${n}\n`]));
  const root = repositoryWith({ ...FILES, ...many });
  const { before, after } = staged(root);
  for (const source of [before, after]) {
    expect(Object.keys(many).map(file => textIn(source, file))).toEqual(Object.values(many));
    expect([textIn(source, 'd'), textIn(source, 'd/'), textIn(source, ''), textIn(source, 'd/../a.md')]).toEqual([
      '(absent)',
      '(absent)',
      '(absent)',
      LINES,
    ]);
  }
});

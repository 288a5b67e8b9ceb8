/** What commits brought. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sinceChange } from '../../../host/changes/range.ts';
import { repositoryOf } from '../../../host/git/repository.ts';
import { CONFIG, folderWith, git, put, repositoryWith } from '../../badInput/onDisk.ts';
import { bothIn, range, refusalOf, single, textIn, told } from './asked.ts';

const FILES = { 'docket.yml': CONFIG, 'a.md': '甲\n', 'b.md': '乙乙乙乙乙乙乙乙\n丙丙丙丙丙丙丙丙\n' };

function committed(root: string, message: string, files: Readonly<Record<string, string>>): string {
  put(root, files);
  git(root, 'add', '-A');
  git(
    root,
    'commit',
    '-q',
    '--allow-empty',
    '--date',
    '2026-03-16T17:20:00+08:00',
    '--author',
    '王工 <wang@example.invalid>',
    '-m',
    message,
  );
  return git(root, 'rev-parse', 'HEAD').trim();
}

/** `main` went on after `side` left it. */
function forked(): string {
  const root = repositoryWith(FILES);
  git(root, 'checkout', '-q', '-b', 'side');
  committed(root, 'one\n\nRefs: WX-2026-0001', { 'a.md': '甲一\n', 's.md': 's\n' });
  git(root, 'mv', 'b.md', 'moved.md');
  committed(root, 'two', { 's.md': 's2\n' });
  git(root, 'checkout', '-q', 'main');
  committed(root, 'meanwhile', { 'm.md': 'm\n' });
  return root;
}

test('net difference from where the branch began, and its commits, oldest first', () => {
  const root = forked();
  for (const text of ['main..side', 'main...side']) {
    const set = range(root, text);
    expect(told(set.files)).toEqual(['modified a.md', 'renamed moved.md < b.md', 'added s.md']);
    expect(set.commits.map(({ message, files }) => [message.split('\n')[0], ...told(files)])).toEqual([
      ['one', 'modified a.md', 'added s.md'],
      ['two', 'renamed moved.md < b.md', 'modified s.md'],
    ]);
    expect([textIn(set.before, 'm.md'), textIn(set.after, 'm.md')]).toEqual(['(absent)', '(absent)']);
    expect(bothIn(set, 'a.md')).toEqual(['甲\n', '甲一\n']);
  }
});

test('a commit has its author, date, message and hash', () => {
  const root = repositoryWith({ ...FILES, '.mailmap': '王建国 <wjg@example.invalid> <wang@example.invalid>\n' });
  const hash = committed(root, '标题\n\n正文 "引号" :100644\n\nRefs: WX-2026-0001', { 'a.md': 'x' });
  expect(range(root, 'HEAD~1..').commits).toMatchObject([
    {
      hash,
      message: '标题\n\n正文 "引号" :100644\n\nRefs: WX-2026-0001\n',
      author: { name: '王建国', email: 'wjg@example.invalid' },
      at: '2026-03-16T17:20:00+08:00',
      parents: 1,
      files: [{ path: 'a.md', how: 'modified', sort: 'file' }],
    },
  ]);
});

test('merges are among the commits and bring nothing of their own', () => {
  const root = forked();
  git(root, 'checkout', '-q', 'side');
  git(root, 'merge', '-q', '--no-edit', 'main');
  committed(root, 'after', { 'z.md': 'z' });
  const set = range(root, 'main..side');
  expect(set.commits.map(({ parents, files }) => [parents, files.length])).toEqual([
    [1, 2],
    [1, 2],
    [2, 0],
    [1, 1],
  ]);
  expect(told(set.files)).toEqual(['modified a.md', 'renamed moved.md < b.md', 'added s.md', 'added z.md']);
  const merge = single(root, 'HEAD~1');
  expect(told(merge.files)).toEqual(['added m.md']);
  expect(merge.commits.map(({ parents, files }) => [parents, files.length])).toEqual([[2, 0]]);
});

test('one commit against its first parent; the first against nothing', () => {
  const root = forked();
  expect(told(single(root, 'side').files)).toEqual(['renamed moved.md < b.md', 'modified s.md']);
  const first = single(root, 'side~2');
  expect(told(first.files)).toEqual(['added a.md', 'added b.md', 'added docket.yml']);
  expect(first.before.list()).toEqual([]);
  expect(first.commits.map(({ parents, files }) => [parents, files.length])).toEqual([[0, 3]]);
});

test('one revision alone is everything up to it; none of two dots is HEAD', () => {
  const root = forked();
  expect(range(root, 'side').commits).toHaveLength(3);
  expect(range(root, 'side..').commits.map(({ message }) => message)).toEqual(['meanwhile\n']);
  expect(range(root, '..side').commits).toHaveLength(2);
  expect(range(root, 'side..side').commits).toEqual([]);
  git(root, 'checkout', '-q', '--detach', 'side');
  put(root, { 'a.md': 'not committed' });
  const since = sinceChange(repositoryOf(root), 'main');
  expect([since.commits.length, textIn(since.after, 'a.md')]).toEqual([2, '甲一\n']);
});

test('commits without files, with messages that look like the list of files', () => {
  const root = repositoryWith(FILES);
  for (const message of [':100644 100644 a b M', '\n:100644', 'x'])
    git(root, 'commit', '-q', '--allow-empty', '--cleanup=verbatim', '-m', message);
  git(root, 'commit', '-q', '--allow-empty', '--allow-empty-message', '-m', '');
  expect(range(root, 'HEAD~4..HEAD').commits.map(({ message, files }) => [message, files.length])).toEqual([
    [':100644 100644 a b M\n', 0],
    ['\n:100644\n', 0],
    ['x\n', 0],
    ['', 0],
  ]);
});

describe('is refused, with the way out', () => {
  test('unknown names, options in their place, and zeros', () => {
    const root = repositoryWith(FILES);
    for (const name of ['nowhere', '--output=x', '-x', 'a\0b', 'HEAD~9', '0123456789012345678901234567890123456789']) {
      expect(refusalOf(() => range(root, `${name}..HEAD`))).toMatch(/^There is no commit, branch or tag /);
    }
    expect(refusalOf(() => range(root, `${'0'.repeat(40)}..HEAD`))).toContain('--range origin/main..HEAD');
    expect(git(root, 'status', '--porcelain')).toBe('');
  });

  test('no commits, no repository, histories that never met', () => {
    const root = folderWith(FILES);
    expect(refusalOf(() => range(root, 'HEAD'))).toContain('is in no git repository');
    git(root, 'init', '-q', '-b', 'main');
    expect(refusalOf(() => range(root, 'HEAD'))).toContain('has no commits yet');
    committed(root, 'x', {});
    git(root, 'checkout', '-q', '--orphan', 'other');
    committed(root, 'y', {});
    expect(refusalOf(() => range(root, 'main..other'))).toBe(
      'main and other have no history in common. Name the branch that other came from.',
    );
  });

  test('a shallow clone names what to fetch', () => {
    const origin = forked();
    git(origin, 'checkout', '-q', 'side');
    const clone = path.join(folderWith({}), 'clone');
    git(origin, 'clone', '-q', '--depth', '1', '--no-single-branch', `file://${origin}`, clone);
    for (const text of ['origin/main..HEAD', 'HEAD~1..HEAD', 'HEAD'])
      expect(refusalOf(() => range(clone, text))).toContain('git fetch --unshallow');
    expect(refusalOf(() => single(clone, 'HEAD'))).toContain('git fetch --unshallow');
    git(clone, 'fetch', '-q', '--unshallow');
    expect(range(clone, 'origin/main..HEAD').commits).toHaveLength(2);
  });

  test('a shallow clone that reaches as far as the range is enough', () => {
    const origin = forked();
    git(origin, 'checkout', '-q', 'side');
    const clone = path.join(folderWith({}), 'clone');
    git(origin, 'clone', '-q', '--depth', '2', `file://${origin}`, clone);
    expect(told(range(clone, 'HEAD~1..HEAD').files)).toEqual(['renamed moved.md < b.md', 'modified s.md']);
  });

  test('a partial clone asks no server', () => {
    const origin = forked();
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    const clone = path.join(folderWith({}), 'clone');
    git(origin, 'clone', '-q', '--no-checkout', '--filter=blob:none', `file://${origin}`, clone);
    expect(textIn(range(clone, 'origin/main..origin/side').after, 'a.md')).toBe('(not in this partial clone)');
    git(origin, 'mv', 'a.md', 'c.md');
    committed(origin, 'moved and edited', { 'c.md': '甲\n一\n' });
    git(clone, 'fetch', '-q');
    expect(refusalOf(() => range(clone, 'origin/main~1..origin/main'))).toContain('is a partial clone');
  });

  test('objects that are broken are no empty answer', () => {
    const root = forked();
    const tree = git(root, 'rev-parse', 'side^{tree}').trim();
    rmSync(path.join(root, '.git/objects', tree.slice(0, 2), tree.slice(2)), { force: true });
    expect(refusalOf(() => range(root, 'main..side'))).toContain('git fsck');
    const blob = git(root, 'rev-parse', 'side~1:a.md').trim();
    rmSync(path.join(root, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
    expect(textIn(single(root, 'side~1').after, 'a.md')).toMatch(/^\(.*bad file\)$/);
  });
});

/** The history before a change. */
import { expect, test } from 'vitest';
import { pastOf } from '../../../host/git/commitHistory.ts';
import { repositoryOf } from '../../../host/git/repository.ts';
import { CONFIG, git, put, repositoryWith } from '../../badInput/onDisk.ts';
import { range, staged, textIn, told } from './asked.ts';

const FILES = { 'docket.yml': CONFIG, 'a.md': '0\n' };

function withMessages(...messages: readonly string[]): string {
  const root = repositoryWith(FILES);
  for (const [n, message] of messages.entries()) {
    put(root, { 'a.md': `${n + 1}\n` });
    git(root, 'commit', '-q', '-a', '-m', message);
  }
  return root;
}

const subjects = (root: string, id: string) =>
  staged(root)
    .past.commitsNaming(id)
    .map(({ message }) => message.split('\n')[0]);

test('commits that name an identifier in their trailers, oldest first', () => {
  const root = withMessages(
    'one\n\nRefs: WX-2026-0001',
    'two\n\nBG-2026-0002 is only told of here\n\nReviewed-by: x',
    'three\n\nchange: BG-2026-0002, BG-2026-0003\nRefs: WX-2026-0001',
    'four\n\n变更：BG-2026-0002',
    'five\n\nChange: BG-2026-00021',
    'Change: BG-2026-0002',
    'six\n\nDoc: ZZGL-LLD@V1.3',
  );
  expect(subjects(root, 'WX-2026-0001')).toEqual(['one', 'three']);
  expect(subjects(root, 'BG-2026-0002')).toEqual(['three', 'four']);
  expect(subjects(root, 'BG-2026-0003')).toEqual(['three']);
  expect(subjects(root, 'ZZGL-LLD')).toEqual(['six']);
  expect(subjects(root, 'BG-2026')).toEqual([]);
  const [first] = staged(root).past.commitsNaming('WX-2026-0001');
  expect([first?.parents, ...told(first?.files ?? [])]).toEqual([1, 'modified a.md']);
});

test('only those up to the newer moment; those of the change set are the same', () => {
  const root = withMessages('one\n\nRefs: WX-2026-0001', 'two\n\nRefs: WX-2026-0001', 'three\n\nRefs: WX-2026-0001');
  const { past, commits } = range(root, 'HEAD~2..HEAD~1');
  expect(past.commitsNaming('WX-2026-0001')).toHaveLength(2);
  expect(past.commitsNaming('WX-2026-0001')[1]).toBe(commits[0]);
});

test('tags that contain a commit, light ones and annotated, over merges', () => {
  const root = withMessages('one', 'two');
  git(root, 'tag', 'v1', 'HEAD~1');
  git(root, 'tag', '-a', 'v2', '-m', 'x', 'HEAD');
  git(root, 'tag', 'tree', 'HEAD^{tree}');
  git(root, 'checkout', '-q', '-b', 'side', 'HEAD~2');
  put(root, { 's.md': 's' });
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'side');
  git(root, 'checkout', '-q', 'main');
  git(root, 'merge', '-q', '--no-edit', 'side');
  git(root, 'tag', 'v10/rc');
  const { tagsWith } = staged(root).past;
  const tags = (revision: string) => tagsWith(git(root, 'rev-parse', `${revision}^{commit}`).trim());
  expect([tags('v1~1'), tags('v1'), tags('v2'), tags('side'), tags('HEAD')]).toEqual([
    ['v1', 'v10/rc', 'v2'],
    ['v1', 'v10/rc', 'v2'],
    ['v10/rc', 'v2'],
    ['v10/rc'],
    ['v10/rc'],
  ]);
  const everyTag = (revision: string) => git(root, 'tag', '--contains', revision).split('\n').filter(Boolean).sort();
  for (const revision of ['v1~1', 'v1', 'v2', 'side', 'HEAD']) expect(tags(revision)).toEqual(everyTag(revision));
});

test('no tags, and a commit nobody knows', () => {
  const root = withMessages('one');
  expect(staged(root).past.tagsWith('HEAD')).toEqual([]);
  git(root, 'tag', 'v1');
  expect(staged(root).past.tagsWith('0'.repeat(40))).toEqual([]);
});

test('the tree a commit left', () => {
  const root = withMessages('one', 'two');
  const { treeOf } = staged(root).past;
  expect(['HEAD~2', 'HEAD~1', 'HEAD'].map(name => textIn(treeOf(git(root, 'rev-parse', name).trim()), 'a.md'))).toEqual(
    ['0\n', '1\n', '2\n'],
  );
});

test('a commit from both of its sides, and nothing it did not touch', () => {
  const root = withMessages('one', 'two');
  put(root, { 'b.md': '新\n' });
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'three');
  const { sidesOf } = staged(root).past;
  const sides = (revision: string, file: string) => {
    const { before, after } = sidesOf(git(root, 'rev-parse', revision).trim());
    return [textIn(before, file), textIn(after, file)];
  };
  expect(sides('HEAD~1', 'a.md')).toEqual(['1\n', '2\n']);
  expect(sides('HEAD', 'b.md')).toEqual(['(absent)', '新\n']);
  expect(sides('HEAD', 'a.md')).toEqual(['(absent)', '(absent)']);
  expect(sides('HEAD~3', 'a.md')).toEqual(['(absent)', '0\n']);
});

test('messages in an old encoding are read', () => {
  const root = repositoryWith(FILES);
  const message = Buffer.concat([
    Buffer.from('x\n\n'),
    Buffer.from([0xb1, 0xe4, 0xb8, 0xfc]),
    Buffer.from(': BG-2026-0002\n'),
  ]);
  put(root, { message });
  git(root, '-c', 'i18n.commitEncoding=GBK', 'commit', '-q', '--allow-empty', '-F', 'message');
  expect(
    pastOf(repositoryOf(root), 'HEAD')
      .commitsNaming('BG-2026-0002')
      .map(commit => commit.message),
  ).toEqual(['x\n\n变更: BG-2026-0002\n']);
});

test('a commit that left before the range began has the tree that it left', () => {
  const root = withMessages('one');
  git(root, 'checkout', '-q', '-b', 'side');
  put(root, { 's.md': 's' });
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'side');
  git(root, 'checkout', '-q', 'main');
  put(root, { 'a.md': '2\n', 'm.md': 'm' });
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'meanwhile');
  git(root, 'merge', '-q', '--no-edit', 'side');
  const set = range(root, 'HEAD~1..HEAD');
  const trees = set.commits.map(({ hash }) => set.past.treeOf(hash ?? ''));
  expect(trees.map(tree => ['a.md', 'm.md', 's.md'].map(file => textIn(tree, file)))).toEqual([
    ['1\n', '(absent)', 's'],
    ['2\n', 'm', 's'],
  ]);
});

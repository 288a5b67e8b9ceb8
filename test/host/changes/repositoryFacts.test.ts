/** Remotes, tags, commits, the branch, and what is under way. */
import { expect, test } from 'vitest';
import { branchIn, underwayIn } from '../../../host/git/checkedOut.ts';
import { factsOf } from '../../../host/git/repositoryFacts.ts';
import { commit, CONFIG, folderWith, git, put, repositoryWith } from '../../badInput/onDisk.ts';

const facts = (root: string) => factsOf(root) ?? expect.fail('no repository');

test('hosts of remotes, wherever they are written', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG });
  const urls = [
    'git@git.example.cn:group/x.git',
    'https://user:word@Code.example.cn/x.git',
    'ssh://git@10.1.2.3:2222/x.git',
    'git@gitlab:x.git',
    'http://[fe80::1]:80/x',
    '../x.git',
    '/srv/x.git',
    'file:///srv/x.git',
    'C:\\x\\y.git',
    'D:/x.git',
  ];
  for (const [n, url] of urls.entries()) git(root, 'remote', 'add', `r${n}`, url);
  git(root, 'remote', 'set-url', '--push', 'r0', 'git@push.example.cn:x.git');
  expect(facts(root).remotes.map(({ name, host }) => `${name} ${host}`)).toEqual([
    'r0 git.example.cn',
    'r0 push.example.cn',
    'r1 code.example.cn',
    'r2 10.1.2.3',
    'r3 gitlab',
    'r4 [fe80::1]',
  ]);
});

test('tags that stand at commits, and the commits they contain', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG });
  git(root, 'tag', 'light');
  git(root, 'tag', '-a', 'v1', '-m', 'x');
  git(root, 'tag', 'tree', 'HEAD^{tree}');
  put(root, { 'a.md': '甲\n' });
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', '改\n\nChange: BG-2026-0001\n');
  git(root, 'tag', 'v2');
  const history = facts(root).history ?? expect.fail('no history');
  expect(history.tags).toEqual(['light', 'v1', 'v2']);
  const commits = history.commitsNaming('BG-2026-0001');
  expect(commits.map(({ files }) => files.map(({ path }) => path))).toEqual([['a.md']]);
  expect(history.tagsWith(commits[0]?.hash ?? '')).toEqual(['v2']);
});

test('before the first commit there is a history, of nothing; without a repository there is none', () => {
  const root = folderWith({});
  expect(factsOf(root)).toBeUndefined();
  git(root, 'init', '-q', '-b', 'main');
  expect(facts(root).remotes).toEqual([]);
  expect(facts(root).history?.tags).toEqual([]);
  expect(facts(root).history?.commitsNaming('BG-2026-0001')).toEqual([]);
});

test('a shallow clone has no history that tells what is missing', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG });
  commit(root);
  const clone = folderWith({});
  git(clone, 'clone', '-q', '--depth', '1', `file://${root}`, '.');
  expect(facts(clone).history).toBeUndefined();
});

test('the branch, also before the first commit; none where a commit is checked out', () => {
  const root = folderWith({});
  git(root, 'init', '-q', '-b', 'main');
  expect(branchIn(root)).toBe('main');
  commit(root);
  git(root, 'checkout', '-q', '--detach');
  expect(branchIn(root)).toBeUndefined();
});

test.each([
  ['merge', 'main'],
  ['cherry-pick', 'main'],
  ['rebase', 'main'],
  ['revert', 'HEAD~1'],
])('a %s that stopped', (command, revision) => {
  const root = repositoryWith({ 'docket.yml': CONFIG, 'a.md': '0' });
  git(root, 'checkout', '-q', '-b', 'side');
  for (const text of ['1', '2']) {
    put(root, { 'a.md': text });
    commit(root);
  }
  git(root, 'checkout', '-q', 'main');
  put(root, { 'a.md': '3' });
  commit(root);
  git(root, 'checkout', '-q', 'side');
  expect(() => git(root, command, revision)).toThrow();
  expect(underwayIn(root)).toBe(command);
});

/** Remotes, tags, the branch, and what is under way. */
import { expect, test } from 'vitest';
import { factsOf } from '../../../host/changes/repositoryFacts.ts';
import { repositoryOf } from '../../../host/changes/repository.ts';
import { commit, CONFIG, folderWith, git, put, repositoryWith } from '../../badInput/onDisk.ts';

const facts = (root: string) => factsOf(repositoryOf(root));

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
  expect([...facts(root).remotes].sort()).toEqual(['10.1.2.3', '[fe80::1]', 'code.example.cn', 'git.example.cn', 'gitlab', 'push.example.cn']);
});

test('tags with the dates of their commits, and their own', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG });
  const head = git(root, 'rev-parse', 'HEAD').trim();
  const at = git(root, 'log', '-1', '--format=%cI').trim();
  git(root, 'tag', 'light');
  git(root, 'tag', '-a', 'v1', '-m', 'x');
  git(root, 'tag', 'tree', 'HEAD^{tree}');
  const [light, v1, ...others] = facts(root).tags;
  expect([light, others]).toEqual([{ name: 'light', commit: head, at, taggedAt: undefined }, []]);
  expect(v1).toMatchObject({ name: 'v1', commit: head, at });
  expect(v1?.taggedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)$/);
});

test('the branch, also before the first commit; none where a commit is checked out', () => {
  const root = folderWith({});
  git(root, 'init', '-q', '-b', 'main');
  expect(facts(root)).toEqual({ remotes: [], tags: [], branch: 'main', underway: undefined });
  commit(root);
  git(root, 'checkout', '-q', '--detach');
  expect(facts(root).branch).toBeUndefined();
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
  expect(facts(root).underway).toBe(command);
});

/** Tags and remotes of today judge what commits brought; what is about to be committed waits. */
import { expect, test } from 'vitest';
import { check, commit, git, put, repositoryWith } from '../../badInput/onDisk.ts';

const CONFIG =
  'docket: 1\nextends: docket:core\nrules: { deployment/tag-exists: warning, repo/remote-allowlist: error }\n';
const BS = 'records/deployment/2026/BS-2026-003.md';
const DEPLOYMENT =
  '---\nid: BS-2026-003\ntype: deployment\nstatus: success\nrelease_tag: v2.4.0\nstarted_at: "2026-04-08T20:00:00+08:00"\n---\n# 上线\n';

function told(root: string, ...args: readonly string[]): readonly string[] {
  return check(root, { args })
    .findings.map(({ rule }) => rule)
    .filter(rule => rule === 'deployment/tag-exists' || rule === 'repo/remote-allowlist');
}

test('a tag that is missing, until it is set', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG });
  put(root, { [BS]: DEPLOYMENT });
  git(root, 'add', '-A');
  expect(told(root, '--staged')).toEqual([]);
  commit(root);
  expect(told(root, '--range', 'HEAD~1..HEAD')).toEqual(['deployment/tag-exists']);
  git(root, 'tag', 'v2.4.0');
  expect(told(root, '--range', 'HEAD~1..HEAD')).toEqual([]);
});

test('a remote that a new list leaves out, once', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG });
  git(root, 'remote', 'add', 'origin', 'https://elsewhere.example.com/zzgl.git');
  put(root, { 'docket.yml': `${CONFIG}git: { remotes: [git.zzgl.example.cn] }\n` });
  commit(root);
  expect(told(root, '--range', 'HEAD~1..HEAD')).toEqual(['repo/remote-allowlist']);
  put(root, { 'README.md': '# 一\n' });
  commit(root);
  expect(told(root, '--range', 'HEAD~1..HEAD')).toEqual([]);
});

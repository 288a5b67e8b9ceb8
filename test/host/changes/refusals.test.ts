/** What keeps git from answering is told in one line, and is never taken for an empty answer. */
import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { repositoryOf } from '../../../host/git/repository.ts';
import { CONFIG, folderWith, giveTo, repositoryWith } from '../../badInput/onDisk.ts';
import { range, refusalOf, staged, working } from './asked.ts';

afterEach(() => void vi.unstubAllEnvs());

const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();

/** In place of git stands this script; `$GIT` is git itself. */
function instead(script: string): void {
  const bin = folderWith({ git: `#!/bin/sh\n${script}\n` });
  chmodSync(path.join(bin, 'git'), 0o755);
  vi.stubEnv('GIT', git);
  vi.stubEnv('PATH', `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`);
}

const made = () => repositoryWith({ 'docket.yml': CONFIG, 'a.md': '甲\n' });

test('no git', () => {
  const root = made();
  vi.stubEnv('PATH', folderWith({}));
  expect(refusalOf(() => staged(root))).toContain('there is no git in PATH');
});

describe.skipIf(process.platform === 'win32')('git', () => {
  test('too old', () => {
    const root = made();
    instead(`case "$*" in *--version) echo git version 1.8.3.1;; *) echo "error: unknown option" >&2; exit 129;; esac`);
    expect(refusalOf(() => staged(root))).toBe('Cannot read changes with git 1.8.3.1. Update it to 2.20 or later.');
  });

  test.each([
    ['diff-index', staged],
    ['status', working],
    ['log', (root: string) => range(root, 'HEAD')],
    ['diff-tree', (root: string) => range(root, 'HEAD')],
    ['ls-tree', (root: string) => range(root, 'HEAD').after.list()],
    ['rev-list', (root: string) => range(root, 'HEAD').past.tagsWith('x')],
  ])('killed in the middle of %s', (command, read) => {
    const root = made();
    execFileSync(git, ['tag', 'v1'], { cwd: root });
    instead(`case "$*" in *' ${command} '*) "$GIT" "$@" | head -c 20; kill -9 $$;; *) exec "$GIT" "$@";; esac`);
    expect(refusalOf(() => read(root))).toBe(
      'Git did not finish: it was stopped. Check the repository with git fsck and try again.',
    );
  });
});

test.skipIf(process.getuid?.() !== 0)('a repository of somebody else', () => {
  const root = made();
  giveTo(root, 65_534);
  expect(refusalOf(() => staged(root))).toContain(`git config --global --add safe.directory '${root}'`);
});

test('a broken .git, and none', () => {
  expect(refusalOf(() => repositoryOf(folderWith({ 'docket.yml': CONFIG })))).toContain('is in no git repository');
  expect(refusalOf(() => repositoryOf(folderWith({ '.git': 'gitdir: /nowhere\n' })))).toContain(
    'is in no git repository',
  );
});

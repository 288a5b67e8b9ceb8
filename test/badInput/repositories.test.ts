/** Every shape a repository may have, and none. */
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  check,
  commit,
  CONFIG,
  folderWith,
  git,
  GOOD,
  put,
  repositoryWith,
  type Run,
  saidOf,
  TICKET,
} from './onDisk.ts';

const FILES = { 'docket.yml': CONFIG, [TICKET]: GOOD, 'docs/a.md': '# 一\n\n[[WX-2026-0001]]\n' };

/** What a plain repository with these files is told. */
const usual = saidOf(check(repositoryWith(FILES)), TICKET);

function expectUsual(run: Run): void {
  expect(run.code).toBe(1);
  expect(saidOf(run, TICKET)).toBe(usual);
}

describe('the documents are checked as usual', () => {
  test('no git at all', () => expectUsual(check(folderWith(FILES))));

  test('git not in PATH', () => expectUsual(check(repositoryWith(FILES), { env: { PATH: '' } })));

  test('no commits', () => {
    const folder = folderWith(FILES);
    git(folder, 'init', '-q');
    expectUsual(check(folder));
  });

  test('detached HEAD', () => {
    const folder = repositoryWith(FILES);
    git(folder, 'checkout', '-q', '--detach');
    expectUsual(check(folder));
  });

  test('HEAD names nothing', () => {
    const folder = repositoryWith(FILES);
    writeFileSync(path.join(folder, '.git/HEAD'), 'ref: refs/heads/gone\n');
    expectUsual(check(folder));
  });

  test('a shallow clone', () => {
    const origin = repositoryWith(FILES);
    commit(origin);
    const clone = path.join(folderWith({}), 'clone');
    git(origin, 'clone', '-q', '--depth', '1', `file://${origin}`, clone);
    expectUsual(check(clone));
  });

  test('a worktree', () => {
    const folder = repositoryWith(FILES);
    const tree = path.join(folderWith({}), 'tree');
    git(folder, 'worktree', 'add', '-q', '--detach', tree);
    expectUsual(check(tree));
    expectUsual(check(folder));
  });

  test('a .git file that leads elsewhere, or nowhere', () => {
    const folder = repositoryWith(FILES);
    const elsewhere = path.join(folderWith({}), 'git');
    renameSync(path.join(folder, '.git'), elsewhere);
    writeFileSync(path.join(folder, '.git'), `gitdir: ${elsewhere}\n`);
    expectUsual(check(folder));
    writeFileSync(path.join(folder, '.git'), 'gitdir: /nowhere\n');
    expectUsual(check(folder));
    writeFileSync(path.join(folder, '.git'), 'garbage');
    expectUsual(check(folder));
  });

  test('an index that is garbage', () => {
    const folder = repositoryWith(FILES);
    writeFileSync(path.join(folder, '.git/index'), 'garbage');
    expectUsual(check(folder));
  });

  test('an index somebody holds locked', () => {
    const folder = repositoryWith(FILES);
    writeFileSync(path.join(folder, '.git/index.lock'), '');
    expectUsual(check(folder));
  });

  test('a submodule, there and not there', () => {
    const inner = repositoryWith({ 'readme.md': '# 子模块\n\n[[WX-2026-0999]]\n' });
    const folder = repositoryWith(FILES);
    git(folder, 'submodule', '--quiet', 'add', inner, 'lib');
    commit(folder);
    const run = check(folder);
    expectUsual(run);
    expect(run.findings.some(({ path: file }) => file?.startsWith('lib/'))).toBe(false);
    git(folder, 'submodule', '--quiet', 'deinit', '-f', 'lib');
    expectUsual(check(folder));
  });

  test('a repository within the repository', () => {
    const folder = repositoryWith(FILES);
    cpSync(repositoryWith({ 'readme.md': '# 一\n' }), path.join(folder, 'inner.md'), { recursive: true });
    expectUsual(check(folder));
  });

  test('in the middle of a merge', () => {
    const folder = repositoryWith(FILES);
    git(folder, 'checkout', '-q', '-b', 'other');
    put(folder, { 'docs/a.md': '# 甲\n' });
    commit(folder);
    git(folder, 'checkout', '-q', 'main');
    put(folder, { 'docs/a.md': '# 乙\n' });
    commit(folder);
    expect(() => git(folder, 'merge', '-q', 'other')).toThrow();
    const run = check(folder);
    expectUsual(run);
    expect(saidOf(run, 'docs/a.md').match(/冲突/g)).toHaveLength(1);
  });

  test('hooks and settings of the repository are not run', () => {
    const folder = repositoryWith(FILES);
    const mark = path.join(folderWith({}), 'ran');
    const script = path.join(folderWith({ 'run.sh': `#!/bin/sh\ntouch '${mark}'\n` }), 'run.sh');
    git(folder, 'config', 'core.fsmonitor', `sh ${script}`);
    git(folder, 'config', 'core.hooksPath', path.dirname(script));
    git(folder, 'config', 'diff.external', `sh ${script}`);
    git(folder, 'config', 'core.pager', `sh ${script}`);
    git(folder, 'config', 'alias.ls-files', `!sh ${script}`);
    put(folder, { 'docs/a.md': '# 改\n' });
    expectUsual(check(folder));
    expect(check(folderWith({ [path.basename(mark)]: '' })).code).toBe(2);
    expect(() => rmSync(mark)).toThrow(/ENOENT/);
  });
});

describe('a sparse checkout', () => {
  const sparse = (...cone: readonly string[]) => {
    const folder = repositoryWith({ ...FILES, 'docs/b.md': '# 二\n\n[[WX-2026-0999]]\n' });
    git(folder, 'sparse-checkout', 'set', ...cone);
    return folder;
  };

  test('a document left out still says what it says in git', () => {
    const run = check(sparse('docs'));
    expectUsual(run);
    expect(saidOf(run, 'docs/a.md')).not.toMatch(/ref\/broken/);
    expect(saidOf(run, 'docs/b.md')).toMatch(/ref\/broken/);
  });

  test('nothing is told of a document only because it is not there', () => {
    const folder = sparse('records');
    expect(check(folder).out).toBe(check(repositoryWith({ ...FILES, 'docs/b.md': '# 二\n\n[[WX-2026-0999]]\n' })).out);
  });
});

describe('one line and exit 2', () => {
  test('a bare repository', () => {
    const bare = path.join(folderWith({}), 'bare.git');
    git(folderWith({}), 'clone', '-q', '--bare', repositoryWith(FILES), bare);
    const run = check(bare);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/裸仓库.*--range/);
  });

  test('a folder that is not there', () => {
    expect(check(folderWith({}), { args: ['--cwd', path.join(folderWith({}), 'nowhere')] }).code).toBe(2);
  });

  test('a path outside of the project', () => {
    expect([0, 2]).toContain(check(repositoryWith({ 'docket.yml': CONFIG }), { args: ['../elsewhere.md'] }).code);
  });
});

test('a folder of records without any file', () => {
  const folder = repositoryWith({ 'docket.yml': CONFIG });
  mkdirSync(path.join(folder, 'records/ticket/2026'), { recursive: true });
  expect([0, 1]).toContain(check(folder).code);
});

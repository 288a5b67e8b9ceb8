/** Wherever the project lies: below the top, in a worktree, a submodule, a bare repository, seen from a hook. */
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rangeChange } from '../../../host/changes/range.ts';
import { repositoryOf } from '../../../host/git/repository.ts';
import { rootInTree } from '../../../host/git/rootInTree.ts';
import { stagedChange } from '../../../host/changes/staged.ts';
import { treeSource } from '../../../host/trees/storedSource.ts';
import { commit, CONFIG, folderWith, git, put, repositoryWith } from '../../badInput/onDisk.ts';
import { bothIn, listedIn, making, range, refusalOf, staged, textIn, told, working } from './asked.ts';

const BELOW = {
  'other.md': 'x\n',
  'sub/p/docket.yml': CONFIG,
  'sub/p/a.md': '甲\n',
  'sub/p/d/b.md': '乙\n',
  'sub/pp/c.md': '丙\n',
};

describe('a project below the top sees only itself', () => {
  const changed = () => {
    const top = repositoryWith(BELOW);
    put(top, { 'other.md': 'y\n', 'sub/p/a.md': 'new\n', 'sub/p/n.md': 'n\n', 'sub/pp/c.md': 'y\n' });
    git(top, 'mv', 'sub/p/d/b.md', 'sub/p/moved.md');
    return { top, root: path.join(top, 'sub/p') };
  };
  const MOVED = ['modified a.md', 'renamed moved.md < d/b.md', 'added n.md'];

  test('staged', () => {
    const { top, root } = changed();
    git(top, 'add', '-A');
    const set = staged(root);
    expect(told(set.files)).toEqual(MOVED);
    expect(bothIn(set, 'a.md')).toEqual(['甲\n', 'new\n']);
    expect([listedIn(set.before), listedIn(set.after)]).toEqual([
      ['a.md', 'd/b.md', 'docket.yml'],
      ['a.md', 'docket.yml', 'moved.md', 'n.md'],
    ]);
    expect([textIn(set.after, 'docket.yml'), textIn(set.after, '../other.md')]).toEqual([
      CONFIG,
      '(link leads out of the project)',
    ]);
  });

  test('in the working tree', () => {
    const set = working(changed().root);
    expect(told(set.files)).toEqual(['modified a.md', 'renamed moved.md < d/b.md', 'added n.md']);
    expect(bothIn(set, 'a.md')).toEqual(['甲\n', 'new\n']);
  });

  test('committed; the commit that touches nothing of it has no files', () => {
    const { top, root } = changed();
    commit(top);
    put(top, { 'other.md': 'z\n' });
    commit(top);
    const set = range(root, 'HEAD~2..HEAD');
    expect(told(set.files)).toEqual(MOVED);
    expect(set.commits.map(({ files }) => told(files))).toEqual([MOVED, []]);
    expect(textIn(set.past.treeOf(set.commits[0]?.hash ?? ''), 'moved.md')).toBe('乙\n');
  });

  test('before its folder was there', () => {
    const top = repositoryWith({ 'other.md': 'x\n' });
    put(top, BELOW);
    commit(top);
    const set = range(path.join(top, 'sub/p'), 'HEAD~1..HEAD');
    expect(told(set.files)).toEqual(['added a.md', 'added d/b.md', 'added docket.yml']);
    expect([listedIn(set.before), textIn(set.before, 'a.md')]).toEqual([[], '(absent)']);
  });
});

describe('a bare repository', () => {
  const bare = (files: Readonly<Record<string, string>>) => {
    const root = repositoryWith(files);
    put(root, { 'sub/p/a.md': 'new\n' });
    commit(root);
    const clone = path.join(folderWith({}), 'bare.git');
    git(root, 'clone', '-q', '--bare', root, clone);
    return clone;
  };

  test('has ranges, of the project at the top or in the only folder that is one', () => {
    const repository = repositoryOf(bare(BELOW));
    expect(repository.isBare).toBe(true);
    const project = rootInTree(repository, 'HEAD');
    expect(project.prefix).toBe('sub/p/');
    const set = rangeChange(project, 'HEAD~1..HEAD');
    expect([told(set.files), set.commits.map(({ files }) => told(files))]).toEqual([
      ['modified a.md'],
      [['modified a.md']],
    ]);
    expect(bothIn(set, 'a.md')).toEqual(['甲\n', 'new\n']);
    expect(rootInTree(repositoryOf(bare({ ...BELOW, 'docket.yml': CONFIG })), 'HEAD').prefix).toBe('');
  });

  test('the nearest docket.yml above a folder; of several somebody has to choose', () => {
    const repository = repositoryOf(bare({ ...BELOW, 'sub/q/docket.yml': CONFIG }));
    expect(rootInTree(repository, 'HEAD', 'sub/p/d').prefix).toBe('sub/p/');
    expect(refusalOf(() => rootInTree(repository, 'HEAD'))).toContain(
      'There are 2 projects in HEAD (sub/p/docket.yml, sub/q/docket.yml…)',
    );
    expect(refusalOf(() => rootInTree(repositoryOf(bare({ 'a.md': 'x' })), 'HEAD'))).toContain(
      'There is no docket.yml in HEAD',
    );
  });

  test('has nothing staged', () => {
    const repository = repositoryOf(bare(BELOW));
    expect(refusalOf(() => stagedChange(repository, making))).toContain('is a bare repository');
    expect(refusalOf(() => working(repository.folder))).toContain('is a bare repository');
  });
});

test('a worktree has its own index, HEAD and merge', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG, 'a.md': '甲\n' });
  const tree = path.join(folderWith({}), 'tree');
  git(root, 'worktree', 'add', '-q', '-b', 'side', tree);
  put(tree, { 'a.md': 'side\n' });
  commit(tree);
  git(root, 'commit', '-q', '--allow-empty', '-m', 'main');
  git(tree, 'merge', '-q', '--no-commit', '--no-ff', 'main');
  put(tree, { 'b.md': 'b\n' });
  git(tree, 'add', '-A');
  const set = staged(tree);
  expect([told(set.files), set.commits[0]?.parents]).toEqual([['added b.md'], 2]);
  expect([told(staged(root).files), staged(root).commits[0]?.parents]).toEqual([[], 1]);
});

describe('submodules', () => {
  const made = () => {
    const inner = repositoryWith({ 'docket.yml': CONFIG, 'a.md': '甲\n' });
    const outer = repositoryWith({ 'docket.yml': CONFIG });
    git(outer, 'submodule', '--quiet', 'add', inner, 'lib');
    return { outer, lib: path.join(outer, 'lib') };
  };

  test('are one change, and no file', () => {
    const { outer, lib } = made();
    const set = staged(outer);
    expect(told(set.files)).toEqual(['added .gitmodules', 'added lib (submodule)']);
    expect([textIn(set.after, 'lib'), listedIn(set.after)]).toEqual(['(absent)', ['.gitmodules', 'docket.yml']]);
    commit(outer);
    put(lib, { 'a.md': 'dirty\n' });
    expect(told(working(outer).files)).toEqual([]);
    commit(lib);
    const CHANGED = ['modified lib (submodule)'];
    expect(told(working(outer).files)).toEqual(CHANGED);
    git(outer, 'add', '-A');
    git(outer, 'config', 'submodule.lib.ignore', 'all');
    expect([told(staged(outer).files), told(working(outer).files)]).toEqual([CHANGED, CHANGED]);
    git(outer, '-c', 'submodule.lib.ignore=none', 'commit', '-q', '-m', 'x');
    expect([told(range(outer, 'HEAD~1..').files), told(range(outer, 'HEAD~1..').commits[0]?.files ?? [])]).toEqual([
      CHANGED,
      CHANGED,
    ]);
  });

  test('are projects themselves', () => {
    const { lib } = made();
    put(lib, { 'a.md': 'new\n' });
    git(lib, 'add', '-A');
    expect(told(staged(lib).files)).toEqual(['modified a.md']);
  });
});

test('sparse checkouts and line endings on the disk do not reach what is staged', () => {
  const root = repositoryWith({
    'docket.yml': CONFIG,
    'in/a.md': '甲\r\n',
    'out/b.md': '乙\n',
    '.gitattributes': '* text eol=crlf\n',
  });
  git(root, 'sparse-checkout', 'set', 'in');
  put(root, { 'in/a.md': '甲\r\n乙\r\n' });
  git(root, 'add', '-A');
  const set = staged(root);
  expect(told(set.files)).toEqual(['modified in/a.md']);
  expect([...bothIn(set, 'in/a.md'), textIn(set.after, 'out/b.md')]).toEqual(['甲\n', '甲\n乙\n', '乙\n']);
});

describe('in a hook', () => {
  const HOOK = `import { writeFileSync } from 'node:fs';
import { repositoryOf } from '${path.resolve(import.meta.dirname, '../../../host/git/repository.ts')}';
import { stagedChange } from '${path.resolve(import.meta.dirname, '../../../host/changes/staged.ts')}';
const [, , root, seen] = process.argv;
const set = stagedChange(repositoryOf(root), { author: { name: 'a', email: 'b' }, asOf: '2026-06-01T09:00:00+08:00' });
const textOf = path => Buffer.from(set.after.read(path).bytes ?? []).toString();
writeFileSync(seen, JSON.stringify([set.files.map(({ path }) => path), textOf('a.md'), textOf('d/b.md'), set.after.list().length]));
`;

  /** What a pre-commit hook of the repository saw of the project during `git commit …`, run in `cwd`. */
  function seenBy(gitFolder: string, cwd: string, root: string, ...args: readonly string[]): unknown {
    const home = folderWith({ 'hook.ts': HOOK });
    const seen = path.join(home, 'seen');
    put(gitFolder, {
      'hooks/pre-commit': `#!/bin/sh\nexec '${process.execPath}' '${home}/hook.ts' '${root}' '${seen}'\n`,
    });
    chmodSync(path.join(gitFolder, 'hooks/pre-commit'), 0o755);
    git(cwd, 'commit', '-q', '-m', 'x', ...args);
    return JSON.parse(readFileSync(seen, 'utf8'));
  }

  const edited = () => {
    const top = repositoryWith(BELOW);
    put(top, { 'sub/p/a.md': 'one\n', 'sub/p/d/b.md': 'two\n' });
    return { top, root: path.join(top, 'sub/p') };
  };

  test('commit -a and commit PATH have an index of their own', () => {
    const all = edited();
    expect(seenBy(path.join(all.top, '.git'), all.root, all.root, '-a')).toEqual([
      ['a.md', 'd/b.md'],
      'one\n',
      'two\n',
      3,
    ]);
    const one = edited();
    expect(seenBy(path.join(one.top, '.git'), one.top, 'sub/p', 'sub/p/a.md')).toEqual([['a.md'], 'one\n', '乙\n', 3]);
    rmSync(path.join(one.top, 'sub/p/d/b.md'));
    expect(seenBy(path.join(one.top, '.git'), one.root, one.root, '-a')).toEqual([['d/b.md'], 'one\n', '', 2]);
  });

  test('of a worktree, in a folder below its top', () => {
    const { top } = edited();
    const tree = path.join(folderWith({}), 'tree');
    git(top, 'worktree', 'add', '-q', '--detach', tree);
    put(tree, { 'sub/p/a.md': 'one\n' });
    expect(seenBy(path.join(top, '.git'), tree, path.join(tree, 'sub/p'), '-a')).toEqual([
      ['a.md'],
      'one\n',
      '乙\n',
      3,
    ]);
  });

  test('of a repository whose git folder lies elsewhere', () => {
    const { top, root } = edited();
    expect(seenBy(path.join(top, '.git'), top, root, '-a')).toEqual([['a.md', 'd/b.md'], 'one\n', 'two\n', 3]);
    put(top, { 'sub/p/a.md': 'three\n' });
    const elsewhere = path.join(folderWith({}), 'git');
    git(top, 'clone', '-q', '--bare', top, elsewhere);
    git(top, '--git-dir', elsewhere, '--work-tree', '.', 'add', '-A');
    const home = folderWith({ 'hook.ts': HOOK });
    put(elsewhere, {
      'hooks/pre-commit': `#!/bin/sh\nexec '${process.execPath}' '${home}/hook.ts' sub/p '${home}/seen'\n`,
    });
    chmodSync(path.join(elsewhere, 'hooks/pre-commit'), 0o755);
    git(top, '--git-dir', elsewhere, '--work-tree', '.', 'commit', '-q', '-m', 'x');
    expect(JSON.parse(readFileSync(path.join(home, 'seen'), 'utf8'))).toEqual([['a.md'], 'three\n', 'two\n', 3]);
  });
});

test('the tree of a tag or a tree that is no commit', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG, 'a.md': '甲\n' });
  git(root, 'tag', '-a', 'v1', '-m', 'x');
  for (const name of ['v1', 'HEAD^{tree}'])
    expect(textIn(treeSource(repositoryOf(root), git(root, 'rev-parse', name).trim()), 'a.md')).toBe('甲\n');
});

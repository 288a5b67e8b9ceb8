/** What the working tree gives, and what it keeps to itself. */
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { diskSource } from '../../host/project/disk.ts';
import { CONFIG, folderWith, git, put, repositoryWith } from '../badInput/onDisk.ts';

const outside = folderWith({ 'secret/a.txt': 'SECRET' });
const read = (root: string, file: string) => diskSource(root).read(asPath(file)).state;

test.each(['git', 'no git'])('with %s: nothing outside of the project is read', how => {
  const root = (how === 'git' ? repositoryWith : folderWith)({ 'docket.yml': CONFIG, 'in/a.txt': 'x' });
  symlinkSync(path.join(outside, 'secret'), path.join(root, 'folder'));
  symlinkSync(path.join(outside, 'secret/a.txt'), path.join(root, 'file.txt'));
  symlinkSync('in/a.txt', path.join(root, 'inner.txt'));
  const out = path.relative(root, path.join(outside, 'secret/a.txt'));
  expect([out, 'folder/a.txt', 'file.txt', 'in/../../x'].map(file => read(root, file))).not.toContain('bytes');
  expect([read(root, 'in/a.txt'), read(root, 'inner.txt')]).toEqual(['bytes', 'bytes']);
});

test('lists what git does not ignore, without what was deleted; docket.yml always', () => {
  const root = repositoryWith({
    '.gitignore': 'docket.yml\n*.log\n',
    'docket.yml': CONFIG,
    'a.md': 'x',
    'b.md': 'x',
    'c.log': 'x',
  });
  rmSync(path.join(root, 'b.md'));
  put(root, { 'new.md': 'x' });
  expect([...diskSource(root).list()].sort()).toEqual(['.gitignore', 'a.md', 'docket.yml', 'new.md']);
});

test('without git: everything but .git and node_modules, links named and not followed', () => {
  const root = folderWith({ 'docket.yml': CONFIG, 'a/b/c.md': 'x', '.hidden/d.md': 'x', 'node_modules/e/f.md': 'x' });
  symlinkSync('..', path.join(root, 'a/up'));
  mkdirSync(path.join(root, 'empty'));
  expect([...diskSource(root).list()].sort()).toEqual(['.hidden/d.md', 'a/b/c.md', 'a/up', 'docket.yml']);
});

test('a file a sparse checkout leaves out is read from git, one that was deleted is not', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG, 'in/a.md': 'in', 'out/b.md': 'out' });
  git(root, 'sparse-checkout', 'set', 'in');
  const content = diskSource(root).read(asPath('out/b.md'));
  expect(content.state === 'bytes' && Buffer.from(content.bytes).toString()).toBe('out');
  rmSync(path.join(root, 'in/a.md'));
  expect(read(root, 'in/a.md')).toBe('absent');
});

/** Files that are no proper documents: bytes, sizes, links, rights. None is changed, none ends a run. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, commit, CONFIG, folderWith, giveTo, GOOD, put, repositoryWith, saidOf, TICKET } from './onDisk.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const project = (more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  repositoryWith({ 'docket.yml': CONFIG, [TICKET]: GOOD, ...more });

test('each odd encoding is named on its own file', () => {
  const gb18030 = new Uint8Array([0x23, 0x20, 0xb5, 0xc7, 0xc2, 0xbc, 0xca, 0xa7, 0xb0, 0xdc, 0x0a]);
  const run = check(
    project({
      'docs/gb.md': gb18030,
      'docs/utf16.md': Buffer.from(`\uFEFF${GOOD}`, 'utf16le'),
      'docs/nul.md': bytes('# 一\n\0\n'),
      'docs/bom.md': bytes('\uFEFF# 一\n'),
      'docs/noise.md': Uint8Array.from({ length: 5_000 }, (_, n) => (n * 7919 + (n >> 3)) & 255),
      'docs/crlf.md': '# 一\r\n\r\n文字\r\n',
      'docs/cr.md': '# 一\r\r文字\r',
      'docs/empty.md': '',
    }),
  );
  expect(saidOf(run, 'docs/gb.md')).toMatch(/GB18030/);
  expect(saidOf(run, 'docs/utf16.md')).toMatch(/UTF-16/);
  expect(saidOf(run, 'docs/nul.md')).toMatch(/NUL/);
  expect(saidOf(run, 'docs/bom.md')).toMatch(/BOM/);
  expect(saidOf(run, 'docs/noise.md')).toMatch(/doc\/readable/);
  expect(saidOf(run, 'docs/crlf.md')).not.toMatch(/doc\/readable/);
});

test('a document with CRLF says what it says with LF', () => {
  const [lf, crlf] = [GOOD, GOOD.replaceAll('\n', '\r\n')].map(text =>
    saidOf(check(project({ [TICKET]: text })), TICKET),
  );
  expect(crlf).toBe(lf);
});

test('50 MB are named and not read', () => {
  const run = check(project({ 'docs/big.md': Buffer.alloc(50_000_000, '文字 ') }));
  expect(saidOf(run, 'docs/big.md')).toMatch(/50 MB/);
});

describe('links', () => {
  const linked = (target: string) => {
    const folder = project();
    mkdirSync(path.join(folder, 'docs'));
    symlinkSync(target, path.join(folder, 'docs/link.md'));
    commit(folder);
    return check(folder);
  };

  test('out of the project: named, not followed', () => {
    const outside = folderWith({ 'secret.md': '# 机密 SECRETWORD\n' });
    const run = linked(path.join(outside, 'secret.md'));
    expect(saidOf(run, 'docs/link.md')).toMatch(/doc\/readable/);
    expect(run.out).not.toMatch(/SECRETWORD/);
  });

  test('in a circle: named', () => {
    expect(saidOf(linked('link.md'), 'docs/link.md')).toMatch(/doc\/readable/);
  });

  test('to nothing: the rest is checked', () => {
    expect(saidOf(linked('nowhere.md'), TICKET)).not.toBe('');
  });

  test('to a folder above: no endless walk, with and without git', () => {
    const folder = project();
    symlinkSync('..', path.join(folder, 'records/up'));
    expect(saidOf(check(folder), TICKET)).not.toBe('');
    rmSync(path.join(folder, '.git'), { recursive: true });
    const run = check(folder);
    expect(run.findings.some(({ path: file }) => file?.includes('up/'))).toBe(false);
    expect(saidOf(run, TICKET)).not.toBe('');
  });
});

test.skipIf(process.platform === 'win32')('a named pipe is not waited for', () => {
  const folder = project();
  rmSync(path.join(folder, '.git'), { recursive: true });
  expect(spawnSync('mkfifo', [path.join(folder, 'docs.md')]).status).toBe(0);
  expect(saidOf(check(folder), TICKET)).not.toBe('');
});

test('a document deleted but in the index is not there', () => {
  const folder = project({ 'docs/gone.md': '# 一\n\n[[WX-2026-0999]]\n' });
  expect(saidOf(check(folder), 'docs/gone.md')).not.toBe('');
  rmSync(path.join(folder, 'docs/gone.md'));
  expect(saidOf(check(folder), 'docs/gone.md')).toBe('');
});

test('a document that became a folder, a folder that became a document', () => {
  const folder = project({ 'docs/a.md': '# 一\n', 'docs/b/c.md': '# 二\n' });
  rmSync(path.join(folder, 'docs'), { recursive: true });
  put(folder, { 'docs/a.md/inner.md': '# 三\n', 'docs/b': 'no folder' });
  expect(saidOf(check(folder), TICKET)).not.toBe('');
});

test('half-written files and conflict markers', () => {
  const run = check(
    project({ 'docs/half.md': GOOD.slice(0, 40), 'docs/both.md': '# 一\n<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> b\n' }),
  );
  expect(saidOf(run, 'docs/half.md')).toMatch(/doc\/readable/);
  expect(saidOf(run, 'docs/both.md')).toMatch(/冲突/);
});

describe('without rights', () => {
  // Root reads everything, so the process runs as a user who owns the files and then takes the rights from itself.
  const uid = process.getuid?.() === 0 ? 65_534 : undefined;
  const without = (name: string) => {
    const folder = project({ 'docs/a.md': '# 一\n', 'docs/sub/b.md': '# 二\n' });
    if (uid !== undefined) giveTo(folder, uid);
    chmodSync(path.join(folder, name), 0);
    return folder;
  };

  test.skipIf(process.platform === 'win32').each(['docs/a.md', 'docs/sub'])(
    '%s cannot be read: the rest is checked',
    name => {
      const folder = without(name);
      const run = check(folder, uid === undefined ? {} : { uid });
      expect(saidOf(run, TICKET)).not.toBe('');
      if (name.endsWith('.md')) expect(saidOf(run, name)).toMatch(/没有读取权限/);
      chmodSync(path.join(folder, name), 0o700);
    },
  );

  test.skipIf(process.platform === 'win32')('docket.yml cannot be read: one line', () => {
    const run = check(without('docket.yml'), uid === undefined ? {} : { uid });
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/没有读取权限/);
  });
});

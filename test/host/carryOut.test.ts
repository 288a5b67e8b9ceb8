/** A plan on a real disk: what is written, what is refused, and that nothing is lost either way. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FilePlan } from '../../engine/base/plan.ts';
import { asPath } from '../../engine/base/text.ts';
import { carryOut, type Conditions } from '../../host/write/carryOut.ts';
import { fileBeside } from '../../host/write/fileBeside.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'docket-plan-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (file: string) => path.join(root, file);
const read = (file: string) => readFileSync(at(file), 'utf8');
const put = (file: string, text: string | Uint8Array) => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
};
const file = (name: string, before: FilePlan['before'], after: FilePlan['after']): FilePlan => ({
  path: asPath(name),
  before,
  after,
});

/** `created`, `refused changed` … of each file, in their order. */
function told(plan: readonly FilePlan[], conditions?: Conditions): readonly string[] {
  return carryOut(root, plan, conditions).map(({ did, refusal }) =>
    refusal === undefined ? did : `${did} ${refusal.code}`,
  );
}

test('files are created with their folders, changed, deleted, and left alone', () => {
  put('b.md', 'b');
  put('c.md', 'c');
  put('d.md', 'd');
  expect(
    told([
      file('x/y/a.md', undefined, 'a'),
      file('b.md', 'b', 'B'),
      file('c.md', 'c', undefined),
      file('d.md', 'd', 'd'),
    ]),
  ).toEqual(['created', 'changed', 'deleted', 'unchanged']);
  expect([read('x/y/a.md'), read('b.md'), existsSync(at('c.md')), read('d.md')]).toEqual(['a', 'B', false, 'd']);
  expect(readdirSync(root).sort()).toEqual(['b.md', 'd.md', 'x']);
});

describe('a file is refused, and holds what it held,', () => {
  test.each([
    ['that changed since', 'changed', 'other', file('a.md', 'old', 'new')],
    ['that is there already', 'exists', 'other', file('a.md', undefined, 'new')],
    ['that is to go and changed since', 'changed', 'other', file('a.md', 'old', undefined)],
    ['that is no UTF-8 text', 'encoding', Buffer.from([0xb9, 0xa4, 0xb5, 0xa5, 0x0a]), file('a.md', '工单\n', '单\n')],
  ])('%s', (_what, code, now, plan) => {
    put('a.md', now);
    expect(told([plan])).toEqual([`refused ${code}`]);
    expect(readFileSync(at('a.md'))).toEqual(Buffer.from(now));
    expect(readdirSync(root)).toEqual(['a.md']);
  });

  test('that is gone', () => {
    expect(told([file('a.md', 'old', 'new')])).toEqual(['refused missing']);
    expect(readdirSync(root)).toEqual([]);
  });

  test('that is read-only; the rest of the plan is carried out, each file named', () => {
    for (const name of ['a.md', 'b.md', 'c.md', 'd.md']) put(name, 'old');
    for (const name of ['b.md', 'd.md']) chmodSync(at(name), 0o444);
    const plan = ['a.md', 'b.md', 'c.md', 'd.md'].map(name => file(name, 'old', 'new'));
    expect(told(plan)).toEqual(['changed', 'refused readOnly', 'changed', 'refused readOnly']);
    expect(['a.md', 'b.md', 'c.md', 'd.md'].map(read)).toEqual(['new', 'old', 'new', 'old']);
  });

  test('with all others of its plan where they belong together', () => {
    put('a.md', 'old');
    put('b.md', 'other');
    expect(told([file('a.md', 'old', 'new'), file('b.md', 'old', 'new')], { together: true })).toEqual([
      'refused together',
      'refused changed',
    ]);
    expect([read('a.md'), read('b.md')]).toEqual(['old', 'other']);
  });

  test('with a folder in its place, or a file in the place of its folder', () => {
    mkdirSync(at('a.md'));
    put('b', 'old');
    expect(told([file('a.md', undefined, 'new'), file('b/c.md', undefined, 'new')])).toEqual([
      'refused folder',
      'refused blocked',
    ]);
    expect(read('b')).toBe('old');
  });

  test.skipIf(process.platform === 'win32')(
    'outside of the folder, by its name or by a link (not on Windows: symbolic links need a privilege)',
    () => {
      const outside = mkdtempSync(path.join(tmpdir(), 'docket-outside-'));
      symlinkSync(outside, at('out'));
      expect(
        told([
          file('../a.md', undefined, 'new'),
          file('out/a.md', undefined, 'new'),
          file('out/x/a.md', undefined, 'new'),
        ]),
      ).toEqual(['refused outside', 'refused outside', 'refused outside']);
      expect(readdirSync(outside)).toEqual([]);
      rmSync(outside, { recursive: true });
    },
  );

  test.skipIf(process.platform === 'win32')(
    'that is a link, which stays one (not on Windows: symbolic links need a privilege)',
    () => {
      put('a.md', 'old');
      symlinkSync('a.md', at('b.md'));
      expect(told([file('b.md', 'old', 'new')])).toEqual(['refused link']);
      expect([lstatSync(at('b.md')).isSymbolicLink(), read('a.md')]).toEqual([true, 'old']);
    },
  );

  test('that another process is writing, and only for so long', () => {
    put('a.md', 'old');
    using other = fileBeside(at('a.md'));
    expect(other).toBeDefined();
    expect(told([file('a.md', 'old', 'new')])).toEqual(['refused busy']);
    const [left = ''] = readdirSync(root).filter(name => name !== 'a.md');
    const long = new Date(Date.now() - 120_000);
    utimesSync(at(left), long, long);
    expect(told([file('a.md', 'old', 'new')])).toEqual(['changed']);
    expect(read('a.md')).toBe('new');
  });
});

test('of two plans made at once for one file the second is refused', () => {
  put('a.md', 'old');
  expect([...told([file('a.md', 'old', 'first')]), ...told([file('a.md', 'old', 'second')])]).toEqual([
    'changed',
    'refused changed',
  ]);
  expect(read('a.md')).toBe('first');
});

test('a byte order mark, line ends and bytes are compared as they are', () => {
  put('a.md', '\uFEFFa\r\n');
  put('b.sh', Buffer.from([0xb9, 0xa4]));
  expect(
    told([file('a.md', '\uFEFFa\r\n', 'a\r\n'), file('b.sh', Buffer.from([0xb9, 0xa4]), Buffer.from([0xb9]))]),
  ).toEqual(['changed', 'changed']);
  expect([read('a.md'), readFileSync(at('b.sh')).length]).toEqual(['a\r\n', 1]);
});

test.skipIf(process.platform === 'win32')(
  'permissions stay; a new program may be run (not on Windows: files have no such permissions)',
  () => {
    put('a.md', 'old');
    chmodSync(at('a.md'), 0o640);
    carryOut(root, [file('a.md', 'old', 'new'), { ...file('run.sh', undefined, '#!/bin/sh\n'), isProgram: true }]);
    expect([lstatSync(at('a.md')).mode & 0o777, lstatSync(at('run.sh')).mode & 0o111]).toEqual([0o640, 0o111]);
  },
);

test('a file is renamed before another takes its place; never over one that is there', () => {
  put('a', 'old');
  put('taken', 'x');
  const plan = [{ ...file('kept', undefined, undefined), from: asPath('a') }, file('a', undefined, 'new')];
  expect(told(plan)).toEqual(['renamed', 'created']);
  expect([read('kept'), read('a')]).toEqual(['old', 'new']);
  expect(told([{ ...file('taken', undefined, undefined), from: asPath('a') }])).toEqual(['refused exists']);
});

test('every reason is said in Chinese and in English', () => {
  put('a.md', 'other');
  const [outcome] = carryOut(root, [file('a.md', 'old', 'new')]);
  expect(outcome?.refusal?.says.zh).toMatch(/^[^A-Za-z]+$/);
  expect(outcome?.refusal?.says.en).toMatch(/^[^\p{Script=Han}]+$/u);
});

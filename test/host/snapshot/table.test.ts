/** A damaged table says less than a whole one, and never anything else. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openTable, type TableFile, writeTable } from '../../../host/snapshot/tableFile.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LONG_KEY = `long ${'键'.repeat(200)}`;
const RECORDS: readonly (readonly [string, string])[] = [
  ['b', ''],
  ['a/2', '二'],
  ['a/1', 'one'],
  ['𠮷', 'beyond the first plane'],
  ['～', 'between'],
  [LONG_KEY, 'v'.repeat(300)],
  ['', 'the empty key'],
  ...Array.from({ length: 12 }, (_, n) => [`k${n}`, `v${n}`] as const),
];
const MISSING = ['0', 'a', 'a/', 'a/3', 'k', 'k111', 'zz', '～～', '𠮷𠮷', LONG_KEY.slice(0, -1)];

let count = 0;
function fresh(): string {
  return path.join(folder, String(count++));
}

function written(seal = 'seal'): string {
  const file = fresh();
  writeTable(file, seal, RECORDS);
  return file;
}

function readAs(bytes: Uint8Array): TableFile | undefined {
  const file = path.join(folder, 'changed');
  writeFileSync(file, bytes);
  return openTable(file, 'seal');
}

describe('a whole table', () => {
  const table = openTable(written(), 'seal');

  test.each(RECORDS)('finds %s', (key, value) => {
    expect(table?.find(key)).toBe(value);
  });

  test.each(MISSING)('knows that %s is missing', key => {
    expect(table?.find(key)).toBeNull();
  });

  test('without records', () => {
    const file = fresh();
    writeTable(file, 'seal', []);
    expect(openTable(file, 'seal')?.find('a')).toBeNull();
  });
});

test('another seal is no table', () => {
  expect(openTable(written('other'), 'seal')).toBeUndefined();
  expect(openTable(path.join(folder, 'none'), 'seal')).toBeUndefined();
});

test('cut anywhere, or with something behind it, it is no table', () => {
  const bytes = readFileSync(written());
  for (let length = 0; length < bytes.length; length++)
    expect(readAs(bytes.subarray(0, length)), `${length}`).toBeUndefined();
  expect(readAs(Buffer.concat([bytes, Buffer.from('x')]))).toBeUndefined();
});

test('with any byte changed it says the same or nothing', () => {
  const bytes = readFileSync(written());
  let silent = 0;
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const table = readAs(changed);
    for (const [key, value] of [...RECORDS, ...MISSING.map(key => [key, null] as const)]) {
      const answer = table?.find(key);
      if (answer === undefined) silent++;
      else expect(answer, `byte ${at}, key ${key}`).toBe(value);
    }
  }
  expect(silent).toBeGreaterThan(bytes.length);
});

test('removed while it is open it goes on', () => {
  const file = written();
  const table = openTable(file, 'seal');
  rmSync(file);
  expect(table?.find('k7')).toBe('v7');
});

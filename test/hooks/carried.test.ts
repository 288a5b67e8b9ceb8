/** docket.lock with what one commit recorded, where it holds other changes too. */
import { expect, test } from 'vitest';
import { carriedAgreements } from '../../deliver/settle/carried.ts';
import { printLock, parseLock } from '../../engine/links/lock/lock.ts';

const value = (sign: string, by = '李四') => `  ${sign.repeat(12)} ${sign.repeat(12)} agreed ${by} -\n`;
const lock = (...lines: readonly string[]) => printLock(parseLock(lines.join('')).agreements);
const [A, B, C] = ['LD-A-01 src/a\n', 'LD-B-01 src/b\n', 'LD-C-01 src/c\n'];

test.each([
  ['the same copy', lock(A, value('1')), lock(A, value('2'))],
  ['line ends of Windows', lock(A, value('1')).replaceAll('\n', '\r\n'), lock(A, value('2'))],
  ['another unit recorded besides', lock(A, value('1'), B, value('3')), lock(A, value('2'), B, value('3'))],
  ['the same unit settled otherwise', lock(A, value('1'), value('4')), lock(A, value('2'), value('4'))],
  ['the unit taken out', lock(C, value('5')), lock(A, value('2'), C, value('5'))],
])('%s', (_what, copy, expected) => {
  expect(carriedAgreements(copy, lock(A, value('1')), lock(A, value('2')))).toBe(expected);
});

test('what a commit takes out goes', () => {
  expect(carriedAgreements(lock(A, value('1'), B, value('3')), lock(A, value('1')), lock())).toBe(lock(B, value('3')));
});

test('a copy with lines nobody understands is left alone', () => {
  expect(
    carriedAgreements(`<<<<<<< HEAD\n${lock(A, value('9'))}`, lock(A, value('1')), lock(A, value('2'))),
  ).toBeUndefined();
});

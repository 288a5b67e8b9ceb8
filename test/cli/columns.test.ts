import { expect, test } from 'vitest';
import { alignedColumns } from '../../cli/words/columns.ts';

test('more rows than a call may have arguments', () => {
  const rows = Array.from({ length: 200_000 }, (_, n) => [`${n}`, '办']);
  const lines = alignedColumns(rows).split('\n');
  expect(lines[7]).toBe('7       办');
  expect(lines).toHaveLength(200_001);
});

test('without a width nothing is folded', () => {
  expect(alignedColumns([['a', 'b'.repeat(500)]])).toBe(`a  ${'b'.repeat(500)}\n`);
});

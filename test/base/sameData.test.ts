/** Structural equality agrees with that of JSON text, key order apart. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameData } from '../../engine/base/sameData.ts';

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

test('equals exactly when the JSON does', () => {
  const data = fc.jsonValue({ maxDepth: 3 });
  fc.assert(fc.property(data, data, (a, b) => sameData(a, b) === (canonical(a) === canonical(b))));
  fc.assert(fc.property(data, a => sameData(a, JSON.parse(JSON.stringify(a)))));
});

test.each([
  [{ a: undefined }, {}, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{}, { toString: 1 }, false],
  [[1, 2], [1], false],
  [null, {}, false],
  [[], {}, false],
])('%j and %j: %s', (a, b, same) => {
  expect(sameData(a, b)).toBe(same);
  expect(sameData(b, a)).toBe(same);
});

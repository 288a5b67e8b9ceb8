import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { sha256Hex } from '../../engine/base/sha256.ts';

it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('of “%s”', (text, digest) => {
  expect(sha256Hex(new TextEncoder().encode(text))).toBe(digest);
});

test('agrees with Node on any bytes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      bytes => sha256Hex(bytes) === createHash('sha256').update(bytes).digest('hex'),
    ),
  );
});

/** Columns as terminals count them. */
import { expect, test } from 'vitest';
import { textWidth } from '../../engine/session/textWidth.ts';

test.each<[string, number]>([
  ['docket', 6],
  ['办件超期', 8],
  ['ＢＧ－１', 8],
  ['，。；：', 8],
  ['“”…·→', 5],
  ['한국', 4],
  ['e\u0301', 1],
  ['😀', 2],
  ['👨‍👩‍👧', 2],
  ['\u001b[31m错误\u001b[39m', 4],
  ['\t', 0],
  ['', 0],
])('%j takes %i', (text, width) => {
  expect(textWidth(text)).toBe(width);
});

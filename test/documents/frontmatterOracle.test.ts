/** What Docket's reader accepts, gray-matter (its code engines off) reads the same way. Where it does not is listed here. */
import fc from 'fast-check';
import matter from 'gray-matter';
import { describe, expect, test } from 'vitest';
import type { YamlNode } from '../../engine/documents/document.ts';
import { readFrontmatter } from '../../engine/documents/frontmatter.ts';
import { sampleDocuments } from './samples.ts';

/** Without options it answers from a cache and forgets errors; `---js` would run code. */
const CODE_OFF = {
  engines: {
    javascript: () => {
      throw new Error('off');
    },
    json: () => {
      throw new Error('off');
    },
  },
} as unknown as Parameters<typeof matter>[1];

function plain(node: YamlNode): unknown {
  if (node.sort === 'scalar') return node.value;
  if (node.sort === 'list') return node.items.map(plain);
  return Object.fromEntries(node.pairs.map(({ key, value }) => [key, plain(value)]));
}

/** Days and times become `Date` there; here they stay the words that were written. */
function dated(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(dated);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, dated(inner)]));
  return value;
}

/** As ours, with each value that theirs takes for a time read as one. */
function datedLike(ours: unknown, theirs: unknown): unknown {
  if (theirs instanceof Date && typeof ours === 'string') return Date.parse(ours);
  if (Array.isArray(ours) && Array.isArray(theirs)) return ours.map((value, n) => datedLike(value, theirs[n]));
  if (typeof ours !== 'object' || ours === null || typeof theirs !== 'object' || theirs === null) return ours;
  return Object.fromEntries(
    Object.entries(ours).map(([key, value]) => [key, datedLike(value, (theirs as Record<string, unknown>)[key])]),
  );
}

function expectSame(text: string): void {
  const { root, problems, bodyStart } = readFrontmatter(text);
  if (problems.length > 0) return;
  const theirs = matter(text, CODE_OFF);
  expect(datedLike(root === undefined ? {} : plain(root), theirs.data)).toEqual(dated(theirs.data));
  expect(theirs.content).toBe(text.slice(bodyStart));
}

test.each(sampleDocuments)('%s', (_file, text) => {
  expect(readFrontmatter(text).problems).toEqual([]);
  expectSame(text);
});

describe('generated', () => {
  const scalar = fc.oneof(
    fc.constantFrom(
      '范敏',
      '证照 系统',
      'V1.3',
      '2026-05-20',
      '2026-05-20T09:42:00+08:00',
      'true',
      'null',
      '~',
      '',
      '12',
      '-3',
      '0.5',
      'a#b',
      '"# 引号"',
      "'it''s'",
      '"2026-05-20"',
      '[]',
      '{}',
      '[a, "b", 3]',
      '{ 单位: 市局, name: 甲 }',
      '|\n  两行\n  文字',
      '>\n  折\n  行',
      '"\\u4e00\\n"',
    ),
    fc
      .string({ unit: fc.constantFrom('甲', 'a', '-', '.', '1', ' '), minLength: 1, maxLength: 8 })
      .map(text => JSON.stringify(text)),
  );
  const block = fc.oneof(
    scalar,
    fc
      .array(fc.constantFrom('甲', '{ a: 1 }', '2026-05-20', '"x"'), { minLength: 1, maxLength: 3 })
      .map(items => items.map(item => `\n  - ${item}`).join('')),
  );
  const key = fc.constantFrom('id', 'type', 'status', '级别', 'reported_at', 'x-a', '__proto', 'links');
  const text = fc
    .tuple(
      fc.uniqueArray(fc.tuple(key, block), { selector: ([name]) => name, minLength: 1, maxLength: 6 }),
      fc.constantFrom('', '\n# 标题\n\n文字\n', '---\n', 'a\n---\nb\n'),
    )
    .map(([pairs, body]) => `---\n${pairs.map(([name, value]) => `${name}: ${value}\n`).join('')}---\n${body}`);

  test('frontmatters', () => {
    fc.assert(fc.property(text, expectSame), { numRuns: 2_000 });
  });
});

describe('known differences: here a value is what it looks like', () => {
  const read = (value: string) => {
    const { root } = readFrontmatter(`---\na: ${value}\n---\n`);
    return root?.pairs[0]?.value.sort === 'scalar' ? root.pairs[0].value.value : undefined;
  };
  const theirs = (value: string) => (matter(`---\na: ${value}\n---\n`, CODE_OFF).data as { a: unknown }).a;

  test.each<[string, unknown, unknown]>([
    ['2026-05-20', '2026-05-20', new Date('2026-05-20')],
    ['12:30', '12:30', 750],
    ['010', 10, 8],
    ['1_000', '1_000', 1000],
    ['0b11', '0b11', 3],
  ])('%s', (value, ours, other) => {
    expect(read(value)).toEqual(ours);
    expect(theirs(value)).toEqual(other);
  });
});

describe('known differences: here it is a problem', () => {
  test.each<[string, string]>([
    ['a closing line that only begins with ---', '---\na: 1\n---foo\nb\n'],
    ['an alias', '---\na: &x 1\nb: *x\n---\n'],
    ['no closing line', '---\na: 1\n'],
    ['a list', '---\n- a\n---\n'],
  ])('%s', (_name, text) => {
    expect(readFrontmatter(text).problems).not.toEqual([]);
    expect(() => matter(text, CODE_OFF)).not.toThrow();
  });

  test('---js is named and nothing runs', () => {
    expect(readFrontmatter('---js\nmodule.exports = {}\n---\n').problems.map(({ code }) => code)).toEqual([
      'frontmatter-not-yaml',
    ]);
    expect(() => matter('---js\nmodule.exports = {}\n---\n', CODE_OFF)).toThrow('off');
  });
});

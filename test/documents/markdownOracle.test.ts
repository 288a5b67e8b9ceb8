/** The native Markdown parser gives the tree of remark: types, values and places. Where it does not is listed here. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { readFrontmatter } from '../../engine/documents/frontmatter.ts';
import { parseMarkdown } from '../../engine/documents/markdown.ts';
import { decode } from '../../engine/workspace/decode.ts';
import { sampleDocuments } from './samples.ts';

const remark = unified().use(remarkParse).use(remarkGfm);

/** What Docket reads of a tree: types, depth, words, addresses, places. */
function shape(node: Nodes): unknown {
  const { start, end } = node.position ?? { start: { offset: -1 }, end: { offset: -1 } };
  const own = { type: node.type, from: start.offset, to: end.offset };
  const depth = node.type === 'heading' ? { depth: node.depth } : {};
  const value = 'value' in node ? { value: node.value } : {};
  const url = 'url' in node ? { url: node.url } : {};
  return { ...own, ...depth, ...value, ...url, ...('children' in node ? { children: node.children.map(shape) } : {}) };
}

const same = (text: string) => JSON.stringify(shape(parseMarkdown(text))) === JSON.stringify(shape(remark.parse(text)));

test('there are samples', () => expect(sampleDocuments.length).toBeGreaterThan(100));

test.each(sampleDocuments)('%s', (_file, text) => {
  const body = text.slice(readFrontmatter(text).bodyStart);
  expect(shape(parseMarkdown(body))).toEqual(shape(remark.parse(body)));
});

describe('soups of marks', () => {
  const mark = fc.constantFrom(
    '# ',
    '## ',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '> ',
    '| a | b |\n|---|---|\n',
    '| x | y |\n',
    '`',
    '```\n',
    '**',
    '*',
    '[[WX-2026-0001]]',
    '[字](a.md)',
    '<!-- docket allow a/b: c -->',
    '满足：',
    'REQ-REV-001',
    '文字',
    ' ',
    '  ',
    '![',
    ']',
    '(',
    ')',
    '~~',
    '\\',
    '&amp;',
    '---\n',
    '    ',
  );
  const soup = fc.array(mark, { maxLength: 25 }).map(marks => marks.join(''));

  test('the same tree but in one of a hundred', () => {
    const soups = fc.sample(soup, { numRuns: 1_500, seed: 20_261_122 });
    const different = soups.filter(text => !same(text));
    expect(different.length).toBeLessThanOrEqual(soups.length / 100);
  });

  test('headings and tables of all of them', () => {
    const rough = (node: Nodes): unknown[] =>
      ('children' in node ? node.children.flatMap(rough) : []).concat(
        node.type === 'heading' || node.type === 'table'
          ? [[node.type, node.position?.start.offset, node.position?.end.offset]]
          : [],
      );
    const soups = fc.sample(soup, { numRuns: 1_500, seed: 7 });
    const different = soups.filter(
      text => JSON.stringify(rough(parseMarkdown(text))) !== JSON.stringify(rough(remark.parse(text))),
    );
    expect(different).toEqual([]);
  });
});

describe('known differences', () => {
  const words = (node: Nodes): string =>
    'value' in node ? node.value : 'children' in node ? node.children.map(words).join('') : '';
  const types = (node: Nodes): readonly string[] => [
    node.type,
    ...('children' in node ? node.children.flatMap(types) : []),
  ];

  test.each<[string, string]>([
    ['an address without angle brackets', '![www.a.b'],
    ['an address after a link', '[字](a.md)www.a.b'],
    ['a fence in a list, cut off by the next item', '1. ```\n[^1]: x'],
    ['a definition of a footnote, then a line', '[^1]: x---\n    [^1]: x'],
    ['a box before nothing but a link', '- [x] [字](a.md)'],
    ['HTML right after a table', '| a | b |\n|---|---|\n<b>'],
    ['a byte order mark within marks of emphasis', '*\uFEFF*'],
  ])('%s: places or types differ, headings and tables do not', (_name, text) => {
    expect(same(text)).toBe(false);
    const rough = (tree: Nodes) => types(tree).filter(type => type === 'heading');
    expect(rough(parseMarkdown(text))).toEqual(rough(remark.parse(text)));
  });

  test('NUL: remark puts the sign of a lost character there, which decoding has done before', () => {
    expect(words(remark.parse('a\0b'))).toBe('a\uFFFDb');
    expect(same('a\uFFFDb')).toBe(true);
    expect(decode({ state: 'text', text: 'a\0b' }).text).toBe('a\uFFFDb');
  });
});

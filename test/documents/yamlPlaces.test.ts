/** Places of YAML values: against a table, and against the ranges of the `yaml` library on generated maps. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { YamlNode } from '../../engine/documents/document.ts';
import { parseYaml } from '../../engine/documents/yaml.ts';

function rootOf(text: string): YamlNode {
  const { root, problems } = parseYaml(text, 0);
  expect(problems).toEqual([]);
  return root as YamlNode;
}

/** Every collection as the words it covers, outermost first. */
function collections(node: YamlNode, text: string): readonly string[] {
  if (node.sort === 'scalar') return [];
  const inner = node.sort === 'map' ? node.pairs.map(({ value }) => value) : node.items;
  return [text.slice(node.span.start, node.span.end), ...inner.flatMap(child => collections(child, text))];
}

describe('a collection ends after its closing bracket or its last value', () => {
  test.each<[string, readonly string[]]>([
    ['reporter: { name: 范敏 }', ['reporter: { name: 范敏 }', '{ name: 范敏 }']],
    ['a: {}\nb: [ ]', ['a: {}\nb: [ ]', '{}', '[ ]']],
    ['a: [x, [y], { z: 1, }, ]\nb: 2', ['a: [x, [y], { z: 1, }, ]\nb: 2', '[x, [y], { z: 1, }, ]', '[y]', '{ z: 1, }']],
    [
      'a: [\n  1, # not the end ]\n  2 # }\n  ]\n',
      ['a: [\n  1, # not the end ]\n  2 # }\n  ]', '[\n  1, # not the end ]\n  2 # }\n  ]'],
    ],
    ['a: { b: "]}" }', ['a: { b: "]}" }', '{ b: "]}" }']],
    ['a: { b: }', ['a: { b: }', '{ b: }']],
    ['a:\n  b: "x"\nc: 1', ['a:\n  b: "x"\nc: 1', 'b: "x"']],
    ["- 'x'\n- - y\n", ["- 'x'\n- - y", '- y']],
  ])('%j', (text, expected) => {
    expect(collections(rootOf(text), text)).toEqual(expected);
  });
});

describe('the same places as the yaml library', () => {
  const word = fc.constantFrom(
    'a',
    '范敏',
    'x y',
    '2026-05-20',
    '010',
    '1.10',
    'true',
    'C#',
    'a:b',
    'http://x/y',
    '-1',
    '~',
  );
  const written = fc.oneof(
    word,
    word.map(text => `"${text}"`),
    word.map(text => `'${text}'`),
  );
  const key = fc.constantFrom('id', 'type', '级别', 'a-b', 'x_1', '"q"');
  const flow: fc.Memo<string> = fc.memo(depth =>
    depth <= 1 ? written : fc.oneof(written, flowList(depth), flowMap(depth)),
  );
  const separator = fc.constantFrom(', ', ',', ' , ', ',\n      ', ', # 注 ]\n      ');
  const flowList = (depth: number) =>
    fc.tuple(fc.array(flow(depth - 1), { maxLength: 3 }), separator).map(([items, by]) => `[${items.join(by)} ]`);
  const flowMap = (depth: number) =>
    fc
      .tuple(fc.uniqueArray(fc.tuple(key, flow(depth - 1)), { maxLength: 3, selector: ([name]) => name }), separator)
      .map(([pairs, by]) => `{ ${pairs.map(pair => pair.join(': ')).join(by)} }`);
  const block = fc.oneof(
    flow(3),
    fc.array(flow(2), { minLength: 1, maxLength: 3 }).map(items => items.map(item => `\n  - ${item}`).join('')),
    fc
      .uniqueArray(fc.tuple(key, flow(2)), { minLength: 1, maxLength: 3, selector: ([name]) => name })
      .map(pairs => pairs.map(([name, value]) => `\n  ${name}: ${value}`).join('')),
  );
  const map = fc
    .tuple(
      fc.uniqueArray(fc.tuple(key, block, fc.constantFrom('', ' # 注', '  ')), {
        minLength: 1,
        maxLength: 5,
        selector: ([name]) => name,
      }),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([pairs, newline]) =>
      pairs
        .map(([name, value, end]) => `${name}: ${value}${end}\n`)
        .join('')
        .replaceAll('\n', newline),
    );

  test('on generated maps', () => {
    fc.assert(
      fc.property(map, text => {
        const theirs = parseDocument(text, { version: '1.2', schema: 'core' });
        fc.pre(theirs.errors.length === 0);
        expect(placesOf(rootOf(text), text)).toEqual(placesByLibrary(theirs.contents as Node));
      }),
      { numRuns: 3_000 },
    );
  });
});

interface Placed {
  readonly what: unknown;
  readonly from: number;
  /** Undefined where the library counts blank lines and comments after a block collection into it. */
  readonly to: number | undefined;
}

/** Quotes count for neither: Docket leaves them out of a scalar's span. */
function placesOf(node: YamlNode, text: string): readonly Placed[] {
  const inBlock = node.sort !== 'scalar' && !/[[{]/.test(text[node.span.start] ?? '');
  const self = {
    what: node.sort === 'scalar' ? node.value : node.sort,
    from: node.span.start,
    to: inBlock ? undefined : node.span.end,
  };
  if (node.sort === 'scalar') return [self];
  if (node.sort === 'list') return [self, ...node.items.flatMap(item => placesOf(item, text))];
  return [
    self,
    ...node.pairs.flatMap(pair => [
      { what: pair.key, from: pair.keySpan.start, to: pair.keySpan.end },
      ...placesOf(pair.value, text),
    ]),
  ];
}

function placesByLibrary(node: Node): readonly Placed[] {
  const [from, to] = node.range ?? [0, 0];
  if (isScalar(node)) {
    const quote = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
    return [{ what: node.value, from: from + quote, to: to - quote }];
  }
  const end = 'flow' in node && node.flow === true ? to : undefined;
  if (isSeq(node))
    return [{ what: 'list', from, to: end }, ...node.items.flatMap(item => placesByLibrary(item as Node))];
  if (!isMap(node)) return [];
  return [
    { what: 'map', from, to: end },
    ...node.items.flatMap(({ key, value }) => [...placesByLibrary(key as Node), ...placesByLibrary(value as Node)]),
  ];
}

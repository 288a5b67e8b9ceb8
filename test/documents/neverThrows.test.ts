/** Whatever the bytes: a text, a document, and places that lie within it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineStarts, offsetAt, positionsIn } from '../../engine/base/lines.ts';
import { asPath, type Span } from '../../engine/base/text.ts';
import type { Document, YamlNode } from '../../engine/documents/document.ts';
import { parseDocument } from '../../engine/documents/parse.ts';
import { decode } from '../../engine/workspace/decode.ts';
import { sampleDocuments } from './samples.ts';

const PATH = asPath('docs/a.md');
const ofText = (text: string) => parseDocument(PATH, decode({ state: 'text', text }));
const ofBytes = (bytes: Uint8Array) => parseDocument(PATH, decode({ state: 'bytes', bytes }));

function spansIn({
  head,
  frontmatter,
  sections,
  tables,
  mentions,
  fileLinks,
  allowances,
  problems,
}: Document): readonly Span[] {
  const ofTables = tables.flatMap(({ span, header, rows }) => [
    span,
    ...header.map(cell => cell.span),
    ...rows.flatMap(row => [row.span, ...row.cells.map(cell => cell.span)]),
  ]);
  const ofSections = sections.flatMap(({ titleSpan, own, whole, attributes }) => [
    titleSpan,
    own,
    whole,
    ...attributes.flatMap(({ keySpan, valueSpan }) => [keySpan, valueSpan]),
  ]);
  const others = [...mentions, ...fileLinks, ...problems].map(({ span }) => span);
  const frozen = mentions.flatMap(mention =>
    mention.frozen === undefined ? [] : [{ start: mention.behind ?? -1, end: mention.frozen.span.end }],
  );
  return [
    head,
    ...(frontmatter ? yamlSpans(frontmatter) : []),
    ...ofSections,
    ...ofTables,
    ...others,
    ...frozen,
    ...allowances.flatMap(({ span, covers }) => [span, covers]),
  ];
}

function yamlSpans(node: YamlNode): readonly Span[] {
  if (node.sort === 'scalar') return [node.span];
  if (node.sort === 'list') return [node.span, ...node.items.flatMap(yamlSpans)];
  return [node.span, ...node.pairs.flatMap(({ keySpan, value }) => [keySpan, ...yamlSpans(value)])];
}

function expectSound(document: Document): void {
  const { text, sections } = document;
  for (const { start, end } of spansIn(document)) {
    if (!(start >= 0 && start <= end && end <= text.length))
      expect.fail(`${start}-${end} of ${text.length} in ${JSON.stringify(text)}`);
  }
  for (const { whole, own, parent } of sections) {
    expect(own.start).toBeGreaterThanOrEqual(whole.start);
    expect(own.end).toBeLessThanOrEqual(whole.end);
    const around = parent === undefined ? { start: 0, end: text.length } : sections[parent]?.whole;
    expect([whole.start >= (around?.start ?? 0), whole.end <= (around?.end ?? 0)]).toEqual([true, true]);
  }
}

const mark = fc.constantFrom(
  '---',
  '---\n',
  '\n',
  '\r\n',
  '\r',
  'id: ',
  'a: [',
  '{ b: ',
  ' }',
  ']',
  '- ',
  '# ',
  '## 节\n',
  '| a | b |\n|---|---|\n',
  '| x |',
  '[[WX-2026-0001#节]]',
  '![[',
  '![[WX-2026-0001]]\n',
  `<!-- docket frozen sha256:${'0'.repeat(64)} -->\n`,
  '> ',
  ']]',
  '<!-- docket allow a/b: c -->',
  '<<<<<<< HEAD\n',
  '```',
  '&x ',
  '*x',
  '!!js/function ',
  '"',
  "'",
  '\0',
  '\uFEFF',
  '\uD800',
  '\uDC00',
  '😀',
  '登录',
  '\t',
  '  ',
  '? ',
  ': ',
  '|\n',
  '%YAML 1.2\n',
  '...\n',
);
const soup = fc.array(mark, { maxLength: 40 }).map(marks => marks.join(''));
const headed = soup.map(text => `---\n${text}\n---\n${text}`);

describe('a document', () => {
  test('of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => expectSound(ofBytes(bytes))),
      { numRuns: 10_000 },
    );
  });

  test('of any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), soup, headed), text => expectSound(ofText(text))),
      { numRuns: 10_000 },
    );
  });

  test('cut anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sampleDocuments), fc.nat(), fc.nat(), ([, text], at, length) => {
        const start = at % (text.length + 1);
        expectSound(ofText(text.slice(0, start) + text.slice(start + (length % 40))));
      }),
      { numRuns: 1_000 },
    );
  });

  test('of its bytes as of its text', () => {
    for (const [, text] of sampleDocuments) expect(ofBytes(new TextEncoder().encode(text))).toEqual(ofText(text));
  });
});

describe('decode', () => {
  test('every byte string is some text', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      fc
        .tuple(
          fc.constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xb5, 0xc7], [0x81, 0x30]),
          fc.uint8Array({ maxLength: 32 }),
        )
        .map(([start, rest]) => Uint8Array.from([...start, ...rest])),
    );
    fc.assert(
      fc.property(bytes, given => {
        const { text, fault } = decode({ state: 'bytes', bytes: given });
        expect(text).not.toContain('\0');
        const roundTrip = Buffer.from(text, 'utf8').equals(Buffer.from(given));
        if (fault === undefined) expect(roundTrip).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  test('a text of Chinese in GB18030 and UTF-16 comes back as it was', () => {
    const gb18030 = Uint8Array.from([0xb5, 0xc7, 0xc2, 0xbc, 0xca, 0xa7, 0xb0, 0xdc]);
    expect(decode({ state: 'bytes', bytes: gb18030 })).toMatchObject({ fault: 'gb18030', text: '登录失败' });
    const utf16 = decode({ state: 'bytes', bytes: Buffer.from('\uFEFF登录失败', 'utf16le') });
    expect(utf16).toMatchObject({ fault: 'utf-16', text: '登录失败' });
  });
});

describe('places', () => {
  const text = fc.oneof(
    soup,
    fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '😀', '登'), { maxLength: 30 }).map(marks => marks.join('')),
  );

  test('an offset becomes a position and that position the offset', () => {
    fc.assert(
      fc.property(text, fc.nat(200), (given, n) => {
        const offset = Math.min(n, given.length);
        const { start } = positionsIn(given)({ start: offset, end: offset });
        expect(offsetAt(given, start)).toBe(offset);
        expect(start.line).toBeLessThan(lineStarts(given).length);
      }),
      { numRuns: 5_000 },
    );
  });

  test('a position beyond the text is brought back into it', () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(400), (given, line, character) => {
        const offset = offsetAt(given, { line, character });
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(given.length);
      }),
      { numRuns: 5_000 },
    );
  });
});

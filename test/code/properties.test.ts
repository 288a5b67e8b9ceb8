/** What holds for any text in any language. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { LANGUAGES } from '../../engine/code/languages/table.ts';
import { signatureOf } from '../../engine/code/signature/signature.ts';
import type { Source } from '../../engine/code/source.ts';
import { sourceOf } from '../../engine/code/sourceOf.ts';

const PATHS = [...LANGUAGES.flatMap(({ extensions }) => extensions.slice(0, 1)), 'sql'].map(
  extension => `a.${extension}`,
);

/** Marks of all languages, so that they meet in ways nobody thought of. */
const MARKS = [
  ...'/* */ // /** # -- <!-- --> " \' ` """ \'\'\' \\ ${ $( { } ( ) [ ] < > </ /> <?php ?> <% %> <script> </script> $$ q\'[ ]\' R"x( )x" r#" @" $"'.split(
    ' ',
  ),
  ...'<<EOF EOF <<<X | : ; , = => -> :: * & / ! ? @ class function def func fn fun interface import const if return new export enum'.split(
    ' ',
  ),
  ...'operator type impl for create procedure end A x 1 超期 😀'.split(' '),
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\u3000',
  '\uFEFF',
];

const soup = fc.array(fc.constantFrom(...MARKS), { maxLength: 60 }).map(marks => marks.join(''));

describe.each(PATHS)('%s', path => {
  test('reads anything; comments lie in the text, in order, and do not overlap; symbols lie in the text', () => {
    fc.assert(
      fc.property(soup, text => {
        const source = read(path, text);
        let end = 0;
        for (const { span } of source.comments) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        for (const { span, nameSpan } of source.symbols) {
          expect(span.start).toBeLessThanOrEqual(nameSpan.start);
          expect(nameSpan.end).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
        expect(new Set(source.symbols.map(({ name }) => name)).size).toBe(source.symbols.length);
        expect(signatureOf(source)).toMatch(/^[0-9a-f]{12}$/);
      }),
      { numRuns: 150 },
    );
  });
});

/** Words and marks that stay what they are with anything between them. */
const TOKENS = ['a', 'b1', '42', '"s"', "'c'", ';', ',', '{', '}', '(', ')', '[', ']', '=', '.', 'while'];
const FILLERS = [' ', '\n', '\t', '\r\n', ' /* x */ ', '/* } " */', ' // x "\n', '\n\n'];
const BRACES = ['a.java', 'a.kt', 'a.cs', 'a.go', 'a.cpp', 'a.rs', 'a.ts'];

describe.each(BRACES)('%s', path => {
  test('comments and layout between tokens do not change the signature', () => {
    const tokens = fc.array(fc.tuple(fc.constantFrom(...TOKENS), fc.constantFrom(...FILLERS)), { maxLength: 40 });
    fc.assert(
      fc.property(tokens, parts => {
        const plain = parts.map(([token]) => token).join(' ');
        const filled = parts.map(([token, filler]) => token + filler).join('');
        expect(signatureOf(read(path, filled))).toBe(signatureOf(read(path, plain)));
      }),
    );
  });

  test('one token more does', () => {
    const tokens = fc.array(fc.constantFrom(...TOKENS), { maxLength: 20 });
    fc.assert(
      fc.property(tokens, tokens, fc.constantFrom(...TOKENS), (before, after, token) => {
        const [without, withIt] = [
          [...before, ...after],
          [...before, token, ...after],
        ].map(all => signatureOf(read(path, all.join(' '))));
        expect(withIt).not.toBe(without);
      }),
    );
  });
});

/** Each would take minutes were its time not that of its length. */
const HOSTILE = [
  ...'/* " \' `${ [/ =/[ ( { q\'[ <% /*/ @a( */ <T a< """ \\ (a, a<( ::a operator a,'.split(' '),
  ...'<a |<script |<!-- <script>|<<EOF\n|$a$ as |as $a$ |# | | {\n|- a\n |end;\n|<select id="a">|// @implements LD-A-01\n|class A {|class A{}\n|void f(){}\n|a()\n'.split(
    '|',
  ),
  ...'@a |export |const a = |f(a: |fn a|def a(|func (a) |type A |impl A for |function a|template <|namespace a {|create procedure a as \n'.split(
    '|',
  ),
];

/** Each reader of symbols, and each sort of lexing, once. */
const READERS = ['java', 'cs', 'cpp', 'kt', 'go', 'rs', 'php', 'ts', 'tsx', 'py', 'sh', 'sql', 'xml', 'jsp', 'yml'].map(
  extension => `a.${extension}`,
);

/** Processor time and not time on the clock: what else the machine does is no fault of a reader. */
test.each(READERS)('%s is read in the time of its length', path => {
  for (const part of HOSTILE) {
    const started = process.threadCpuUsage();
    const source = read(path, part.repeat(Math.ceil(100_000 / part.length)));
    expect(source.symbols.length + source.comments.length).toBeGreaterThanOrEqual(0);
    expect(signatureOf(source)).toHaveLength(12);
    const { user, system } = process.threadCpuUsage(started);
    expect((user + system) / 1000, part).toBeLessThan(1500);
  }
});

function read(path: string, text: string): Source {
  const source = sourceOf(asPath(path), text);
  if (source === undefined) throw new Error(path);
  return source;
}

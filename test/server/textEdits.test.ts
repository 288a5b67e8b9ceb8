/** The edits that an editor makes of a plan: they lead to the text, and touch nothing that stays. */
import { expect, test } from 'vitest';
import { applied } from '../../engine/base/plan.ts';
import { asPath } from '../../engine/base/text.ts';
import { textEdits } from '../../server/lsp/textEdits.ts';
import { workspaceEdit } from '../../server/lsp/workspaceEdit.ts';

test.each([
  ['a word', 'a\nstatus: open\nb\n', 'a\nstatus: closed\nb\n', [['open', 'closed']]],
  ['a new line', 'a\nb\n', 'a\nx\nb\n', [['', 'x\n']]],
  ['the end without a line end', 'a', 'a\nb\n', [['', '\nb\n']]],
  [
    'two places',
    'a1\nb\nc1\n',
    'a2\nb\nc2\n',
    [
      ['1', '2'],
      ['1', '2'],
    ],
  ],
  ['line ends of Windows', 'a\r\nb\r\n', 'a\r\nc\r\n', [['b', 'c']]],
  ['only the line end', 'a\r\nb', 'a\nb', [['\r\n', '\n']]],
  ['a letter of two code units', '😀\n', '😃\n', [['😀', '😃']]],
  ['repeated letters', 'aaa\n', 'aa\n', [['a', '']]],
  ['nothing', 'a\n', 'a\n', []],
])('%s', (_what, before, after, expected) => {
  const edits = textEdits(before, after);
  expect(applied(before, edits)).toBe(after);
  expect(edits.map(({ span, text }) => [before.slice(span.start, span.end), text])).toEqual(expected);
});

test('any two texts', () => {
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  const text = () =>
    Array.from({ length: next(12) }, () => ['a', 'b', '\n', '\r\n', '😀', '😃', '中'][next(7)]).join('');
  for (let n = 0; n < 3000; n++) {
    const [before, after] = [text(), text()];
    expect(applied(before, textEdits(before, after)), JSON.stringify([before, after])).toBe(after);
  }
});

test('a new file is created first, one that goes is deleted, one that stays is not named', () => {
  const edit = workspaceEdit({ root: '/p' }, [
    { path: asPath('a.md'), before: undefined, after: 'x' },
    { path: asPath('b.md'), before: 'x', after: undefined },
    { path: asPath('c.md'), before: 'x', after: 'x' },
  ]);
  expect(edit.documentChanges).toMatchObject([{ kind: 'create' }, { edits: [{ newText: 'x' }] }, { kind: 'delete' }]);
});

/** Texts as an editor sends them: line ends of Windows, halves of characters, very long lines, edits in quick succession. */
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import type { Session } from '../../engine/session/session.ts';
import { open, type Texts } from '../inMemory.ts';

const PATH = asPath('records/ticket/2026/WX-2026-0001.md');
const GOOD =
  '---\nid: WX-2026-0001\ntype: ticket\nstatus: registered\n---\n# 登录失败\n\n## 问题描述\n\n见 [[WX-2026-0009]]。\n';
const FILES: Texts = { 'docket.yml': 'docket: 1\n', [PATH]: GOOD, 'docs/a.md': '# 一\n\n[[WX-2026-0001]]\n' };

function type(session: Session, text: string, path = PATH): void {
  session.apply([{ path, content: { state: 'text', text } }]);
}

const told = (session: Session) => session.analysis().findings({ scope: 'project', beyondBaseline: false });

function expectAsFresh(session: Session, text: string): void {
  expect(told(session)).toEqual(told(open({ ...FILES, [PATH]: text })));
  expect(told(session).map(({ rule }) => rule)).not.toContain('docket/rule-failed');
}

describe('an editor sends', () => {
  test.each<[string, string]>([
    ['CRLF', GOOD.replaceAll('\n', '\r\n')],
    ['CR alone', GOOD.replaceAll('\n', '\r')],
    ['line ends of both sorts', GOOD.replace('\n## ', '\r\n## ')],
    ['halves of characters', `${GOOD}\uD800 [[WX-\uDC00]] \uDBFF\n\n## \uD83D\n`],
    ['half a character in a field', GOOD.replace('status:', 'x-note: "\uD800"\nstatus:')],
    ['half a character as an identifier', GOOD.replace('id: WX-2026-0001', 'id: WX-\uDC00')],
    ['a line of 2 MB', `${GOOD}\n${'登'.repeat(1_000_000)}[[WX-2026-0008]]${'x'.repeat(1_000_000)}\n`],
    ['a field of 2 MB', GOOD.replace('status:', `x-note: ${'登'.repeat(2_000_000)}\nstatus:`)],
    ['a table of one row of 2 MB', `${GOOD}\n| a | b |\n|---|---|\n| ${'x'.repeat(2_000_000)} | y |\n`],
    ['NUL', `${GOOD}\0`],
    ['a byte order mark', `\uFEFF${GOOD}`],
    ['nothing', ''],
    ['separators of lines that are none', `${GOOD}\n一\u2028二\u2029三\u0085[[WX-2026-0008]]\n`],
  ])('%s', (_name, text) => {
    const session = open(FILES);
    told(session);
    type(session, text);
    expectAsFresh(session, text);
    type(session, GOOD);
    expectAsFresh(session, GOOD);
  });

  test('every state of a document while it is typed', () => {
    const session = open(FILES);
    for (let length = 0; length <= GOOD.length; length++) {
      type(session, GOOD.slice(0, length));
      expectAsFresh(session, GOOD.slice(0, length));
    }
  });
});

test('CRLF moves no finding', () => {
  const [lf, crlf] = [open(FILES), open(FILES)];
  type(crlf, GOOD.replaceAll('\n', '\r\n'));
  expect(told(crlf).map(({ rule, at }) => [rule, at])).toEqual(told(lf).map(({ rule, at }) => [rule, at]));
});

test('a broken docket.yml while it is typed leaves the last good one in force', () => {
  const session = open({ ...FILES, 'docket.yml': 'docket: 1\nrules: { ref/broken: warning }\n' });
  type(session, 'docket: 1\nrules: { ref/broken: war', asPath('docket.yml'));
  const severity = told(session)
    .filter(({ rule }) => rule === 'ref/broken')
    .map(finding => finding.severity);
  expect(severity).toEqual(['warning']);
  expect(told(session).some(({ rule, at }) => rule === 'config/readable' && at.path === 'docket.yml')).toBe(true);
});

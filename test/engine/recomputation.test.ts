/** What four typical edits compute again, and what they leave alone. */
import { beforeEach, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import type { Session } from '../../engine/session/session.ts';
import { open } from '../inMemory.ts';

const TICKET = 'records/ticket/2026/WX-2026-0001.md';
const CHANGE = 'records/change-approval/2026/BG-2026-0001.md';

const files = {
  'docket.yml': 'docket: 1\n',
  [TICKET]: '---\nstatus: registered\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n',
  [CHANGE]: '---\nstatus: draft\nlinks:\n  ticket: [WX-2026-0001]\n---\n# 修复\n',
  'docs/notes.md': '# 说明\n\n一段文字。\n',
};

let session: Session;

beforeEach(() => {
  session = open(files);
  session.analysis().findings({ scope: 'project', beyondBaseline: false });
  session.cache.computed.clear();
});

function edit(path: string, text: string): Readonly<Record<string, number>> {
  session.apply([{ path: asPath(path), content: { state: 'text', text } }]);
  session.analysis().findings({ scope: 'project', beyondBaseline: false });
  return Object.fromEntries(session.cache.computed);
}

test('a paragraph: one document is parsed and checked by itself, nothing else', () => {
  expect(edit(TICKET, `${files[TICKET]}\n又一段文字。\n`)).toEqual({
    parsedDocument: 1,
    modelled: 1,
    outline: 1,
    own: 1,
    findingsIn: 1,
  });
});

test('words of a note without findings: not even those are placed again', () => {
  const counts = edit('docs/notes.md', '# 说明\n\n另一段文字。\n');
  expect(counts).toEqual({ parsedDocument: 1, modelled: 1, outline: 1, own: 1 });
});

test('an identifier goes: those who point at it are checked against the project again', () => {
  const counts = edit(TICKET, files[TICKET].replace('status:', 'id: WX-2026-0002\nstatus:'));
  expect(counts['parsedDocument']).toBe(1);
  expect(counts['own']).toBe(1);
  expect(counts['crossRemarks']).toBe(2);
  expect(
    session
      .analysis()
      .findings({ path: asPath(CHANGE), scope: 'project', beyondBaseline: false })
      .map(({ rule }) => rule),
  ).toContain('ref/broken');
});

test('the configuration: rules and findings again, no parsing', () => {
  const counts = edit('docket.yml', 'docket: 1\nrules: { ref/broken: off }\n');
  expect(counts['parsedDocument']).toBeUndefined();
});

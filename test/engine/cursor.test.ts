/** What an editor asks at a selection. */
import { describe, expect, test } from 'vitest';
import { asPath, type Range } from '../../engine/base/text.ts';
import { cursorIn, type Selected } from '../../engine/session/questions/cursor.ts';
import { open } from '../inMemory.ts';

const TICKET = asPath('records/ticket/2026/WX-2026-0001.md');
const TEXT = `---
id: WX-2026-0001
type: ticket
status: registered
---
# 登录失败

参见 [[WX-2026-0009]]。
`;
const FILES = { 'docket.yml': 'docket: 1\n', [TICKET]: TEXT };

function line(text: string): Range {
  const at = TEXT.split('\n').findIndex(other => other.includes(text));
  return { start: { line: at, character: 4 }, end: { line: at, character: 5 } };
}

const at = (text: string, scope: Selected['scope'] = 'project'): Selected => ({
  path: TICKET,
  range: line(text),
  scope,
});

describe('findings and rules', () => {
  test('only those that touch the selection', () => {
    const cursor = cursorIn(open(FILES));
    expect(cursor.findingsAt(at('WX-2026-0009')).map(({ rule }) => rule)).toEqual(['ref/broken']);
    expect(cursor.rulesAt(at('WX-2026-0009')).map(({ id }) => id)).toEqual(['ref/broken']);
    expect(cursor.findingsAt(at('# 登录失败')).map(({ rule }) => rule)).not.toContain('ref/broken');
  });

  test('before other documents are read, none that depend on them', () => {
    expect(cursorIn(open(FILES)).findingsAt(at('WX-2026-0009', 'own'))).toEqual([]);
  });
});

test('fixes come with their edits on the text as it is now', () => {
  const session = open(FILES);
  const [offered] = cursorIn(session).fixesAt(at('id: WX-2026-0001'));
  expect(offered?.finding.rule).toBe('doc/section-required');
  expect(offered?.plan).toMatchObject([{ path: TICKET, after: expect.stringContaining('## 问题描述') }]);
  session.apply([{ path: TICKET, content: { state: 'text', text: `${TEXT}\n## 问题描述\n\n无法登录。\n` } }]);
  expect(cursorIn(session).fixesAt(at('id: WX-2026-0001'))).toEqual([]);
});

describe('a section that a row of a journal lacks', () => {
  const JOURNAL = asPath('records/journal/WX-2026-05.md');
  const offered = (header: string, below: string, row: string) => {
    const text = `---\nid: WX-2026-05\ntype: journal\nof: ticket\n---\n# 五月\n\n${header}\n${below}\n${row}\n`;
    const selected = { path: JOURNAL, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };
    const session = open({ 'docket.yml': 'docket: 1\n', [JOURNAL]: text });
    const asked = { ...selected, scope: 'project' as const };
    const titles = session
      .analysis()
      .findings({ path: JOURNAL, scope: 'project', beyondBaseline: false })
      .flatMap(({ fixes }) => fixes.map(({ title }) => title.zh));
    return {
      titles,
      made: cursorIn(session)
        .fixesAt(asked)
        .map(({ fix }) => fix.title.zh),
    };
  };

  test('is added as a column, where there is none', () => {
    const { titles, made } = offered('| 编号 | 状态 |', '| --- | --- |', '| WX-2026-0001 | registered |');
    expect(titles).toContain('添加章节“问题描述”');
    expect(made).toContain('添加章节“问题描述”');
  });

  test('is not offered where its column has an empty cell', () => {
    const cells = ['| 编号 | 状态 | 问题描述 |', '| --- | --- | --- |', '| WX-2026-0001 | registered | |'] as const;
    expect(offered(...cells).titles).not.toContain('添加章节“问题描述”');
  });
});

describe('next states', () => {
  test('on the line of the state and of the identifier, and nowhere else', () => {
    const cursor = cursorIn(open(FILES));
    const named = (text: string) => cursor.nextStatesAt(at(text))?.states.map(({ key }) => key);
    expect(named('status: registered')).toContain('accepted');
    expect(named('id: WX-2026-0001')).toEqual(named('status: registered'));
    expect(named('# 登录失败')).toBeUndefined();
  });

  test('none in a file that is no record', () => {
    const note = asPath('docs/notes.md');
    expect(cursorIn(open({ [note]: '# 说明\n' })).nextStatesAt({ path: note, range: line('---') })).toBeUndefined();
  });
});

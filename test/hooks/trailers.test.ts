/** Which trailers are proposed, and where they are put in a message. */
import { describe, expect, test } from 'vitest';
import { proposedBy, saysNothing, withTrailers } from '../../deliver/hooks/trailers.ts';
import { trailersOf } from '../../engine/links/trailers.ts';
import { open } from '../inMemory.ts';

const record = (kind: string, id: string, rest: string) => ({
  [`records/${kind}/2026/${id}.md`]: `---\nid: ${id}\ntype: ${kind}\n${rest}---\n# 甲\n`,
});

const project = open({
  'docket.yml': 'docket: 1\n',
  ...record('ticket', 'WX-2026-0003', 'status: processing\n'),
  ...record('ticket', 'WX-2026-0004', 'status: processing\n'),
  ...record('ticket', 'WX-2026-0005', 'status: closed\n'),
  ...record('change-approval', 'BG-2026-0005', 'status: draft\nlinks: { ticket: [WX-2026-0003] }\n'),
  ...record('change-approval', 'BG-2026-0006', 'status: closed\nlinks: { ticket: [WX-2026-0003] }\n'),
  'docs/ZZGL-SRS.md': '---\nid: ZZGL-SRS\ntype: srs\n---\n# 需求\n\n### REQ-REV-012 提醒\n',
})
  .analysis()
  .project();

describe('a branch', () => {
  test.each([
    ['WX-2026-0004', 'refs WX-2026-0004'],
    ['WX-2026-0004-LOGIN', 'refs WX-2026-0004'],
    ['feature/wx-2026-0004-登录', 'refs WX-2026-0004'],
    ['FIX-WX-2026-0004_2', 'refs WX-2026-0004'],
    ['feature/BG-2026-0005_x', 'change BG-2026-0005'],
    // The open approval of the ticket comes with it.
    ['WX-2026-0003', 'refs WX-2026-0003, change BG-2026-0005'],
    ['WX-2026-0003/WX-2026-0004', 'refs WX-2026-0003, refs WX-2026-0004, change BG-2026-0005'],
    ['req-rev-012', 'req REQ-REV-012'],
    // Closed, never there, nothing: what somebody works on counts.
    ['WX-2026-0005', 'refs WX-2026-0004'],
    ['WX-2026-0099', 'refs WX-2026-0004'],
    ['main', 'refs WX-2026-0004'],
  ])('%s', (branch, proposed) => {
    expect(
      proposedBy(branch, 'WX-2026-0004', project)
        .map(({ key, id }) => `${key} ${id}`)
        .join(', '),
    ).toBe(proposed);
  });
});

const PROPOSED = [
  { key: 'refs', id: 'WX-2026-0003' },
  { key: 'change', id: 'BG-2026-0005' },
] as const;
const LINES = 'Refs: WX-2026-0003\nChange: BG-2026-0005\n';

describe('in a message', () => {
  test.each([
    ['nothing yet', '\n# 注释\n', `\n\n${LINES}\n# 注释\n`],
    ['one line', '改\n', `改\n\n${LINES}`],
    ['a line that is not ended', '改', `改\n\n${LINES}`],
    ['a subject that looks like a trailer', 'fix: 改\n', `fix: 改\n\n${LINES}`],
    ['a body and comments', '改\n\n正文。\n\n# 注释\n#\n', `改\n\n正文。\n\n${LINES}\n# 注释\n#\n`],
    [
      'trailers of others',
      '改\n\nSigned-off-by: 李四 <li@example.invalid>\n# 注释\n',
      `改\n\nSigned-off-by: 李四 <li@example.invalid>\n${LINES}# 注释\n`,
    ],
    ['one of the keys, in Chinese', '改\n\n工单：WX-2026-0004\n', '改\n\n工单：WX-2026-0004\nChange: BG-2026-0005\n'],
    ['both keys', `改\n\n${LINES}`, `改\n\n${LINES}`],
    ['a template with comments in between', '# 标题\n\n原因：\n# 说明\n\n', `# 标题\n\n原因：\n\n${LINES}# 说明\n\n`],
    ['a subject below a comment', '# 标题\n\nfix: 改\n', `# 标题\n\nfix: 改\n\n${LINES}`],
    ['the change below the scissors', '改\n# ---- >8 ----\n+Refs: x\n', `改\n\n${LINES}# ---- >8 ----\n+Refs: x\n`],
  ])('%s', (_what, message, expected) => {
    const text = withTrailers(message, PROPOSED, '#');
    expect(text).toBe(expected);
    expect(withTrailers(text, PROPOSED, '#')).toBe(text);
  });

  test('that nobody edits a line with # is no comment', () => {
    const text = withTrailers('改\n\n#12 号\n', PROPOSED, undefined);
    expect(text).toBe(`改\n\n#12 号\n\n${LINES}`);
    expect(trailersOf(text)).toHaveLength(2);
  });

  test('other comment marks count', () => {
    expect(withTrailers('改\n; 注释\n', PROPOSED, ';')).toBe(`改\n\n${LINES}; 注释\n`);
  });

  test('only proposals are a message that says nothing', () => {
    expect(saysNothing(`\n\n${LINES}`)).toBe(true);
    expect(saysNothing(`改\n\n${LINES}`)).toBe(false);
    expect(saysNothing('')).toBe(false);
  });
});

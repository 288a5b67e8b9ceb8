import { describe, expect, it } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { baselineOf, judge, parseBaseline, printBaseline } from '../../engine/rules/runner/baseline.ts';
import type { Finding } from '../../engine/rules/runner/finding.ts';

function finding(zh: string, line = 1, id = 'WX-2026-0001'): Finding {
  const at = {
    path: asPath(`records/${id}.md`),
    range: { start: { line, character: 0 }, end: { line, character: 1 } },
  };
  const message = { zh, en: `en ${zh}` };
  return { rule: 'ref/broken', severity: 'error', message, at, id, clauses: [], help: message, related: [], fixes: [] };
}

const old = [
  finding('没有 WX-2026-0009。'),
  finding('没有 WX-2026-0009。', 8),
  finding('超期 3 天。', 2, 'WX-2026-0002'),
];

describe('a baseline', () => {
  it('hides what it holds, wherever it stands now, however late it has become', () => {
    const moved = [finding('没有 WX-2026-0009。', 40), finding('超期 17 天。', 5, 'WX-2026-0002')];
    expect(judge(moved, baselineOf(old))).toMatchObject({ shown: [], held: moved });
  });
  it.each([
    ['another identifier', finding('没有 WX-2026-0010。')],
    ['another record', finding('没有 WX-2026-0009。', 1, 'WX-2026-0003')],
    ['another rule', { ...finding('没有 WX-2026-0009。'), rule: 'ref/type-mismatch' }],
  ])('shows %s', (_what, other) => {
    expect(judge([...old, other], baselineOf(old)).shown).toEqual([other]);
  });
  it('hides each as often as it was there', () => {
    const more = [...old, finding('没有 WX-2026-0009。', 9)];
    expect(judge(more, baselineOf(old)).shown).toHaveLength(1);
  });
  it('names what is gone, also when only one of two is', () => {
    expect(judge(old.slice(1), baselineOf(old)).gone.map(({ path }) => path)).toEqual(['records/WX-2026-0001.md']);
    expect(judge([], baselineOf(old)).gone).toHaveLength(2);
    expect(judge(old, baselineOf(old)).gone).toEqual([]);
  });
});

describe('its file', () => {
  it('is read as it was written, a line an entry, in one order', () => {
    const text = printBaseline(baselineOf(old));
    expect(parseBaseline(text)).toEqual(baselineOf(old));
    expect(printBaseline(baselineOf([...old].reverse()))).toBe(text);
    expect(text.split('\n').filter(line => line.includes('"rule"'))).toHaveLength(2);
    expect(text).not.toContain('超期');
    expect(parseBaseline(printBaseline([]))).toEqual([]);
  });
  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"version":2,"findings":[]}',
    '{"version":1,"findings":[{"rule":"a/b"}]}',
    '{"version":1,"findings":[null]}',
  ])('is not %j', text => expect(parseBaseline(text)).toBeUndefined());
});

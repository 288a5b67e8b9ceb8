/** Findings by scope, with and without the baseline, and the baseline that cannot be read. */
import { expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { baselineOf, printBaseline } from '../../engine/session/questions/baselineKept.ts';
import type { Scope } from '../../engine/session/questions/findings.ts';
import { open } from '../inMemory.ts';

const DOCUMENT = asPath('docs/notes.md');
const FILES = {
  'docket.yml': 'docket: 1\nextra: 1\n',
  [DOCUMENT]:
    '# 说明\n\n<!-- docket allow ref/type-mismatch: 旧系统的单号 -->\n别的。\n\n参见 [[WX-2026-0009]]。\n\n![图](gone.png)\n',
};
const SCOPES: readonly Scope[] = ['own', 'document', 'project'];

function rulesAt(
  scope: Scope,
  beyondBaseline: boolean,
  more: Readonly<Record<string, string>> = {},
  path: typeof DOCUMENT | undefined = DOCUMENT,
) {
  const asked = path === undefined ? { scope, beyondBaseline } : { path, scope, beyondBaseline };
  return open({ ...FILES, ...more })
    .analysis()
    .findings(asked)
    .map(({ rule }) => rule);
}

test('a wider scope finds what a narrower one finds, and more', () => {
  const [own = [], document = [], project = []] = SCOPES.map(scope => rulesAt(scope, false));
  expect(own).not.toContain('ref/broken');
  expect(document).toContain('ref/broken');
  expect(document).toEqual(expect.arrayContaining(own));
  expect(project).toEqual(expect.arrayContaining(document));
  expect(document).not.toContain('docket/allowance-unused');
  expect(project).toContain('docket/allowance-unused');
});

test('only the scope of the project finds something outside of documents', () => {
  expect(
    SCOPES.map(
      scope =>
        open(FILES)
          .analysis()
          .findings({ path: asPath('docket.yml'), scope, beyondBaseline: false }).length > 0,
    ),
  ).toEqual([false, false, true]);
});

test('the baseline holds in every scope, and only where it is asked for', () => {
  const all = open(FILES).analysis().findings({ scope: 'project', beyondBaseline: false });
  const more = { '.docket-baseline.json': printBaseline(baselineOf(all)) };
  for (const scope of SCOPES) {
    expect(rulesAt(scope, true, more, undefined)).toEqual([]);
    expect(rulesAt(scope, false, more, undefined)).toEqual(rulesAt(scope, false, {}, undefined));
  }
  expect(
    open({ ...FILES, ...more })
      .analysis()
      .judged(),
  ).toMatchObject({ shown: [], held: all, gone: [] });
});

test('a baseline that cannot be read holds nothing and says so', () => {
  const analysis = open({ ...FILES, '.docket-baseline.json': '{' }).analysis();
  expect(analysis.baseline()).toMatchObject({
    isThere: true,
    problem: { zh: expect.stringContaining('.docket-baseline.json') },
  });
  expect(analysis.findings({ scope: 'project', beyondBaseline: true })).not.toEqual([]);
  expect(open(FILES).analysis().baseline()).toEqual({
    path: '.docket-baseline.json',
    isThere: false,
    problem: undefined,
  });
});

test('the answer stays the same list while nothing changes', () => {
  const session = open(FILES);
  const asked = { path: DOCUMENT, scope: 'project', beyondBaseline: true } as const;
  const before = session.analysis().findings(asked);
  session.apply([{ path: asPath('README.txt'), content: { state: 'text', text: 'x' } }]);
  expect(session.analysis().findings(asked)).toBe(before);
});

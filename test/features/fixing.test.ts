import { describe, expect, it, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { type Fixing, fixFindings } from '../../engine/features/fixing.ts';
import type { Finding } from '../../engine/rules/runner/finding.ts';
import { atSpan, atValue } from '../../engine/model/place.ts';
import { rules } from '../../engine/rules/catalogue.generated.ts';
import type { Fix, FixEdit } from '../../engine/rules/rule.ts';
import type { Session } from '../../engine/session/session.ts';
import { open, unmark } from '../inMemory.ts';

const path = asPath('records/ticket/2026/WX-2026-0001.md');
const config = { 'docket.yml': 'docket: 1\nlanguage: zh-CN\n' };

const safe = ({ fixes }: Finding): Fix | undefined => fixes.find(fix => fix.safe);

function fixAll(
  session: Session,
  findings = () => session.analysis().findings({ scope: 'project', beyondBaseline: false }),
): Fixing {
  return fixFindings({ get: session.cache.get, findings, apply: session.apply.bind(session) }, safe);
}

/** Findings that offer these fixes until a text says otherwise; `round` is asked what is still wrong. */
function fixed(
  files: Readonly<Record<string, string | Uint8Array>>,
  wrong: (text: string) => readonly (readonly FixEdit[])[],
): Fixing {
  const session = open({ ...config, ...files });
  const findings = () =>
    wrong(session.analysis().project().text(path) ?? '').map((edits, n): Finding => {
      const words = { zh: String(n), en: String(n) };
      const at = { path, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
      const fixes = [{ title: words, safe: true, edits }];
      return {
        rule: 'a/b',
        severity: 'error',
        message: words,
        at,
        id: undefined,
        clauses: [],
        help: words,
        related: [],
        fixes,
      };
    });
  return fixAll(session, findings);
}

const replace = (start: number, end: number, text: string): FixEdit => ({
  do: 'replace',
  at: atSpan(path, { start, end }),
  text,
});
const set = (pointer: string, value: unknown): FixEdit => ({ do: 'set', at: atValue(path, pointer), value });

describe('many fixes', () => {
  it('are made at once where they do not meet', () => {
    const { plan, fixes } = fixed({ [path]: 'abcdef' }, text =>
      text === 'abcdef' ? [[replace(0, 1, 'A')], [replace(3, 4, 'D')]] : [],
    );
    expect({ plan, fixes }).toEqual({ plan: [{ path, before: 'abcdef', after: 'AbcDef' }], fixes: [[path], [path]] });
  });
  it('wait for the next round where they meet', () => {
    const { plan } = fixed({ [path]: 'abc' }, text => {
      if (text === 'abc') return [[replace(0, 2, 'AB')], [replace(1, 3, 'xx')]];
      return text === 'ABc' ? [[replace(2, 3, 'C')]] : [];
    });
    expect(plan.map(({ after }) => after)).toEqual(['ABC']);
  });
  it('add different fields in one round, the same field once', () => {
    const head = '---\ntype: ticket\n---\n';
    const wrong = (text: string) =>
      ['channel', 'mode']
        .filter(key => !text.includes(`${key}:`))
        .flatMap(key => [[set(`/${key}`, 'x')], [set(`/${key}`, 'y')]]);
    expect(fixed({ [path]: head }, wrong).plan[0]?.after).toBe('---\ntype: ticket\nchannel: x\nmode: x\n---\n');
  });
  it('end, though a finding stays', () => {
    const { plan, fixes } = fixed({ [path]: 'a' }, () => [[replace(0, 0, '!')]]);
    expect({ after: plan[0]?.after, fixes }).toEqual({ after: '!a', fixes: [[path]] });
  });
});

const SPOILT = 'the frontmatter could not be read afterwards, or other fixes are in the way';
const SET_STATUS: FixEdit = { do: 'set', at: atValue(path, '/status'), value: 'closed' };

describe('nothing is done', () => {
  it.each<[string, string | Uint8Array, readonly FixEdit[], string]>([
    ['that would make the frontmatter unreadable', '---\ntype: ticket\n---\n', [replace(4, 8, '"')], SPOILT],
    ['that would give a key twice', '---\ntype: ticket\nmode: x\n---\n', [replace(17, 21, 'type')], SPOILT],
    [
      'outside the project',
      'a',
      [{ do: 'create', path: asPath('../b.md'), text: 'b' }],
      'the file is outside of the project',
    ],
    ['over a file that is there', 'a', [{ do: 'create', path, text: 'b' }], 'the file is there already'],
    [
      'to a file that is no UTF-8',
      Uint8Array.of(0xb5, 0xc7, 0xc2, 0xbc),
      [replace(0, 1, 'x')],
      'the file is no UTF-8 text',
    ],
    ['that changes nothing', 'a', [replace(0, 1, 'a')], 'the file says this already'],
    [
      'in a document without a frontmatter that can be read',
      '---\na: [\n---\n',
      [SET_STATUS],
      'its YAML cannot be read: correct it first',
    ],
  ])('%s, and the reason is told', (_what, text, edits, en) => {
    const { plan, fixes, left } = fixed({ [path]: text }, () => [edits]);
    expect({ plan, fixes }).toEqual({ plan: [], fixes: [] });
    expect(left).toMatchObject([{ finding: { rule: 'a/b' }, why: { en } }]);
  });

  it('to one file, and the rest is done all the same', () => {
    const other = asPath('docs/a.md');
    const { plan } = fixed({ [path]: '---\ntype: ticket\n---\n', [other]: 'a' }, () => [
      [replace(4, 8, '"')],
      [{ do: 'replace', at: atSpan(other, { start: 0, end: 1 }), text: 'b' }],
    ]);
    expect(plan).toEqual([{ path: other, before: 'a', after: 'b' }]);
  });
});

it('keeps the line ends of the file', () => {
  const { plan } = fixed({ [path]: '# a\r\nb\r\n' }, text => (text.includes('c') ? [] : [[replace(5, 6, 'c\nd')]]));
  expect(plan[0]?.after).toBe('# a\r\nc\r\nd\r\n');
});

it('a new file has no text before', () => {
  const fresh = asPath('docs/new.md');
  const { plan } = fixed({ [path]: 'a' }, () => [[{ do: 'create', path: fresh, text: '# 新\n' }]]);
  expect(plan).toEqual([{ path: fresh, before: undefined, after: '# 新\n' }]);
});

const fixable = rules.flatMap(rule => {
  const bad = rule.examples.flatMap((example, n) =>
    'bad' in example
      ? [{ name: `${rule.id}, example ${n + 1}`, files: unmark(example.bad).files, asOf: example.asOf, rule: rule.id }]
      : [],
  );
  return bad.filter(({ files, asOf }) =>
    open(files, asOf)
      .analysis()
      .findings({ scope: 'project', beyondBaseline: false })
      .some(finding => finding.rule === rule.id && safe(finding)),
  );
});

describe('safe fixes of every rule leave nothing to fix, and a second time change nothing', () => {
  test.each(fixable)('$name', ({ files, asOf, rule }) => {
    const session = open(files, asOf);
    const { plan: changed } = fixAll(session);
    expect(changed.length).toBeGreaterThan(0);
    const left = session.analysis().findings({ scope: 'project', beyondBaseline: false });
    expect(left.filter(finding => finding.rule === rule && safe(finding)).map(({ message }) => message.zh)).toEqual([]);
    const after = Object.fromEntries(changed.map(({ path: name, after: text }) => [name, String(text)]));
    const again = open({ ...files, ...after }, asOf);
    expect(again.analysis().findings({ scope: 'project', beyondBaseline: false })).toEqual(left);
    expect(fixAll(again).plan).toEqual([]);
  });
  test('there are such rules', () => expect(fixable.length).toBeGreaterThan(5));
});

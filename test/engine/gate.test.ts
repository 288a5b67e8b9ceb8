/** What a gate reports: what a change brought, less what the baseline holds, each counted once. */
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { baselineOf, printBaseline } from '../../engine/session/questions/baselineKept.ts';
import { analyseChange } from '../../engine/session/change/changeAnalysis.ts';
import type { Gate } from '../../engine/session/change/gate.ts';
import { type ChangedFile, NO_PAST } from '../../engine/workspace/changeSet.ts';
import { open, sourceOf } from '../inMemory.ts';

const AS_OF = '2026-05-21';
const DOCUMENT = 'docs/notes.md';
const LINK = '参见 [[WX-2026-0009]]。\n\n';
const TEXT = `# 说明\n\n`;
const BASELINE = '.docket-baseline.json';

type Texts = Readonly<Record<string, string>>;

/** The baseline of a project with these files. */
function baselineFor(files: Texts): Texts {
  const findings = open(files, AS_OF).analysis().findings({ scope: 'project', beyondBaseline: false });
  return { [BASELINE]: printBaseline(baselineOf(findings)) };
}

function changeOf(before: Texts, after: Texts, files: readonly ChangedFile[], message: string) {
  const commit = {
    hash: undefined,
    message,
    author: { name: '李四', email: 'a@example.invalid' },
    at: `${AS_OF}T10:00:00+08:00`,
    parents: 1,
    files,
  };
  return {
    stage: 'commit' as const,
    before: sourceOf(before),
    after: sourceOf(after),
    files,
    commits: [commit],
    past: NO_PAST,
  };
}

const MODIFIED: readonly ChangedFile[] = [{ path: asPath(DOCUMENT), how: 'modified', sort: 'file' }];

function told(gate: Gate, before: Texts, after: Texts, { files = MODIFIED, message = '' } = {}): readonly string[] {
  const set = changeOf(before, after, files, message);
  const findings = analyseChange(set, open(before, AS_OF), open(after, AS_OF)).findings(gate);
  return findings.map(({ rule, at }) => `${rule} ${at.path}`);
}

const BROKEN = `ref/broken ${DOCUMENT}`;

describe.each(['staged', 'range'] as const)('at the gate %s', gate => {
  const one = { [DOCUMENT]: TEXT + LINK };
  const two = { [DOCUMENT]: TEXT + LINK + LINK };

  test('what was there before is not reported, one more of the same is', () => {
    expect(told(gate, one, { [DOCUMENT]: `${TEXT}改了。\n\n${LINK}` })).toEqual([]);
    expect(told(gate, one, two)).toEqual([BROKEN]);
  });

  test('a finding of the baseline that was there before takes its room, so that one more is reported', () => {
    const baseline = baselineFor(one);
    expect(told(gate, { ...one, ...baseline }, { ...two, ...baseline })).toEqual([BROKEN]);
  });

  test('what the baseline still has room for is held', () => {
    const baseline = baselineFor(two);
    expect(told(gate, { ...one, ...baseline }, { ...two, ...baseline })).toEqual([]);
    expect(told(gate, { [DOCUMENT]: TEXT, ...baseline }, { ...one, ...baseline })).toEqual([]);
  });

  test('a record of the baseline that is renamed brings nothing new', () => {
    const [old, now] = [
      asPath('records/ticket/2026/WX-2026-0001.md'),
      asPath('records/ticket/2026/WX-2026-0001-登录.md'),
    ];
    const text = `---\nid: WX-2026-0001\ntype: ticket\nstatus: registered\n---\n${TEXT}${LINK}`;
    const before = { [old]: text };
    const baseline = baselineFor(before);
    const files: readonly ChangedFile[] = [{ path: now, was: old, how: 'renamed', sort: 'file' }];
    expect(told(gate, { ...before, ...baseline }, { [now]: text, ...baseline }, { files })).not.toContain(
      `ref/broken ${now}`,
    );
  });

  test('a document without an identifier that is renamed brings nothing new', () => {
    const [old, now] = [asPath('docs/old.md'), asPath('docs/new.md')];
    const text = `---\ntype: ticket\nstatus: resolved\n---\n${TEXT}${LINK}`;
    const files: readonly ChangedFile[] = [{ path: now, was: old, how: 'renamed', sort: 'file' }];
    const known = open({ [now]: text }, AS_OF)
      .analysis()
      .findings({ path: now, scope: 'document', beyondBaseline: true });
    expect(known.filter(({ id, message }) => id === 'new' && message.zh.includes('new'))).not.toEqual([]);
    expect(told(gate, { [old]: text }, { [now]: text }, { files })).toEqual([]);
    expect(told(gate, { [old]: text }, { [now]: text + LINK }, { files })).toEqual([`ref/broken ${now}`]);
  });

  test('the baseline of the later moment judges', () => {
    expect(told(gate, { [DOCUMENT]: TEXT }, { ...one, ...baselineFor(one) })).toEqual([]);
  });
});

test('a message is told only what it adds', () => {
  const before = { [DOCUMENT]: TEXT };
  const after = { [DOCUMENT]: TEXT + LINK };
  expect(told('message', before, after, { message: '改说明\n\nRefs: WX-2026-0404\n' })).toEqual([
    'commit/ticket-unknown ',
  ]);
  expect(told('message', before, after, { message: '改说明\n' })).toEqual([]);
});

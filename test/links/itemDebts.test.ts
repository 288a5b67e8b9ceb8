/** What items owe when those they answer to move: who, when, and what pays. */
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { itemSignature } from '../../engine/links/items/itemSignature.ts';
import type { ExampleChange } from '../../engine/rules/rule.ts';
import { analyseChange } from '../../engine/session/change/changeAnalysis.ts';
import { Session } from '../../engine/session/session.ts';
import { NO_PAST } from '../../engine/workspace/changeSet.ts';
import { open, sourceOf } from '../inMemory.ts';
import { changeIn } from '../inMemoryChange.ts';

type Texts = Readonly<Record<string, string>>;

const document = (kind: string, id: string, body: string, status = 'baselined') =>
  `---\nid: ${id}\ntype: ${kind}\nstatus: ${status}\n---\n# ${id}\n\n${body}`;
const srs = (days: string, status?: string) =>
  document(
    'srs',
    'ZZGL-SRS',
    `### REQ-REV-012 超期预警\n\n- 优先级：must\n\n剩余${days}天标黄。\n\n### REQ-REV-013 提醒\n\n发短信。\n`,
    status,
  );
const hld = (words: string, more = '') =>
  document('hld', 'ZZGL-HLD', `### HD-REV-03 提醒\n\n- 满足：REQ-REV-012\n\n${words}\n${more}`);
const lld = (words: string) => document('lld', 'ZZGL-LLD', `### LD-REV-07 任务\n\n- 实现：HD-REV-03\n\n${words}\n`);
const manual = (words: string) =>
  document('user-manual', 'ZZGL-SUM', `## 5.6 超期 预警\n\n- 描述：REQ-REV-012\n\n${words}\n`);
const tests = (id: string, steps: string, status = 'draft') =>
  `---\nid: ${id}\ntype: test-report\nstatus: ${status}\n---\n# 测试\n\n## 测试项\n\n| 用例 | 需求条目 | 步骤 | 结果 |\n|---|---|---|---|\n| TC-REV-${id.slice(-3)} | REQ-REV-012 | ${steps} | 通过 |\n`;
const approval = (rows = '') =>
  `---\nid: BG-2026-0005\ntype: change-approval\nstatus: approved\n${rows}---\n# 提前量\n`;

const V: Texts = {
  'docs/ZZGL-SRS.md': srs('两'),
  'docs/ZZGL-HLD.md': hld('每日扫描。'),
  'docs/ZZGL-LLD.md': lld('每日七点半。'),
  'docs/ZZGL-SUM.md': manual('打开待办。'),
  'docs/test/CS-2026-002.md': tests('CS-2026-002', '查看标记'),
  'records/change-approval/2026/BG-2026-0005.md': approval(),
};

/** `HD-REV-03 open`, in order; a debt for its moved item, unless it is only the requirement's. */
function owedAfter(
  changed: Texts,
  { before = {}, ...change }: Partial<ExampleChange> & { readonly before?: Texts } = {},
): readonly string[] {
  const was: Record<string, string | null> = {};
  for (const file of Object.keys(changed)) was[file] = before[file] ?? V[file] ?? null;
  return changeIn({ ...V, ...before, ...changed }, { message: '改\n', ...change, before: was })
    .debts()
    .map(({ owed, status, because }) => `${owed.id} ${because.item} ${status}`)
    .sort();
}

const MOVED = { 'docs/ZZGL-SRS.md': srs('三') };
const ALL_OPEN = [
  'HD-REV-03 REQ-REV-012 open',
  'TC-REV-002 REQ-REV-012 open',
  'ZZGL-SUM#5.6 超期 预警 REQ-REV-012 open',
];

describe('when a requirement changes its meaning', () => {
  test('design, tests and manual that name it owe; the unit behind the design does not', () => {
    expect(owedAfter(MOVED)).toEqual(ALL_OPEN);
  });

  test('attributes, layout and comments are no meaning', () => {
    expect(
      owedAfter({
        'docs/ZZGL-SRS.md': srs('两').replace('must', 'should').replace('剩余', '<!-- 见会议纪要 -->\n剩余'),
      }),
    ).toEqual([]);
  });

  test('each is paid by moving itself', () => {
    const paid = { ...MOVED, 'docs/ZZGL-HLD.md': hld('提前三天扫描。'), 'docs/ZZGL-SUM.md': manual('提前三天变黄。') };
    expect(owedAfter(paid)).toEqual([
      'HD-REV-03 REQ-REV-012 paid',
      'LD-REV-07 HD-REV-03 open',
      'TC-REV-002 REQ-REV-012 open',
      'ZZGL-SUM#5.6 超期 预警 REQ-REV-012 paid',
    ]);
  });

  test('nothing is owed while it is being written, or when it is new', () => {
    expect(owedAfter({ 'docs/ZZGL-SRS.md': srs('三', 'draft') })).toEqual([]);
    expect(
      owedAfter(
        { 'docs/ZZGL-SRS.md': srs('三') },
        { before: { 'docs/ZZGL-SRS.md': srs('三').replace('### REQ-REV-012', '### REQ-REV-099') } },
      ),
    ).toEqual([]);
  });

  test('a design that is deleted, and a design ahead of its requirement, owe nothing', () => {
    expect(
      owedAfter(MOVED, {
        before: { 'docs/ZZGL-HLD.md': hld('每日扫描。').replace('- 满足', '- 状态：deleted\n- 满足') },
      }),
    ).not.toContain(ALL_OPEN[0]);
    expect(owedAfter({ 'docs/ZZGL-SUM.md': manual('新的说法。') })).toEqual([]);
  });

  test('a test that is over stays; a new one of the same requirement pays', () => {
    const over = { 'docs/test/CS-2026-002.md': tests('CS-2026-002', '查看标记', 'approved') };
    expect(owedAfter(MOVED, { before: over })).toContain('TC-REV-002 REQ-REV-012 open');
    const again = owedAfter(
      { ...MOVED, 'docs/test/CS-2026-003.md': tests('CS-2026-003', '提前三天查看', 'approved') },
      { before: over },
    );
    expect(again.filter(debt => debt.startsWith('TC'))).toEqual(['TC-REV-003 REQ-REV-012 paid']);
  });

  test('somebody settles a pair by name', () => {
    const [left, right] = signaturesAfter(MOVED);
    const lock = { 'docket.lock': `HD-REV-03 REQ-REV-012\n  ${left} ${right} settled 李四 措辞\n` };
    expect(owedAfter({ ...MOVED, ...lock })).toContain('HD-REV-03 REQ-REV-012 paid');
    const agreed = { 'docket.lock': lock['docket.lock'].replace('settled', 'agreed') };
    expect(owedAfter({ ...MOVED, ...agreed })).toContain('HD-REV-03 REQ-REV-012 open');
  });
});

describe('under a change approval', () => {
  const named = { message: '提前三天\n\nChange: BG-2026-0005\n' };
  const row = (text: string): Texts => ({
    'records/change-approval/2026/BG-2026-0005.md': approval(`doc_impact: [{ kind: ${text} }]\n`),
  });

  test('the same is owed, once, and not before the release whatever is due for code', () => {
    const debts = changeIn(
      { ...V, ...MOVED, 'docket.yml': 'owes: { due: { lld: commit, default: range } }\n' },
      { ...named, before: { 'docs/ZZGL-SRS.md': srs('两') } },
    ).debts();
    expect(debts.map(({ owed, change, due }) => `${owed.id} ${change} ${due}`)).toEqual(
      ['HD-REV-03', 'ZZGL-SUM#5.6 超期 预警', 'TC-REV-002'].map(id => `${id} BG-2026-0005 release`),
    );
  });

  test('a row of its table pays: updated with the version, not affected with the reason', () => {
    const status = (text: string) => owedAfter(MOVED, { ...named, before: row(text) })[0];
    expect(status('hld, result: updated, version: "V1.3"')).toBe('HD-REV-03 REQ-REV-012 paid');
    expect(status('hld, result: updated')).toBe('HD-REV-03 REQ-REV-012 open');
    expect(status('hld, result: not-affected, reason: 措辞')).toBe('HD-REV-03 REQ-REV-012 declared');
    expect(status('hld, result: not-affected')).toBe('HD-REV-03 REQ-REV-012 open');
    expect(status('hld, result: not-affected, reason: 措辞, sections: HD-REV-04')).toBe('HD-REV-03 REQ-REV-012 open');
    expect(status('lld, result: not-affected, reason: 措辞')).toBe('HD-REV-03 REQ-REV-012 open');
  });
});

test('a unit that the commit owes is not owed once more by its change', () => {
  const unit = lld('每日七点半。').replace('- 实现', '- 代码：src/*.java\n- 实现');
  const debts = changeIn(
    {
      ...V,
      'docket.yml': 'code: [{ kind: program, include: [src/**] }]\n',
      'src/Job.java': 'class Job { int days = 3; }\n',
      'docs/ZZGL-LLD.md': unit,
    },
    { message: '三天\n\nChange: BG-2026-0005\n', before: { 'src/Job.java': 'class Job { int days = 2; }\n' } },
  ).debts();
  expect(debts.flatMap(({ owed, change }) => (owed.kind === 'lld' ? [`${owed.id} ${change}`] : []))).toEqual([
    'LD-REV-07 undefined',
  ]);
});

test('a commit without a change owes for the item it moved, though another commit moved its neighbour under one', () => {
  const path = asPath('docs/ZZGL-SRS.md');
  const [first, second, third] = [V, MOVED, { [path]: srs('三').replace('发短信', '发邮件') }].map(texts =>
    sourceOf({ ...V, ...texts }),
  );
  if (!first || !second || !third) throw new Error('three moments');
  const files = [{ path, how: 'modified', sort: 'file' }] as const;
  const commit = (hash: string, message: string) => ({
    hash,
    message,
    author: { name: '', email: '' },
    at: '',
    parents: 1,
    files,
  });
  const [alone, named] = [commit('a1', '三天\n'), commit('b2', '邮件\n\nChange: BG-2026-0005\n')];
  const past = {
    ...NO_PAST,
    commitsNaming: () => [named],
    sidesOf: (hash: string) => (hash === 'a1' ? { before: first, after: second } : { before: second, after: third }),
  };
  const set = { stage: 'range', before: first, after: third, files, commits: [alone, named], past } as const;
  const [before, after] = [first, third].map(source => Session.open(source, { asOf: '2026-04-03' }));
  const debts = before && after ? analyseChange(set, before, after).debts() : [];
  expect(debts.map(({ owed, status, because }) => `${owed.id} ${because.item} ${status}`).sort()).toEqual(ALL_OPEN);
});

test('a document of the kind that is touched pays nothing; an item of it that moved does', () => {
  const code = {
    'docket.yml': 'code: [{ kind: program, include: [src/**] }]\n',
    'src/Job.java': 'class Job { int days = 3; }\n',
  };
  const unit = lld('每日七点半。').replace('- 实现', '- 代码：src/*.java\n- 实现');
  const statusOf = (design: string) =>
    changeIn(
      { ...V, ...code, 'docs/ZZGL-LLD.md': unit, 'docs/ZZGL-HLD.md': design },
      {
        message: '三天\n\nChange: BG-2026-0005\n',
        before: { 'src/Job.java': 'class Job { int days = 2; }\n', 'docs/ZZGL-HLD.md': hld('每日扫描。') },
      },
    )
      .debts()
      .flatMap(({ owed, status }) => (owed.kind === 'hld' ? [status] : []));
  expect(statusOf(hld('每日扫描。').replace('# ZZGL-HLD', '# 概要设计'))).toEqual(['open']);
  expect(statusOf(hld('提前三天扫描。'))).toEqual(['paid']);
});

function signaturesAfter(changed: Texts): readonly (string | undefined)[] {
  const { get } = open({ ...V, ...changed })
    .analysis()
    .project();
  return ['REQ-REV-012', 'HD-REV-03'].map(id => get(itemSignature, id));
}

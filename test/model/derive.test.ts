import { describe, expect, it, test } from 'vitest';
import { loadSchemaData } from '../../docs-schema/load.ts';
import { derivations } from '../../engine/model/derive/derivations.ts';
import type { Data } from '../../engine/model/entry.ts';
import { open } from '../inMemory.ts';

function* named(value: unknown, key: string): Iterable<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === key && typeof inner === 'string') yield inner;
    yield* named(inner, key);
  }
}

test('every derivation a kind names exists, and none is there for nothing', () => {
  const raw = loadSchemaData();
  const wanted = new Set(named([raw.kinds, raw.base], 'derived'));
  expect([...wanted].sort()).toEqual(Object.keys(derivations).sort());
});

const SYSTEMS =
  'systems:\n  - { code: ZZGL, name: 证照, modules: [review] }\n  - { code: PORTAL, name: 门户, modules: [query] }\n';

function dataOf(path: string, text: string, config = ''): Data {
  const [entry] = open({ 'docket.yml': config, [path]: text })
    .analysis()
    .project()
    .entries(kindAt(path));
  return entry?.data ?? {};
}

function kindAt(path: string): string {
  return (
    /assessment|inspection|change-approval|survey|test|signoff-batch|duty-roster/
      .exec(path)?.[0]
      .replace(/^test$/, 'test-report') ?? 'report'
  );
}

describe('what the id says', () => {
  it.each([
    ['reports/YB-2026-05.md', { period: '2026-05', period_kind: 'monthly' }],
    ['reports/ZB-2026-W21.md', { period: '2026-W21', period_kind: 'weekly' }],
    ['reports/JB-2026-Q1.md', { period: '2026-Q1', period_kind: 'quarterly' }],
    ['reports/NB-2026.md', { period: '2026', period_kind: 'annual' }],
    ['acceptance/assessment/KH-2026-M05.md', { period: '2026-05', kind: 'monthly' }],
    ['acceptance/assessment/KH-2026-Y.md', { period: '2026', kind: 'annual' }],
    ['acceptance/assessment/KH-2026-S01.md', { kind: 'spot' }],
    ['records/inspection/2026/XJ-2026-H02.md', { kind: 'holiday' }],
    ['records/inspection/2026/XJ-2026-W21.md', { kind: 'weekly' }],
    ['people/duty-roster/ZP-2026-05.md', { month: '2026-05' }],
  ])('%s', (path, expected) => {
    const type = path.startsWith('reports') ? 'type: report\n' : '';
    expect(dataOf(path, `---\n${type}status: draft\n---\n# 一\n`)).toMatchObject(expected);
  });
});

test('a spot check is about no period', () => {
  expect(dataOf('acceptance/assessment/KH-2026-S01.md', '---\nstatus: draft\n---\n# 抽查\n')).not.toHaveProperty(
    'period',
  );
});

test('a journal holds what its folder holds', () => {
  const project = open({ 'records/service-order/2026/FW-2026-05.md': '---\ntype: journal\n---\n# 五月\n' })
    .analysis()
    .project();
  expect(project.entry('FW-2026-05')?.data).toMatchObject({ of: 'service-order', period: '2026-05', status: 'open' });
});

test('an inspection covers all systems, and one abnormal item makes it abnormal', () => {
  const table =
    '| 检查对象 | 检查项 | 结果 |\n|---|---|---|\n| app01 | 服务进程 | 正常 |\n| app02 | 服务进程 | 异常 |\n';
  const data = dataOf(
    'records/inspection/2026/XJ-2026-W21.md',
    `---\nstatus: completed\n---\n# 巡检\n\n## 软件运行情况\n\n${table}`,
    SYSTEMS,
  );
  expect(data).toMatchObject({ systems: ['ZZGL', 'PORTAL'], overall: 'abnormal' });
  expect(data['items']).toMatchObject([
    { group: 'app', target: 'app01', result: 'normal' },
    { target: 'app02', result: 'abnormal' },
  ]);
});

test('approval is complete with the last of the approvals', () => {
  const approvals =
    'approvals:\n  - { person: A-02, at: "2026-03-31T16:30:00+08:00" }\n  - { person: A-01, at: "2026-03-31T09:00:00+08:00" }\n';
  expect(
    dataOf('records/change-approval/2026/BG-2026-0001.md', `---\nstatus: approved\n${approvals}---\n# 变更\n`),
  ).toMatchObject({
    approved_at: '2026-03-31T16:30:00+08:00',
  });
});

test('the table of cases gives the totals, the day of the test, and the day of the report', () => {
  const table =
    '| 用例 | 需求条目 | 结果 | 测试人 | 日期 |\n|---|---|---|---|---|\n| TC-REV-001 | REQ-REV-001 | 通过 | RY-006 | 2026-03-30 |\n| TC-REV-002 | REQ-REV-001 | 不通过 | RY-006 | 2026-03-31 |\n';
  const data = dataOf('docs/test/CS-2026-001.md', `---\ntype: test-report\nstatus: draft\n---\n# 测试\n\n${table}`);
  expect(data).toMatchObject({
    totals: { planned: 2, executed: 2, passed: 1, failed: 1, blocked: 0 },
    tested_on: '2026-03-31',
    created: '2026-03-31',
  });
});

test('scores add up and fall into a grade', () => {
  const items = 'items:\n  - { item: 响应, full: 60, score: 58.5 }\n  - { item: 巡检, full: 40, score: 30 }\n';
  expect(dataOf('acceptance/assessment/KH-2026-Q2.md', `---\nstatus: issued\n${items}---\n# 考核\n`)).toMatchObject({
    total: 88.5,
    grade: 'fair',
  });
});

test('a survey scores out of a hundred', () => {
  const questions =
    'questions:\n  - { question: 响应, full: 5, score: 4.5 }\n  - { question: 态度, full: 5, score: 5 }\n';
  expect(
    dataOf('records/survey/2026/MY-2026-001.md', `---\nstatus: evaluated\n${questions}---\n# 调查\n`),
  ).toMatchObject({ score: 95 });
});

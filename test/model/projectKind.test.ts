/** A kind of document that a project writes as data alone: numbered, versioned, quoted, listed, traced, owed like a built-in one. */
import { describe, expect, test } from 'vitest';
import { draftOf } from '../../deliver/newDocument/draft.ts';
import { ledgerOf } from '../../engine/measure/ledger/ledger.ts';
import { cutoffOf } from '../../engine/measure/time/moment.ts';
import { parsePeriod, type Period } from '../../engine/measure/time/period.ts';
import { ALL } from '../../engine/base/queries.ts';
import { embeddedText } from '../../engine/links/embeds/embedded.ts';
import { readKind } from '../../engine/model/kinds/readKind.ts';
import { matrixColumns } from '../../engine/trace/columns.ts';
import { traceOf } from '../../engine/trace/matrix.ts';
import { open } from '../inMemory.ts';
import { changeIn } from '../inMemoryChange.ts';
import { asking, FILES, smallProject } from '../new/project.ts';

/** A runbook: its steps describe scripts of operation, and answer to requirements. */
const RUNBOOK = `kind: runbook
label: { zh: 运行手册, en: Runbook }
aliases: [值班手册]
id: 'RB-\\d{4}-\\d{3}'
numbered: year
folder: docs/runbook
takes: [record, versioned]
place: 265
impact: stated
states: versioned
ledger:
  named: true
  within: [created]
  columns: [{ field: id }, { field: title }, { field: version }, { field: shift }, { field: status }]
takes_over:
  ticket: { sections: { steps: solution }, values: { shift: { of: severity, as: { P2: night } } } }
fields:
  shift: { zh: 班次, en: Shift, required: true, enum: { day: { zh: 白班, en: Day }, night: { zh: 夜班, en: Night } } }
links: [ticket, change]
sections:
  steps: { zh: 步骤, en: Steps, required: true, hint: { zh: 逐条写明操作, en: Say each step } }
items:
  runbook-step:
    label: { zh: 操作步骤, en: Step }
    id: 'RS-[A-Z]+-\\d{2}'
    form: heading
    traced: true
    column: { key: runbook, zh: 运行, en: Runbook }
    covered_by: [code]
    attributes:
      operates: { zh: 操作, en: Operates, type: list, of: { type: ref }, relation: operates }
      code: { zh: 代码, en: Code, type: list, of: { type: glob } }
  srs-item:
    covered_by: [runbook]
relations:
  operates: { zh: 操作, en: Operates, from: [runbook-step], to: [srs-item], owes: true, reach: along, inverse: { zh: 由…操作, en: Operated by } }
`;

const KIND = { 'docket/kinds/runbook.yml': RUNBOOK };
const PATH = 'docs/runbook/RB-2026-001.md';
const runbook = (head: string, step = '重启会话服务。') =>
  `---\nid: RB-2026-001\ntype: runbook\ntitle: 夜班手册\nshift: night\ncreated: 2026-05-06\nversion: V1.1\n${head}---\n\n# 夜班手册\n\n## 步骤\n\n### RS-NIGHT-01 重启\n\n- 操作：REQ-REV-012\n- 代码：ops/restart.sh\n\n${step}\n`;
const REVISED =
  'status: approved\nrevisions:\n  - { version: V1.0, date: 2026-05-06, author: RY-002, change: A, summary: 首版 }\n  - { version: V1.1, date: 2026-05-12, author: RY-002, change: M, summary: 加了重启 }\n';
const SRS = `---\nid: ZZGL-SRS\ntype: srs\nstatus: approved\n---\n# 需求\n\n### REQ-REV-012 超期预警\n\n剩余两天标黄。\n`;
const all = {
  ...FILES,
  ...KIND,
  [PATH]: runbook(REVISED),
  'docs/ZZGL-SRS.md': SRS,
  'ops/restart.sh': '#!/bin/sh\nrestart sessions\n',
};
const period = parsePeriod('2026-05') as Period;

function found(files: Readonly<Record<string, string>>, path: string): readonly string[] {
  return open(files, '2026-05-21')
    .analysis()
    .findings({ path: path as never, scope: 'project', beyondBaseline: false })
    .map(({ rule, message }) => `${rule} ${message.zh}`);
}

test('its file has no fault', () => {
  expect(readKind(RUNBOOK).faults).toEqual([]);
});

describe('a new one', () => {
  test('is numbered, and begins with what its kind and its source say', () => {
    const project = smallProject({ ...FILES, ...KIND });
    const drafted = draftOf(project, asking(project, 'runbook', { from: project.entry('WX-2026-0003') as never }));
    if ('refused' in drafted) throw new Error(drafted.refused.zh);
    expect(drafted).toMatchObject({ id: 'RB-2026-001', file: { path: PATH } });
    expect(drafted.file.after).toContain('shift: night');
    expect(drafted.file.after).toContain('![[WX-2026-0003#解决方案说明]]');
    const alone = draftOf(project, asking(project, 'runbook'));
    expect('file' in alone && alone.file.after).toContain('【逐条写明操作】');
  });

  test('goes on from the last number', () => {
    const project = smallProject({ ...FILES, ...KIND, [PATH]: runbook(REVISED) });
    expect(draftOf(project, asking(project, 'runbook'))).toMatchObject({ id: 'RB-2026-002' });
  });
});

test('its versions are checked', () => {
  const one = REVISED.replace(/ {2}- \{ version: V1.1.*\n/, '');
  expect(found({ ...all, [PATH]: runbook(one) }, PATH)).toContainEqual(
    'doc/revision-required RB-2026-001 的版本是 V1.1，修订记录只到 V1.0：请补一条修订记录。',
  );
  expect(found(all, PATH).filter(text => text.startsWith('doc/revision'))).toEqual([]);
});

test('it is quoted', () => {
  const { get } = open(all).cache;
  const show = (target: string, section?: string) =>
    embeddedText(get, { target, ...(section === undefined ? {} : { section }) } as never);
  expect(show('RS-NIGHT-01')).toContain('重启会话服务。');
  expect(show('RB-2026-001', '步骤')).toContain('RS-NIGHT-01');
});

test('it is listed in the ledger, on a sheet of its own and among the versions of documents', () => {
  const { sheets } = ledgerOf(open(all).cache.get, period, cutoffOf(undefined, period, 480));
  expect(sheets.at(-1)).toMatchObject({
    title: '运行手册',
    header: ['序号', '编号', '标题', '版本', '班次', '状态'],
    rows: [['1', 'RB-2026-001', '夜班手册', 'V1.1', '夜班', '已批准']],
  });
  const versions = sheets.find(({ key }) => key === 'documents')?.rows.map(row => row.slice(1, 4).join(' '));
  expect(versions).toEqual(['RB-2026-001 夜班手册 V1.0', 'RB-2026-001 夜班手册 V1.1']);
});

test('it has its column in the matrix and its line, with what covers it and what does not', () => {
  const { get } = open(all).cache;
  expect(get(matrixColumns, ALL).map(({ key }) => key)).toEqual(['hld', 'lld', 'code', 'test', 'manual', 'runbook']);
  const { items } = traceOf(get);
  expect(items.map(({ id, coverage, gaps }) => [id, coverage['runbook'], coverage['code'], gaps])).toEqual([
    ['REQ-REV-012', ['RS-NIGHT-01'], ['ops/restart.sh'], []],
    ['RS-NIGHT-01', [], ['ops/restart.sh'], []],
  ]);
  const without = traceOf(
    open({ ...all, [PATH]: runbook(REVISED).replace(/- 操作.*\n/, '') }).cache.get,
    'REQ-REV-012',
  ).items;
  expect(without[0]?.gaps).toEqual(['runbook']);
});

describe('it owes', () => {
  const CONFIG = { 'docket.yml': `${FILES['docket.yml']}code:\n  - { kind: ops, include: [ops/**] }\n` };
  const APPROVAL = 'records/change-approval/2026/BG-2026-0005.md';
  const approval = (rows = '') =>
    `---\nid: BG-2026-0005\ntype: change-approval\nstatus: approved\n${rows}---\n# 提前量\n`;
  const before = { 'ops/restart.sh': all['ops/restart.sh'], 'docs/ZZGL-SRS.md': SRS };
  const owed = (after: Readonly<Record<string, string>>, message: string) =>
    changeIn(
      { ...all, ...CONFIG, [APPROVAL]: approval(), ...after },
      { message, before: { ...before, [PATH]: all[PATH] } },
    )
      .debts()
      .map(({ owed: { kind, id }, status }) => `${kind} ${id} ${status}`);
  const script = { 'ops/restart.sh': '#!/bin/sh\nrestart sessions --now\n' };

  test('when the code that a step describes moves, until the step does', () => {
    expect(owed(script, '改\n')).toEqual(['runbook RS-NIGHT-01 open']);
    expect(owed({ ...script, [PATH]: runbook(REVISED, '立即重启会话服务。') }, '改\n')).toEqual([
      'runbook RS-NIGHT-01 paid',
    ]);
  });

  test('when a requirement that a step answers to moves', () => {
    expect(owed({ 'docs/ZZGL-SRS.md': SRS.replace('两', '三') }, '改\n')).toEqual(['runbook RS-NIGHT-01 open']);
  });

  test('as a kind that a change reaches, unless its table says otherwise', () => {
    expect(owed(script, '改\n\nChange: BG-2026-0005\n')).toContain('srs REQ-REV-012 open');
    expect(owed(script, '改\n\nChange: BG-2026-0005\n')).toContain('runbook RS-NIGHT-01 open');
    const rows = 'doc_impact:\n  - { kind: 运行手册, result: not-affected, reason: 步骤不变 }\n';
    expect(owed({ ...script, [APPROVAL]: approval(rows) }, '改\n\nChange: BG-2026-0005\n')).toContain(
      'runbook RS-NIGHT-01 declared',
    );
  });

  test('each approved change says whether it is affected', () => {
    const [stated = ''] = found(
      { ...all, [APPROVAL]: approval('doc_impact:\n  - { kind: srs, result: not-affected, reason: 不变 }\n') },
      APPROVAL,
    ).filter(text => text.startsWith('trace/doc-impact-declared'));
    expect(stated).toContain('部署手册、运行手册；');
  });
});

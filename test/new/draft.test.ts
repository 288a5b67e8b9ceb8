/** `docket new`: what a fresh document holds, and what its author still has to type. */
import { describe, expect, test } from 'vitest';
import { type Draft, draftOf } from '../../deliver/newDocument/draft.ts';
import { givenValues } from '../../deliver/newDocument/given.ts';
import { staffOf } from '../../deliver/newDocument/me.ts';
import type { Request } from '../../deliver/newDocument/request.ts';
import { builtInCatalogue } from '../../engine/model/config/projectConfig.ts';
import { open } from '../inMemory.ts';
import { asking, FILES, smallProject, TODAY } from './project.ts';

const project = smallProject();

/** Kinds whose number a person has to give. */
const NAMED: Readonly<Record<string, string>> = { assessment: 'KH-2026-Q2', obligations: 'obligations-tender' };

function draft(kind: string, more: Partial<Request> = {}): Draft {
  const given = new Map(
    more.given ??
      (kind === 'journal' ? [['of', 'service-order']] : NAMED[kind] === undefined ? [] : [['id', NAMED[kind]]]),
  );
  const drafted = draftOf(project, asking(project, kind, { ...more, given }));
  if ('refused' in drafted) throw new Error(drafted.refused.zh);
  return drafted;
}

/** Says of the contract that its plan is late, whoever wrote it. */
const OF_THE_CONTRACT = 'emergency-plan/approved';

/** What a check says of the fresh file. */
function errorsIn({ file: { path, after } }: Draft): readonly string[] {
  const findings = open({ ...FILES, [path]: after }, `${TODAY}T09:30:00+08:00`)
    .analysis()
    .findings({ path: path as never, scope: 'project', beyondBaseline: false });
  return findings
    .filter(({ severity, rule }) => severity === 'error' && rule !== OF_THE_CONTRACT)
    .map(({ rule, message }) => `${rule} ${message.zh}`);
}

describe('a fresh document earns errors for nothing but what is still to be typed', () => {
  test.each([...builtInCatalogue.kinds.keys()].filter(kind => kind !== 'ledger' && kind !== 'report'))('%s', kind => {
    const fresh = draft(kind);
    const errors = errorsIn(fresh);
    expect(
      errors.length,
      `${errors.join('\n')}\nto type: ${fresh.toType.map(({ zh }) => zh).join('、')}\n${fresh.file.after}`,
    ).toBeLessThanOrEqual(fresh.toType.length);
    for (const { zh } of fresh.toType) if (kind === 'ticket') expect(errors.join('\n')).toContain(zh);
  });
});

describe('typed values', () => {
  test('a ticket is registered with six', () => {
    expect(draft('ticket').toType.map(({ zh }) => zh)).toEqual([
      '标题',
      '类别',
      '级别',
      '受理渠道',
      '单位',
      '问题描述',
    ]);
  });

  test('a change approval that follows from a ticket begins with two', () => {
    const fresh = draft('change-approval', { from: project.find('WX-2026-0003')?.entry });
    expect(fresh.toType.map(({ zh }) => zh)).toEqual(['变更类型', '风险等级']);
    expect(fresh.file.after).toContain('## 修改原因\n\n![[WX-2026-0003#问题原因分析]]');
    expect(fresh.file.after).toContain('## 修改内容\n\n![[WX-2026-0003#解决方案说明]]');
    expect(fresh.file.after).toContain('links: { ticket: [WX-2026-0003] }');
    expect(fresh.file.after).toContain('reason_type: defect');
    expect(fresh.file.after).toContain('module: cert');
    expect(fresh.file.after).toContain('# 证照编号重复');
  });
});

test('numbers go on from the highest taken, here or on another branch', () => {
  expect(draft('ticket').id).toBe('WX-2026-0004');
  expect(draft('ticket', { takenElsewhere: new Set(['WX-2026-0011', 'WX-2025-0900']) }).id).toBe('WX-2026-0012');
  expect(draft('staff').id).toBe('RY-003');
  expect(draft('inspection')).toMatchObject({
    id: 'XJ-2026-W21',
    file: { path: 'records/inspection/2026/XJ-2026-W21.md' },
  });
  expect(draft('srs').id).toBe('ZZGL-SRS');
  expect(draft('journal').file.path).toBe('records/service-order/2026/FW-2026-05.md');
});

test('an inspection begins with the volumes and tablespaces of docket.yml', () => {
  const { after: text } = draft('inspection').file;
  expect(text).toContain('| app01 | /data |');
  expect(text).toContain('| db01 | TS_DATA |');
  expect(text).toContain('# 2026年第21周巡检记录');
});

test('a technical document has the sections of its standard', () => {
  const { after: text } = draft('srs').file;
  expect(text).toContain('template_profile: gb8567-2006');
  expect(text).toContain('## 引用文件');
});

test('an identifier that is taken, or that nobody can know, is refused with the way out', () => {
  const taken = draftOf(project, asking(project, 'ticket', { given: new Map([['id', 'WX-2026-0003']]) }));
  expect(taken).toMatchObject({
    refused: { zh: expect.stringContaining('已经存在：records/ticket/2026/WX-2026-0003.md') },
  });
  const assessment = draftOf(project, asking(project, 'assessment'));
  expect(assessment).toMatchObject({ refused: { zh: expect.stringContaining('--set id=') } });
  const ledger = draftOf(project, asking(project, 'ledger'));
  expect(ledger).toMatchObject({ refused: { zh: expect.stringContaining('docket ledger --period') } });
});

test('values are read by key, label or alias, and a wrong choice lists the right ones', () => {
  const kind = asking(project, 'ticket').kind;
  const read = givenValues(
    kind,
    ['紧急程度=紧急', 'reporter.org=西渡市=XX局', '提出人.地区=西渡', '受理时间=2026-05-20 9:42'],
    project.config,
  );
  expect('values' in read && Object.fromEntries(read.values)).toEqual({
    severity: 'P2',
    'reporter.org': '西渡市=XX局',
    'reporter.region': '西渡',
    reported_at: '2026-05-20T09:42:00+08:00',
  });
  expect(givenValues(kind, ['severity=P9'], project.config)).toMatchObject({
    refused: { zh: expect.stringContaining('P1 特别紧急') },
  });
  expect(givenValues(kind, ['severty=P1'], project.config)).toMatchObject({
    refused: { zh: expect.stringContaining('severity') },
  });
});

test('a section is typed by its name; rows of a table are not', () => {
  const { kind } = asking(project, 'change-approval');
  const read = givenValues(kind, ['risk=low', '影响范围与风险=停机十分钟', '实施步骤=1. 备份'], project.config);
  expect('values' in read && [Object.fromEntries(read.values), Object.fromEntries(read.sections)]).toEqual([
    { risk: 'low' },
    { risk: '停机十分钟', steps: '1. 备份' },
  ]);
  expect(givenValues(kind, ['审批=何科长'], project.config)).toMatchObject({
    refused: { zh: '“审批”是多行登记，请直接写在文件中（approvals）。' },
  });
  const fresh = draft('ticket', { told: new Map([['description', '打印结果为空白页。']]) });
  expect(fresh.file.after).toContain('## 问题描述\n\n打印结果为空白页。\n');
  expect(fresh.toType.map(({ zh }) => zh)).not.toContain('问题描述');
});

test('the author is who git says, by e-mail in any case, else by name', () => {
  expect(staffOf(project, { name: '', email: 'Qian@example.invalid' })).toBe('RY-002');
  expect(staffOf(project, { name: '钱二', email: 'other@example.invalid' })).toBe('RY-002');
  expect(staffOf(project, { name: 'somebody', email: '' })).toBeUndefined();
});

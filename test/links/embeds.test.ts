/** What embeds show, and what stays of that when their document is signed. */
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { isAsFrozen, quotationOf } from '../../engine/documents/frozen.ts';
import { parsedDocument } from '../../engine/documents/parse.ts';
import { fixFindings } from '../../engine/features/fixing.ts';
import { embeddedText } from '../../engine/links/embeds/embedded.ts';
import { modelled } from '../../engine/model/read/modelled.ts';
import type { Session } from '../../engine/session/session.ts';
import { open, type Texts } from '../inMemory.ts';

const TICKET = 'records/ticket/2026/WX-2026-0001.md';
const CHANGE = 'records/change-approval/2026/BG-2026-0001.md';
const DEPLOYMENT = 'records/deployment/2026/BS-2026-001.md';

const CAUSE = '取号时没有行锁。\n\n### 复现\n\n| 步骤 | 结果 |\n|---|---|\n| 1 | WX-2026-0009 重号 |';

const FILES: Texts = {
  [TICKET]: `---\nstatus: closed\n---\n# 编号重复\n\n## 问题描述\n\n【写明谁】\n\n## 二、原因分析\n\n${CAUSE}\n\n<!-- 内部说明 -->\n\n## 解决方案\n\n加行锁。\n`,
  [CHANGE]:
    '---\nstatus: draft\n---\n# 修复\n\n## 修改原因\n\n据 ![[WX-2026-0001#问题原因分析]]\n\n## 修改内容\n\n![[WX-2026-0001#解决方案说明]]\n',
  'docs/ZZGL-SRS.md':
    '---\ntype: srs\nid: ZZGL-SRS\n---\n# 需求\n\n### REQ-REV-001 预警\n\n到期前提醒。\n\n### REQ-REV-002 统计\n\n按月统计。\n',
  'docs/srs/3.md': '---\npart_of: ZZGL-SRS\norder: 3\n---\n# 接口\n\n## 外部接口\n\n省平台推送。\n',
  'docs/ZZGL-TR.md':
    '---\ntype: test-report\nid: CS-2026-001\n---\n# 测试\n\n| 用例 | 步骤 | 结果 |\n|---|---|---|\n| TC-REV-001 | 改期限 | 通过 |\n| TC-REV-002 | 查询 | 失败 |\n',
  'records/service-order/2026/FW-2026-05.md':
    '---\ntype: journal\nof: service-order\n---\n# 登记簿\n\n| 编号 | 服务内容 |\n|---|---|\n| FW-2026-0001 | 重置口令 |\n',
};

describe('an embed shows', () => {
  const { get } = open(FILES).cache;
  test.each([
    ['a section by the name its kind gives it', { target: 'WX-2026-0001', section: '问题原因分析' }, CAUSE],
    ['a section by its heading', { target: 'WX-2026-0001', section: '复现' }, CAUSE.slice(CAUSE.indexOf('|'))],
    ['nothing where only a hint stands', { target: 'WX-2026-0001', section: '问题描述' }, ''],
    ['what is embedded there', { target: 'BG-2026-0001', section: '修改内容' }, '加行锁。'],
    ['a requirement', { target: 'REQ-REV-001' }, '到期前提醒。'],
    ['a section of a chapter', { target: 'ZZGL-SRS', section: '外部接口' }, '省平台推送。'],
    [
      'a row with the head of its table',
      { target: 'TC-REV-002' },
      '| 用例 | 步骤 | 结果 |\n|---|---|---|\n| TC-REV-002 | 查询 | 失败 |',
    ],
    ['a cell of a journal', { target: 'FW-2026-0001', section: '服务内容' }, '重置口令'],
    ['nothing of what is not there', { target: 'WX-2026-0001', section: '附件' }, undefined],
    ['nothing of a record that is not there', { target: 'WX-2026-0002' }, undefined],
  ])('%s', (_, embed, text) => {
    expect(embeddedText(get, embed)).toBe(text);
  });

  test('itself as written where it leads round', () => {
    const round = open({
      [TICKET]: '---\nstatus: closed\n---\n# 一\n\n## 问题描述\n\n甲 ![[BG-2026-0001#修改原因]]\n',
      [CHANGE]: '---\nstatus: draft\n---\n# 二\n\n## 修改原因\n\n乙 ![[WX-2026-0001#问题描述]]\n',
    });
    expect(embeddedText(round.cache.get, { target: 'WX-2026-0001', section: '问题描述' })).toBe(
      '甲 乙 ![[WX-2026-0001#问题描述]]',
    );
  });
});

function mended(session: Session): string {
  const all = session.analysis();
  const findings = () =>
    all.findings({ scope: 'project', beyondBaseline: false }).filter(({ rule }) => rule === 'ref/embed-frozen');
  fixFindings({ get: session.cache.get, findings, apply: session.apply.bind(session) }, ({ fixes }) =>
    fixes.find(({ safe }) => safe),
  );
  expect(findings()).toEqual([]);
  return all.project().text(CHANGE) ?? '';
}

function write(session: Session, path: string, text: string): void {
  session.apply([{ path: asPath(path), content: { state: 'text', text } }]);
}

describe('a signed document', () => {
  const draft = FILES[CHANGE] as string;
  const session = open({ ...FILES, [CHANGE]: draft.replace('draft', 'approved') });
  const signed = mended(session);

  test('keeps what it embeds behind each embed', () => {
    expect(signed).toContain(`![[WX-2026-0001#问题原因分析]]\n\n${quotationOf(CAUSE)}\n\n## 修改内容`);
    expect(signed.endsWith(`![[WX-2026-0001#解决方案说明]]\n\n${quotationOf('加行锁。')}\n`)).toBe(true);
  });

  test('says nothing of its own in a quotation', () => {
    const { sections, tables, mentions } = session.cache.get(parsedDocument, CHANGE);
    expect(sections.map(({ title }) => title)).toEqual(['修复', '修改原因', '修改内容']);
    expect(tables).toEqual([]);
    expect(mentions.map(({ target }) => target)).toEqual(['WX-2026-0001', 'WX-2026-0001']);
    expect(mentions.map(({ frozen }) => frozen && isAsFrozen(frozen))).toEqual([true, true]);
  });

  test('stays as it is when its source moves on, and so does what embeds it', () => {
    write(session, TICKET, (FILES[TICKET] as string).replace('加行锁', '改用序列'));
    write(session, DEPLOYMENT, '---\nstatus: planned\n---\n# 部署\n\n## 部署说明\n\n![[BG-2026-0001#修改内容]]\n');
    expect(mended(session)).toBe(signed);
    expect(embeddedText(session.cache.get, { target: 'BG-2026-0001', section: '修改内容' })).toBe('加行锁。');
  });

  test('follows its source again when it is reopened', () => {
    write(session, CHANGE, signed.replace('approved', 'submitted'));
    expect(mended(session)).toBe(draft.replace('draft', 'submitted'));
  });
});

test('embeds of one block are frozen in their order, in the line ends of the file', () => {
  const two =
    '---\nstatus: approved\n---\n# 修复\n\n## 修改原因\n\n- ![[WX-2026-0001#解决方案]]\n- ![[REQ-REV-001]]\n## 修改内容\n\n无。\n';
  const session = open({ ...FILES, [CHANGE]: two.replaceAll('\n', '\r\n') });
  const text = mended(session);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  const { mentions } = session.cache.get(parsedDocument, CHANGE);
  expect(mentions.map(({ target, frozen }) => [target, frozen?.text])).toEqual([
    ['WX-2026-0001', '加行锁。'],
    ['REQ-REV-001', '到期前提醒。'],
  ]);
});

test.each([
  ['a word', '加行锁', '不加行锁', 'edited'],
  ['a blank at the end of a line', '> 加行锁。', '> 加行锁。  ', 'whole'],
  ['a line below', '> 加行锁。', '> 加行锁。\n还有。', 'edited'],
])('a quotation in which somebody has changed %s is %s', (_, from, to, frozen) => {
  const text = `---\nstatus: approved\n---\n# 修复\n\n![[WX-2026-0001#解决方案]]\n\n${quotationOf('加行锁。')}\n`;
  const { links } = open({ ...FILES, [CHANGE]: text.replace(from, to) }).cache.get(modelled, CHANGE);
  expect(links.map(link => link.frozen)).toEqual([frozen]);
});

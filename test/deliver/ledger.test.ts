/** Ledgers: what a sheet lists, and that the same records give the same text whenever it is written. */
import { describe, expect, test } from 'vitest';
import { actionOf } from '../../engine/base/plan.ts';
import { ledgerFile as plannedLedger } from '../../deliver/ledger/ledgerFile.ts';
import { ledgerOf } from '../../engine/measure/ledger/ledger.ts';
import { cutoffOf } from '../../engine/measure/time/moment.ts';
import { parsePeriod } from '../../engine/measure/time/period.ts';
import { splitHead } from '../../engine/writing/frontmatter.ts';
import { open } from '../inMemory.ts';

function ledgerFile(...given: Parameters<typeof plannedLedger>) {
  const file = plannedLedger(...given);
  if ('unwritten' in file) throw new Error(file.unwritten.en);
  return file;
}

const OFFSET = 480;
const WX = 'records/ticket/2026/WX-2026-0001.md';
const period = parsePeriod('2026-05');
if (period === undefined) throw new Error('2026-05');
const cutoff = cutoffOf(undefined, period, OFFSET);
const CONFIG = 'project: { period: { from: 2026-01-01, to: 2026-12-31 } }\n';

function ticket(lines: string): string {
  return `---\nkind: fault\nseverity: P3\nchannel: phone\nreported_at: "2026-05-20T09:00:00+08:00"\n${lines}---\n# 登录失败|首页\n\n## 解决方案说明\n\n重启会话服务。随后加了监控。\n`;
}

const project = (files: Record<string, string>) =>
  open({ 'docket.yml': CONFIG, [WX]: ticket(openInMay), ...files })
    .analysis()
    .project();

function sheets(files: Record<string, string>) {
  const { get } = open({ 'docket.yml': CONFIG, ...files }).cache;
  return new Map(ledgerOf(get, period as NonNullable<typeof period>, cutoff).sheets.map(sheet => [sheet.key, sheet]));
}

const solvedInJune =
  'status: closed\nresponded_at: "2026-05-20T09:10:00+08:00"\nresolved_at: "2026-06-02T10:00:00+08:00"\nfeedback_at: "2026-06-02T11:00:00+08:00"\nsatisfaction: 5\ncause_category: configuration\n';
const openInMay = 'status: processing\nresponded_at: "2026-05-20T09:10:00+08:00"\n';

describe('the sheet of tickets', () => {
  test('says nothing of what came after the cut-off', () => {
    const [row = []] = sheets({ [WX]: ticket(solvedInJune) }).get('tickets')?.rows ?? [];
    expect(row).toContain('处理中');
    expect(row.join()).not.toMatch(/2026-06|配置问题|重启/);
  });

  test('is the same before and after the ticket was solved', () => {
    expect(sheets({ [WX]: ticket(solvedInJune) }).get('tickets')).toEqual(
      sheets({ [WX]: ticket(openInMay) }).get('tickets'),
    );
  });

  test('gives the first sentence of the solution of a solved ticket', () => {
    const [row = []] =
      sheets({ [WX]: ticket(solvedInJune.replaceAll('2026-06-02', '2026-05-21')) }).get('tickets')?.rows ?? [];
    expect(row).toContain('重启会话服务。');
    expect(row).toContain('已关闭');
  });

  test('carries a ticket over into the months it stays open', () => {
    const april = ticket(openInMay).replace('2026-05-20T09:00', '2026-04-20T09:00');
    expect(sheets({ [WX]: april }).get('tickets')?.rows).toHaveLength(1);
    const solvedInApril = april.replace(
      'status: processing',
      'status: closed\nresolved_at: "2026-04-21T09:00:00+08:00"',
    );
    expect(sheets({ [WX]: solvedInApril }).get('tickets')?.rows).toHaveLength(0);
  });
});

describe('links', () => {
  const change = (created: string, links: string) => `---\nstatus: draft\ncreated: ${created}\n${links}---\n# 修复\n`;
  const BG = 'records/change-approval/2026/BG-2026-0001.md';

  test('count from whichever end they are written', () => {
    const [row = []] =
      sheets({ [WX]: ticket(openInMay), [BG]: change('2026-05-25', 'links: { ticket: [WX-2026-0001] }\n') }).get(
        'tickets',
      )?.rows ?? [];
    expect(row).toContain('BG-2026-0001');
  });

  test('to records of a later day are not there yet', () => {
    const linked = ticket(`${openInMay}links: { change: [BG-2026-0001] }\n`);
    const [row = []] = sheets({ [WX]: linked, [BG]: change('2026-06-03', '') }).get('tickets')?.rows ?? [];
    expect(row).not.toContain('BG-2026-0001');
  });
});

describe('the file', () => {
  test('written again is the same', () => {
    const first = ledgerFile(project({}), period, cutoff, '2026-06-05');
    expect(actionOf(first)).toBe('create');
    expect(ledgerFile(project({ [first.path]: first.after }), period, cutoff, '2026-07-01')).toMatchObject({
      before: first.after,
      after: first.after,
    });
  });

  test('keeps what people wrote in the frontmatter', () => {
    const { path, after: text } = ledgerFile(project({}), period, cutoff, '2026-06-05');
    const submitted = text
      .replace('status: generated', 'status: submitted\nsubmitted_at: "2026-06-05T09:00:00+08:00" # 罗工收')
      .replace('登录失败', '改过');
    const again = ledgerFile(project({ [path]: submitted }), period, cutoff, '2026-07-01').after;
    expect(again).toContain('submitted_at: "2026-06-05T09:00:00+08:00" # 罗工收');
    expect(again).toContain('登录失败\\|首页');
  });

  test('a ledger just written is no finding', () => {
    const { path, after: text } = ledgerFile(project({}), period, cutoff, '2026-06-05');
    const found = open({ 'docket.yml': CONFIG, [WX]: ticket(openInMay), [path]: text })
      .analysis()
      .findings({ path, scope: 'project', beyondBaseline: false });
    expect(found.filter(({ rule }) => rule === 'ledger/in-sync')).toEqual([]);
  });
});

describe('a ledger whose frontmatter a person changed', () => {
  const { head, body } = splitHead(ledgerFile(project({}), period, cutoff, '2026-06-05').after);
  const path = 'ledgers/TZ-2026-05.md';
  const again = (text: string) => plannedLedger(project({ [path]: text }), period, cutoff, '2026-07-01');

  test.each<[string, string]>([
    ['the Chinese name of a key', head.replace('period:', '期间:')],
    [
      'single quotes, comments between keys, a quoted key',
      head.replace('period: "2026-05"', `# 期间\n"period": '2026-05' # 月\n\n# 截止`),
    ],
    ['another order', head.replace('type: ledger\n', '').replace('status:', 'type: ledger\nstatus:')],
  ])('keeps %s', (_what, changed) => {
    expect(changed).not.toBe(head);
    expect(again(changed + body)).toMatchObject({ before: changed + body, after: changed + body });
  });
  test('keeps the line ends of Windows', () => {
    const text = (head + body).replaceAll('\n', '\r\n');
    expect(again(text)).toMatchObject({ before: text, after: text });
  });
  test('is left alone where a key is written in two languages, or where it cannot be read', () => {
    expect(again(head.replace('period:', '期间: "2026-05"\nperiod:') + body)).toHaveProperty('unwritten');
    expect(again(head.replace('period:', 'title: [\nperiod:') + body)).toHaveProperty('unwritten');
  });
});

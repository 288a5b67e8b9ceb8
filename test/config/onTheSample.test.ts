/** Words of docket.yml that are not understood, in the sample contract: one finding at the word, nothing that follows from it, and no duty is off. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import type { Session } from '../../engine/session/session.ts';
import { open } from '../inMemory.ts';

const DOCKET = path.resolve(import.meta.dirname, '../../cli/docket.ts');
const folder = mkdtempSync(path.join(tmpdir(), 'config-'));
let files: Record<string, Uint8Array | string> = {};
let config = '';
let sample: Session;
let before: readonly string[] = [];

/** Of the sample with another docket.yml: the documents are read once for all of them. */
function told(text: string): readonly string[] {
  sample.apply([{ path: asPath('docket.yml'), content: { state: 'text', text } }]);
  return findingsOf(sample);
}

function findingsOf(session: Session): readonly string[] {
  const all = session.analysis().findings({ scope: 'project', beyondBaseline: false });
  return all.map(({ rule, at, message, severity }) => `${at.path} ${rule} ${severity} ${message.zh}`);
}

beforeAll(() => {
  const root = path.join(folder, 'zzgl');
  spawnSync(process.execPath, [DOCKET, 'sample', 'zzgl', root]);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => !name.startsWith('.git'));
  const texts = names.filter(name => statSync(path.join(root, name)).isFile());
  files = Object.fromEntries(texts.map(name => [name.replaceAll('\\', '/'), readFileSync(path.join(root, name))]));
  config = readFileSync(path.join(root, 'docket.yml'), 'utf8');
  sample = open(files);
  before = findingsOf(sample);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const P3 = 'P3: { response: 60m, resolve: 3 workdays, clock: work }';
const PERIOD = 'period: { from: 2025-10-01, to: 2026-09-30 }';

describe('nothing else is said', () => {
  test.each<[name: string, from: string, to: string, said: string]>([
    [
      'a duty with a longer name',
      'onsite_min: {',
      'onsite_minimum: {',
      '没有“onsite_minimum”这个设置。是否指 onsite_min？',
    ],
    ['a plural', '  inspection: { weekly: true', '  inspections: { weekly: true', '是否指 inspection？'],
    [
      'a key of another duty',
      'assessment: { quarterly: true,',
      'assessment: { quarterly: true, staff: true,',
      '没有“staff”这个设置。此处可写：monthly、quarterly',
    ],
    ['a limit in words', P3, P3.replace('60m', '一小时'), '“响应”写作“一小时”，应为时限，如 15m'],
    ['a slip in the key of a limit', P3, P3.replace('response', 'respons'), '是否指 response？'],
    ['a level in small letters', 'P2: { response', 'p2: { response', '“p2”按 P2 读取，请写作 P2。'],
    ['a level that does not exist', P3, P3.replace('P3', 'P9'), '没有“P9”这个设置。此处可写：P1、P2、P3、P4。'],
    ['a clock', 'clock: natural, report: 24h', 'clock: natrual, report: 24h', '是否指 natural？'],
    ['a threshold', 'usage: { warn: 80', 'usage: { warm: 80', '是否指 warn？'],
    ['a threshold in words', 'usage: { warn: 80', 'usage: { warn: 八十', '“预警值”写作“八十”'],
    ['a due date', 'lld: commit, default', 'lld: commmit, default', '改正之前按 commit 处理。'],
    ['a country', 'holidays: cn', 'holidays: zz', '应为以下之一：cn（中国）、none（没有）。'],
    ['a permission', 'may: [approve-change,', 'may: [aprove-change,', '是否指 approve-change？'],
    ['a permission of nothing', 'may: [approve-change,', 'may: [do-it-all,', '“权限”写作“do-it-all”'],
    ['a dialect', 'dialect: oracle', 'dialect: oracel', '是否指 oracle？'],
    ['remotes', '  remotes: [', '  remots: [', '是否指 remotes？'],
    ['a duty that is a word', 'nda: everybody', 'nda: evrybody', '改正之前按 everybody 处理。'],
    [
      'a day that does not exist',
      '  days: []',
      '  days: [ { date: 2026-13-45, work: true } ]',
      '“日期”写作“2026-13-45”，应为存在的日期',
    ],
    ['a number of people in words', 'onsite_min: { value: 9', 'onsite_min: { value: 九', '“人数”写作“九”'],
    ['an own day in the year 1', '  days: []', '  days: [ { date: 0001-01-01, work: true } ]', '写作“0001-01-01”'],
  ])('%s', (_name, from, to, said) => {
    expect(config).toContain(from);
    expect(before.some(line => line.includes('inspection/threshold-exceeded'))).toBe(true);
    const after = told(config.replace(from, to));
    const more = after.filter(line => !before.includes(line));
    expect(more).toHaveLength(1);
    expect(more[0]).toMatch(/^docket\.yml config\/readable/);
    expect(more[0]).toContain(said);
    // Only what is measured by a number that cannot be read waits: figures, and tickets of a level without terms.
    const gone = before.filter(line => !after.includes(line));
    expect(
      gone.filter(line => !/ (?:ticket\/resolve-sla|kpi\/target-missed|report\/kpi-match|ledger\/in-sync) /.test(line)),
    ).toEqual([]);
  });
});

describe('a service period that is none', () => {
  test.each<[from: string, to: string, said: RegExp]>([
    ['2025年10月1日', '2026-09-30', /应为存在的日期，写作年-月-日.*是否指 2025-10-01？/],
    ['2025-1O-01', '2026-09-30', /是否指 2025-10-01？/],
    ['2025/10/01', '2026-09-30', /是否指 2025-10-01？/],
    ['2025-10-1', '2026-09-30', /是否指 2025-10-01？/],
    ['2025-10-01', '2026-06-31', /“止”写作“2026-06-31”/],
    ['2025-10-01', '9999-12-31', /“止”写作“9999-12-31”/],
    ['0001-01-01', '2026-09-30', /“起”写作“0001-01-01”/],
    ['2026-10-01', '2025-09-30', /起始日期 2026-10-01 晚于截止日期 2025-09-30/],
    ['1990-01-01', '2190-01-01', /超过 30 年/],
    ['去年', '2026-09-30', /“起”写作“去年”/],
  ])('%s to %s', (from, to, said) => {
    const more = told(config.replace(PERIOD, `period: { from: ${from}, to: ${to} }`)).filter(
      line => !before.includes(line),
    );
    expect(more).toHaveLength(1);
    expect(more[0]).toMatch(said);
  });
});

test('docket.yml that is no YAML, and there was none before: that alone is said', () => {
  expect(findingsOf(open({ ...files, 'docket.yml': 'docket: 1\n  bad: [\n' }))).toEqual([
    expect.stringMatching(/^docket\.yml config\/readable error .*没有可用的配置，其他内容未检查/),
  ]);
});

test('the last one that could be read stays in force while it is edited', () => {
  const session = open({ ...files, 'docket.yml': config });
  session.apply([{ path: 'docket.yml' as never, content: { state: 'text', text: 'docket: 1\n  bad: [\n' } }]);
  const messages = session.analysis().findings({ scope: 'project', beyondBaseline: false });
  expect(messages.find(({ rule }) => rule === 'config/readable')?.message.zh).toContain('仍按上一份能读的配置检查');
  expect(messages.length).toBeGreaterThan(1);
});

/** How people write terms, numbers and answers, and files of docket.yml in other encodings. */
import { describe, expect, test } from 'vitest';
import { forms, type FormName } from '../../engine/model/config/settingForms.ts';
import { parsePeriod, periodsIn } from '../../engine/measure/time/period.ts';
import { addWorkdays, buildCalendar, workdaysIn } from '../../engine/measure/time/calendar.ts';
import { eachDay } from '../../engine/measure/time/date.ts';
import { open, type Texts } from '../inMemory.ts';

test.each<[FormName, string, unknown]>([
  ['duration', '15m', { minutes: 15 }],
  ['duration', '4h', { minutes: 240 }],
  ['duration', '1小时', { minutes: 60 }],
  ['duration', '3个工作日', { workdays: 3 }],
  ['duration', '3 workdays', { workdays: 3 }],
  ['duration', '240', { minutes: 240 }],
  ['duration', '一小时', undefined],
  ['duration', '3 days', undefined],
  ['duration', '-1h', undefined],
  ['workdays', '5个工作日', 5],
  ['workdays', '5 days', undefined],
  ['workdays', '99999 workdays', undefined],
  ['days', '3天', 3],
  ['hours', '24小时', 24],
  ['months', '12个月', 12],
  ['months', '12', undefined],
  ['percent', '80%', 80],
  ['percent', '九成', undefined],
  ['percent', '0.8', undefined],
  ['percent', '0.5%', 0.5],
  ['host', 'Git.Example.cn', 'git.example.cn'],
  ['host', 'ssh://git@10.1.2.3:22/a', '10.1.2.3'],
  ['host', 'git@git.example.cn:a/b.git', 'git.example.cn'],
  ['host', '[object Object]', undefined],
  ['offset', '+08:00', '+08:00'],
  ['offset', '+8', undefined],
  ['offset', '+25:00', undefined],
  ['shift', '08:30-12:00', ['08:30', '12:00']],
  ['shift', '12:00-08:30', undefined],
])('%s: %s', (form, text, value) => {
  expect(forms[form].read(text)).toEqual(value);
});

function said(config: string | Uint8Array, more: Texts = {}): readonly string[] {
  const all = open({ ...more, 'docket.yml': config })
    .analysis()
    .findings({ scope: 'project', beyondBaseline: false });
  return all.filter(({ rule }) => rule === 'config/readable').map(({ message }) => message.zh);
}

describe('what is certain is read', () => {
  test.each([
    'duties: { onsite_min: { value: "9", source: contract } }\n',
    'duties: { onsite_min: 9 }\n',
    'thresholds: { usage: { warn: 80%, critical: "90" } }\n',
    'duties: { inspection: { weekly: 是, holiday: no } }\n',
    'calendar: { hours: 08:30-17:30 }\n',
    'calendar: { hours: [["08:30", "12:00"]] }\n',
    'sla: { feedback: 1小时, levels: { 紧急: { 响应: 30分钟, 解决: 8小时, 计时: 工作时间 } } }\n',
    'systems:\n  - { code: A, name: 甲, modules: [a, { code: b, name: 乙 }, { c: 丙 }] }\n',
    'git: { remotes: git.example.cn }\n',
    'duties: { assessment: false, report: { monthly: false } }\n',
    'duties:\nkpi:\n',
    'x-own: { any: thing }\nproject: { x-note: 自用 }\n',
  ])('%s', config => {
    expect(said(config)).toEqual([]);
    expect(said(config.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(said(`\uFEFF${config}`)).toEqual([]);
    expect(said(new Uint8Array(Buffer.from(`\uFEFF${config}`, 'utf16le')))).toEqual([]);
  });
});

describe('what is not is told once', () => {
  test.each([
    ['duties: 是\n', /“定期义务”写作“是”，应为 \{ inspection: …, report: … \} 的形式/],
    ['duties: [a]\n', /“定期义务”写作/],
    ['project: { name: 一, 项目名称: 二 }\n', /“项目名称”写了两次/],
    ['kpi: { response_rate: 九成 }\n', /“目标”写作“九成”/],
    [
      'signing_keys:\n  - { person: A-9, key: "SHA256:0123456789012345678901234567890123456789012" }\n',
      /没有登记“A-9”/,
    ],
    ['owes: { due: { lldd: commit } }\n', /没有“lldd”这种文档。是否指 lld？/],
    ['extends: docket:strickt\n', /是否指 docket:strict？/],
    [
      'systems:\n  - { code: A, name: 甲, modules: [a], servers: [{ name: s, from: 2026-05-02, to: 2026-05-01 }] }\n',
      /起始日期 2026-05-02 晚于/,
    ],
  ])('%s', (config, message) => {
    expect(said(config)).toEqual([expect.stringMatching(message)]);
  });

  test('a kind that the project adds is known', () => {
    const kinds = { 'docket/kinds/visit.yml': 'kind: visit\nlabel: { zh: 回访, en: Visit }\n' };
    expect(said('owes: { due: { visit: release }, default: [visit] }\n', kinds)).toEqual([]);
    expect(said('owes: { due: { visit: release } }\n')).not.toEqual([]);
  });
});

describe('no loop over days is without an end', () => {
  test.each([
    ['2025年10月1日', '2026-09-30'],
    ['2025-1O-01', '2026-09-30'],
    ['2025-10-01', '2026-13-45'],
  ])('%s to %s', (from, to) => {
    expect(periodsIn('week', from, to)).toEqual([]);
    expect([...eachDay(from, to)]).toEqual([]);
  });

  test('the year 9999 ends', () => {
    expect(periodsIn('month', '9999-11-01', '9999-12-31')).toHaveLength(2);
    expect(periodsIn('week', '9999-12-25', '9999-12-31').length).toBeLessThan(4);
    expect([...eachDay('9999-12-30', '9999-12-31')]).toHaveLength(2);
    expect(parsePeriod('0001-01-01..9999-12-31')).toBeUndefined();
  });

  test('a term from a day that is none is that day; far days are counted by weeks', () => {
    const calendar = buildCalendar();
    expect(addWorkdays(calendar, '去年', 5)).toBe('去年');
    const years = ['2000', '2001', '2002', '2003', '2004', '2005', '2006', '2007', '2008', '2009', '2010', '2011'];
    const each = years.reduce((sum, year) => sum + workdaysIn(calendar, `${year}-01-01`, `${year}-12-31`), 0);
    expect(workdaysIn(calendar, '2000-01-01', '2011-12-31')).toBe(each);
  });
});

/** What people write into docket.yml without having read how: it is understood, or told once at its place, and nothing follows from it. */
import { describe, expect, test } from 'vitest';
import { open } from '../inMemory.ts';

interface Said {
  readonly words: string;
  readonly at: string;
}

/** Rules that ask for settings which these short texts leave out. */
const ASKED = new Set(['config/service-period', 'config/systems-declared', 'config/threshold-origin']);

function said(text: string): readonly Said[] {
  const all = open({ 'docket.yml': text }, '2026-06-15')
    .analysis()
    .findings({ scope: 'project', beyondBaseline: false });
  const lines = text.split('\n');
  return all
    .filter(({ rule }) => !ASKED.has(rule))
    .map(({ rule, message, at: { range } }) => ({
      words: `${rule} ${message.zh}`,
      at: (lines[range.start.line] ?? '').slice(
        range.start.character,
        range.start.line === range.end.line ? range.end.character : undefined,
      ),
    }));
}

describe('understood', () => {
  test.each([
    'extends: strict\n',
    'extends: Docket:Strict\n',
    'extends: 严格规则\n',
    'language: english\n',
    'docket: "1"\n',
    'calendar: { hours: 9:00-18:00 }\n',
    'calendar: { hours: [9:00-12:00, 13:00-18:00] }\n',
    'systems: { code: A, name: 甲, modules: a }\n',
    'people: { id: A-1, name: 张三, may: approve-change }\n',
    'documents: { include: docs/** }\n',
    'code: { kind: program, include: src/** }\n',
    'rules: { ticket/cause-required: false }\n',
    'owes: { due: { lld: 发布时 } }\n',
    'duties: { policy_ack: 3, signoff: 5个工作日, report: { monthly: 5 } }\n',
    'git: { remotes: ["https://git.example.cn/zzgl.git", "git@git.example.cn:zzgl/server.git"] }\n',
    '{ "docket": 1, "language": "zh" }\n',
    '---\ndocket: 1\n',
  ])('%j', text => {
    expect(said(text)).toEqual([]);
  });
});

describe('told once', () => {
  test.each<[text: string, words: RegExp, at: string]>([
    ['docket： 1\n', /全角冒号“：”要改为半角冒号加空格/, 'docket： 1'],
    ['project：\n  name: 证照\n', /不是合法的 YAML.*全角冒号/, ': 证照'],
    ['project:\n  name：证照\n', /“项目”写作“name：证照”.*全角冒号/, 'name：证照'],
    ['project:\n\tname: 证照\n', /不是合法的 YAML.*缩进/, '\tname: 证照'],
    ['project:\n  name: 证照\n contract: HT\n', /不是合法的 YAML.*缩进/, 'contract: HT'],
    ['docket: １\n', /应为 1。是否指 1？/, '１'],
    ['docket: 2\n', /写作“2”，应为 1。/, '2'],
    ['sla: { levels: { P1: { response: １５m } } }\n', /是否指 15m？/, '１５m'],
    ['sla: { levels: { P1: { response: 半小时 } } }\n', /“响应”写作“半小时”，应为时限/, '半小时'],
    ['sla: { P1: { response: 15m } }\n', /没有“P1”这个设置。此处可写：source、feedback、levels/, 'P1'],
    ['sla: { levels: { P1: 15m } }\n', /应为 \{ response: …, onsite: … \} 的形式/, '15m'],
    ['duties: 是\n', /“定期义务”写作“是”/, '是'],
    ['duties: { assessment: quarterly }\n', /“考核”写作“quarterly”/, 'quarterly'],
    ['duties: { report: { monthly: true } }\n', /“月报”写作“true”.*按 due: 5 处理/, 'true'],
    ['duties: { onsite_min: 9人 }\n', /“人数”写作“9人”/, '9人'],
    ['duties: { emergency_plan: 每年 }\n', /“评审周期”写作“每年”.*按 12 处理/, '每年'],
    ['git: { emergency: { written_within: 一天 } }\n', /“补办时限”写作“一天”.*按 24 处理/, '一天'],
    [
      'git: { release_branchs: [main] }\n',
      /没有“release_branchs”这个设置。是否指 release_branches？/,
      'release_branchs',
    ],
    ['people: [张三]\n', /“甲方人员”写作“张三”/, '张三'],
    ['code: [src/**]\n', /“代码”写作“src/, 'src/**'],
    ['code: { program: src/** }\n', /没有“program”这个设置/, 'program'],
    ['documents: docs/**\n', /“文档”写作“docs/, 'docs/**'],
    ['systems: [{ code: A, name: 甲, modules: { a: 甲, b: 乙 } }]\n', /“模块”写作/, '{ a: 甲, b: 乙 }'],
    ['systems:\n  A: { name: 甲, modules: [a] }\n', /没有“A”这个设置/, 'A'],
    ['calendar: { holidays: cn }\ncalendar: { holidays: none }\n', /“calendar”写了两次/, 'calendar'],
    ['calendar: { hours: ["9：00-18：00"] }\n', /是否指 9:00-18:00？/, '9：00-18：00'],
    ['calendar: { offset: UTC+8 }\n', /“时区”写作“UTC\+8”.*按 \+08:00 处理/, 'UTC+8'],
    ['calendar: { days: [2026-06-01] }\n', /“调整”写作“2026-06-01”/, '2026-06-01'],
    ['calendar: { days: { 2026-06-01: 上班 } }\n', /没有“2026-06-01”这个设置/, '2026-06-01'],
    ['project: { period: { from: 20260601, to: 2027-05-31 } }\n', /是否指 2026-06-01？/, '20260601'],
    ['project: { period: 2026Q1 }\n', /“服务期”写作“2026Q1”/, '2026Q1'],
    ['kpi: { source: bid, sla_rate: 0.8 }\n', /“目标”写作“0.8”.*是否指 80%？/, '0.8'],
    ['thresholds: { usage: { warn: 0.8, critical: 90 } }\n', /是否指 80%？改正之前按 80 处理/, '0.8'],
    ['rules: { ticket/cause-required: { level: off } }\n', /写作“\{"level":"off"\}”/, '{ level: off }'],
    ['rules: { ticket/cause: off }\n', /没有规则 ticket\/cause/, 'ticket/cause'],
    ['signing_keys: [{ person: 张三丰, key: "ssh-ed25519 AAAAC3Nz" }]\n', /没有登记“张三丰”/, '张三丰'],
    ['docket: 1\n---\nlanguage: en\n', /另一份 YAML 文档，不起作用/, '---'],
    ['docket 1\nlanguage zh\n', /内容不是“设置项: 值”/, 'docket 1'],
    ['<<<<<<< HEAD\ndocket: 1\n=======\n', /不是合法的 YAML/, ': 1'],
  ])('%j', (text, words, at) => {
    const found = said(text);
    expect(found.map(one => one.words)).toEqual([expect.stringMatching(words)]);
    expect(found[0]?.at).toBe(at);
  });
});

import { describe, expect, test } from 'vitest';
import { settled } from '../../deliver/settle/settled.ts';
import { filesUnder } from '../../engine/model/paths/filesUnder.ts';
import { traceOf } from '../../engine/trace/matrix.ts';
import { compareVersions } from '../../engine/trace/versions.ts';
import { open, type Texts } from '../inMemory.ts';

const document = (type: string, id: string, body: string) =>
  `---\ntype: ${type}\nid: ${id}\nstatus: approved\n---\n# ${id}\n\n${body}`;
const ITEM = '### REQ-REV-012 超期预警规则\n\n- 来源：QR-2026-001\n\n标黄。\n';
const files: Texts = {
  'docs/ZZGL-SRS.md': document(
    'srs',
    'ZZGL-SRS',
    `${ITEM}\n### REQ-REV-013 提醒\n\n- 来源：QR-2026-099\n- 不影响设计：只发短信\n\n发送。\n\n### REQ-REV-014 统计\n\n- 状态：deleted\n`,
  ),
  'docs/ZZGL-HLD.md': document(
    'hld',
    'ZZGL-HLD',
    '### HD-REV-03 提醒子系统\n\n- 满足：REQ-REV-012、REQ-REV-014\n\n### HD-REV-04 旧的\n\n- 满足：REQ-REV-012\n- 状态：deleted\n',
  ),
  'docs/ZZGL-LLD.md': document(
    'lld',
    'ZZGL-LLD',
    '### LD-REV-07 定时任务\n\n- 实现：HD-REV-03\n- 代码：src/**/Overdue*.java、src/main/App.java#run\n',
  ),
  'docs/ZZGL-SUM.md': document('user-manual', 'ZZGL-SUM', '## 5.6 超期预警\n\n- 描述：REQ-REV-012\n\n打开待办。\n'),
  'docs/test/CS-2026-002.md':
    '---\nstatus: approved\n---\n# 测试\n\n## 测试项\n\n| 用例 | 需求条目 | 结果 |\n|---|---|---|\n| TC-REV-012 | REQ-REV-012 | 通过 |\n',
  'records/confirmation/2026/QR-2026-001.md': '---\nstatus: signed\n---\n# 确认单\n',
  'src/main/App.java': 'class App {}\n',
  'src/main/OverdueJob.java': 'class OverdueJob {}\n',
  'src/other/Overdue.txt': '\n',
};

const trace = (id?: string) => traceOf(open(files).analysis().project().get, id);

describe('the matrix', () => {
  test('a requirement is followed through design, units, code, tests and manual', () => {
    const [item] = trace('REQ-REV-012').items;
    expect(item).toEqual({
      id: 'REQ-REV-012',
      kind: 'srs-item',
      title: '超期预警规则',
      path: 'docs/ZZGL-SRS.md',
      line: 8,
      links: [{ relation: 'derives', target: 'QR-2026-001', status: 'ok' }],
      code: [],
      suspects: [],
      coverage: {
        hld: ['HD-REV-03'],
        lld: ['LD-REV-07'],
        code: ['src/main/App.java#run', 'src/main/OverdueJob.java'],
        test: ['TC-REV-012'],
        manual: ['ZZGL-SUM#5.6 超期预警'],
      },
      gaps: [],
    });
  });

  test('links that lead nowhere are broken, links to what was deleted are suspect', () => {
    expect(trace('REQ-REV-013').items[0]?.links).toEqual([
      { relation: 'derives', target: 'QR-2026-099', status: 'broken' },
    ]);
    expect(trace('HD-REV-03').items[0]?.links[1]?.reason).toEqual({
      zh: 'REQ-REV-014 已删除',
      en: 'REQ-REV-014 is deleted',
    });
    expect(trace('HD-REV-03').items[0]?.links.map(({ target, status }) => `${target} ${status}`)).toEqual([
      'REQ-REV-012 ok',
      'REQ-REV-014 suspect',
    ]);
  });

  test('gaps leave out what the item declares, and what is deleted', () => {
    expect(trace('REQ-REV-013').items[0]?.gaps).toEqual(['test', 'manual']);
    expect(trace('REQ-REV-014').items[0]?.gaps).toEqual([]);
  });

  test('everything, by kind and identifier', () => {
    expect(trace().items.map(({ id }) => id)).toEqual([
      'REQ-REV-012',
      'REQ-REV-013',
      'REQ-REV-014',
      'HD-REV-03',
      'HD-REV-04',
      'LD-REV-07',
      'TC-REV-012',
    ]);
  });

  test('a document means its items, a record those that derive from it, an unknown number none', () => {
    expect(trace('ZZGL-LLD').items.map(({ id }) => id)).toEqual(['LD-REV-07']);
    expect(trace('QR-2026-001').items.map(({ id }) => id)).toEqual(['REQ-REV-012']);
    expect(trace('QR-2026-050').items).toEqual([]);
  });
});

describe('code that names items', () => {
  const tagged: Texts = {
    ...files,
    'src/main/App.java': 'class App {\n  /** @implements REQ-REV-013 */\n  void send() {}\n\n  void run() {}\n}\n',
    'src/main/Late.java': '/** @implements LD-REV-07 */\nclass Late {}\n',
    'src/main/OverdueJob.java': '/** @implements LD-REV-07 */\nclass OverdueJob {}\n',
    'src/test/AppTest.java': 'class AppTest {\n  // @verifies REQ-REV-013, REQ-REV-012\n  void sends() {}\n}\n',
  };
  const item = (id: string, texts: Texts = tagged) => traceOf(open(texts).analysis().project().get, id).items[0];

  test('covers them, a requirement and a unit alike, and fills their gaps', () => {
    const { coverage, gaps, code } = item('REQ-REV-013') ?? {};
    expect(coverage).toMatchObject({
      code: ['src/main/App.java#App.send'],
      test: ['src/test/AppTest.java#AppTest.sends'],
    });
    expect(gaps).toEqual(['manual']);
    expect(code).toEqual([
      { relation: 'implements', path: 'src/main/App.java', symbol: 'App.send', line: 3, status: 'ok' },
      { relation: 'verifies', path: 'src/test/AppTest.java', symbol: 'AppTest.sends', line: 3, status: 'ok' },
    ]);
    expect(item('REQ-REV-012')?.coverage.test).toEqual(['TC-REV-012', 'src/test/AppTest.java#AppTest.sends']);
  });

  test('a unit has what it names and what names it, each once; a symbol that is not there is broken', () => {
    expect(item('LD-REV-07')?.code.map(({ path, symbol, status }) => `${path} ${symbol} ${status}`)).toEqual([
      'src/main/App.java run broken',
      'src/main/Late.java Late ok',
      'src/main/OverdueJob.java null ok',
    ]);
    expect(item('REQ-REV-012')?.coverage.code).toEqual([
      'src/main/App.java#run',
      'src/main/Late.java#Late',
      'src/main/OverdueJob.java',
    ]);
  });

  test('what docket.lock saw otherwise is suspect, with the reason, from both of its ends', () => {
    const named: Texts = {
      ...tagged,
      'docs/ZZGL-LLD.md': String(tagged['docs/ZZGL-LLD.md']).replace('#run', '#App.run'),
    };
    const plan = settled(
      ['HD-REV-03', 'LD-REV-07', 'ZZGL-SUM#超期预警'],
      { how: 'settled', by: '李四', because: '核对过' },
      open(named).analysis().project(),
    );
    const locked: Texts = { ...named, 'docket.lock': 'file' in plan ? plan.file.after : '' };
    expect(item('HD-REV-03', locked)?.links).toContainEqual({
      relation: 'satisfies',
      target: 'REQ-REV-012',
      status: 'ok',
    });
    const moved: Texts = {
      ...locked,
      'docs/ZZGL-SRS.md': String(locked['docs/ZZGL-SRS.md']).replace('标黄', '标红'),
      'src/main/Late.java': '/** @implements LD-REV-07 */\nclass Late { int days; }\n',
    };
    const reason = {
      zh: 'REQ-REV-012 变了，HD-REV-03 没有跟着改',
      en: 'REQ-REV-012 changed and HD-REV-03 did not follow',
    };
    expect(item('HD-REV-03', moved)?.links).toContainEqual({
      relation: 'satisfies',
      target: 'REQ-REV-012',
      status: 'suspect',
      reason,
    });
    expect(item('REQ-REV-012', moved)?.suspects.map(({ right, left }) => `${right} ${left}`)).toEqual([
      'HD-REV-03 REQ-REV-012',
      'ZZGL-SUM#5.6 超期预警 REQ-REV-012',
    ]);
    expect(item('LD-REV-07', moved)?.code.find(({ symbol }) => symbol === 'Late')).toMatchObject({
      status: 'suspect',
      reason: { zh: 'src/main/Late.java#Late 变了，LD-REV-07 没有跟着改' },
    });
    expect(item('LD-REV-07', moved)?.links.map(({ status }) => status)).toEqual(['ok']);
  });
});

test('files under a glob, a path, a path with a symbol', () => {
  const { get } = open({ 'a/x.java': '', 'a/b/x.java': '', 'a/b/y.xml': '', 'ab/x.java': '', '.ci/x.java': '' })
    .analysis()
    .project();
  expect(get(filesUnder, 'a/**/x.java')).toEqual(['a/b/x.java', 'a/x.java']);
  expect(get(filesUnder, '**/x.java')).toEqual(['.ci/x.java', 'a/b/x.java', 'a/x.java', 'ab/x.java']);
  expect(get(filesUnder, './a/b/y.xml')).toEqual(['a/b/y.xml']);
  expect(get(filesUnder, 'a/x.java#Symbol')).toEqual(['a/x.java']);
  expect(get(filesUnder, 'a')).toEqual([]);
});

test('versions compare by number', () => {
  expect(compareVersions('V1.10', 'v1.9')).toBeGreaterThan(0);
  expect(compareVersions('V1.3', '1.3.0')).toBe(0);
  expect(compareVersions('ops-2026.05', 'v1')).toBeUndefined();
});

/** docket.lock as `docket settle` and the hook of a commit write it, and what is in debt afterwards. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockAfter } from '../../deliver/settle/paid.ts';
import { settled } from '../../deliver/settle/settled.ts';
import { asPath } from '../../engine/base/text.ts';
import { debtorsIn, plainName } from '../../engine/links/items/itemBindings.ts';
import { outline } from '../../engine/model/outline.ts';
import { Session } from '../../engine/session/session.ts';
import { diskSource } from '../../host/project/disk.ts';
import { open } from '../inMemory.ts';
import { changeIn } from '../inMemoryChange.ts';

type Texts = Readonly<Record<string, string>>;

const document = (kind: string, id: string, body: string) =>
  `---\nid: ${id}\ntype: ${kind}\nstatus: baselined\n---\n# ${id}\n\n${body}`;
const srs = (days: string) => document('srs', 'ZZGL-SRS', `### REQ-REV-012 超期预警\n\n剩余${days}天标黄。\n`);
const hld = (words: string) => document('hld', 'ZZGL-HLD', `### HD-REV-03 提醒\n\n- 满足：REQ-REV-012\n\n${words}\n`);
const lld = (words: string) => document('lld', 'ZZGL-LLD', `### LD-REV-07 任务\n\n- 实现：HD-REV-03\n\n${words}\n`);
const code = (days: number, tag = 'LD-REV-07') =>
  `/** @implements ${tag} */\nclass Job {\n  int days() { return ${days}; }\n}\n`;
const TAGGED: Texts = {
  'docket.yml': 'code: [{ kind: program, include: [src/**] }]\n',
  'docs/ZZGL-SRS.md': srs('两'),
  'docs/ZZGL-HLD.md': hld('每日扫描。'),
  'docs/ZZGL-LLD.md': lld('每日七点半。'),
  'docs/ZZGL-SUM.md': document('user-manual', 'ZZGL-SUM', '## 5.6 超期 预警\n\n- 描述：REQ-REV-012\n\n打开待办。\n'),
  'src/Job.java': code(2),
  'src/Other.java': 'class Other {}\n',
};

const SAID = { how: 'settled', by: '李四', because: '核对过' } as const;

function settledIn(files: Texts, ...names: readonly string[]): string {
  const plan = settled(names, SAID, open(files).analysis().project());
  return 'file' in plan ? plan.file.after : 'refused' in plan ? plan.refused.zh : plan.unsettled.zh;
}

const keysIn = (lock: string) => lock.split('\n').filter(line => /^[A-Z]/.test(line));

const debtsIn = (files: Texts) =>
  open(files)
    .analysis()
    .findings({ scope: 'project', beyondBaseline: false })
    .filter(({ rule }) => rule === 'trace/debt' || rule === 'trace/lock-stale')
    .map(({ rule, id }) => `${rule} ${id}`);

describe('docket settle', () => {
  test('a unit that only a tag in the code binds, with the design it realizes', () => {
    expect(keysIn(settledIn(TAGGED, 'LD-REV-07'))).toEqual(['LD-REV-07 HD-REV-03', 'LD-REV-07 src/Job.java#Job']);
  });

  test('a design element, and a section of a manual with or without the number of its heading', () => {
    expect(keysIn(settledIn(TAGGED, 'HD-REV-03'))).toEqual(['HD-REV-03 REQ-REV-012']);
    for (const name of ['ZZGL-SUM#5.6 超期 预警', 'ZZGL-SUM#超期_预警', 'ZZGL-SUM#超期 预警'])
      expect(keysIn(settledIn(TAGGED, name))).toEqual(['ZZGL-SUM#超期_预警 REQ-REV-012']);
  });

  test('says why there is nothing to settle', () => {
    expect(settledIn(TAGGED, 'REQ-REV-012')).toContain('REQ-REV-012 没有可核销的');
    expect(settledIn(TAGGED, 'HD-REV-30')).toBe('没有编号 HD-REV-30，是否要写 HD-REV-03？');
    const alone = {
      ...TAGGED,
      'docs/ZZGL-LLD.md': lld('七点半。').replace('- 实现：HD-REV-03\n\n', ''),
      'src/Job.java': 'class Job {}\n',
    };
    expect(settledIn(alone, 'LD-REV-07')).toContain('@implements LD-REV-07');
  });

  test('what was recorded of code that is gone is forgotten', () => {
    const first = { ...TAGGED, 'docket.lock': settledIn(TAGGED, 'LD-REV-07') };
    const untagged = {
      ...first,
      'src/Job.java': code(3, 'LD-REV-08'),
      'src/Other.java': '/** @implements LD-REV-07 */\nclass Other {}\n',
    };
    expect(debtsIn(untagged)).toEqual(['trace/debt LD-REV-07']);
    const again = settledIn(untagged, 'LD-REV-07');
    expect(keysIn(again)).toEqual(['LD-REV-07 HD-REV-03', 'LD-REV-07 src/Other.java#Other']);
    expect(debtsIn({ ...untagged, 'docket.lock': again })).toEqual([]);
  });

  test('tagged code that moves to another file is still known', () => {
    const { 'src/Job.java': text = '', ...rest } = { ...TAGGED, 'docket.lock': settledIn(TAGGED, 'LD-REV-07') };
    expect(debtsIn({ ...rest, 'src/review/Job.java': text })).toEqual([]);
    expect(debtsIn(rest)).toEqual(['trace/debt LD-REV-07']);
  });

  test('a pair that is recorded owes again when the left side moves, and only then', () => {
    const locked = { ...TAGGED, 'docket.lock': settledIn(TAGGED, 'HD-REV-03', 'LD-REV-07', 'ZZGL-SUM#超期_预警') };
    expect(debtsIn(locked)).toEqual([]);
    expect(debtsIn({ ...locked, 'docs/ZZGL-SRS.md': srs('三') })).toEqual([
      'trace/debt HD-REV-03',
      'trace/debt ZZGL-SUM#5.6 超期 预警',
    ]);
    expect(debtsIn({ ...locked, 'docs/ZZGL-SRS.md': srs('三'), 'docs/ZZGL-HLD.md': hld('提前三天。') })).toEqual([
      'trace/lock-stale HD-REV-03',
      'trace/debt LD-REV-07',
      'trace/debt ZZGL-SUM#5.6 超期 预警',
    ]);
    expect(
      debtsIn({ ...locked, 'docs/ZZGL-SUM.md': (TAGGED['docs/ZZGL-SUM.md'] ?? '').replace('5.6', '5.7') }),
    ).toEqual([]);
  });

  test('a unit whose design alone is recorded has no code to owe for', () => {
    const pairs = settledIn(TAGGED, 'LD-REV-07').replace(/^LD-REV-07 src.*\n.*\n/m, '');
    const globbed = {
      ...TAGGED,
      'docs/ZZGL-LLD.md': lld('每日七点半。').replace('- 实现', '- 代码：src/*.java\n- 实现'),
      'docket.lock': pairs,
    };
    expect(debtsIn(globbed)).toEqual([]);
  });
});

describe('the hook of a commit', () => {
  const recordedBy = (after: Texts, before: Texts) =>
    lockAfter(changeIn(after, { stage: 'commit', before }).change, 'RY-004')?.after ?? '';
  const keep = Object.fromEntries(Object.keys(TAGGED).map(file => [file, TAGGED[file] ?? '']));

  test('records the unit that a tag binds, when it follows its code', () => {
    const lock = recordedBy({ ...TAGGED, 'src/Job.java': code(3), 'docs/ZZGL-LLD.md': lld('提前三天。') }, keep);
    expect(keysIn(lock)).toEqual(['LD-REV-07 src/Job.java#Job']);
    expect(lock).toContain(' agreed RY-004 -');
  });

  test('records each pair of which both sides moved, and no other', () => {
    expect(
      keysIn(recordedBy({ ...TAGGED, 'docs/ZZGL-SRS.md': srs('三'), 'docs/ZZGL-HLD.md': hld('提前三天。') }, keep)),
    ).toEqual(['HD-REV-03 REQ-REV-012']);
    expect(recordedBy({ ...TAGGED, 'docs/ZZGL-SRS.md': srs('三') }, keep)).toBe('');
  });

  test('the right side moving alone goes on agreeing, and the next move of the left one is a debt', () => {
    const locked = { ...TAGGED, 'docket.lock': settledIn(TAGGED, 'HD-REV-03') };
    const reworded = { ...locked, 'docs/ZZGL-HLD.md': hld('每日扫描一次。') };
    const lock = recordedBy(reworded, { 'docs/ZZGL-HLD.md': hld('每日扫描。') });
    expect(debtsIn({ ...reworded, 'docket.lock': lock, 'docs/ZZGL-SRS.md': srs('三') })).toEqual([
      'trace/debt HD-REV-03',
    ]);
  });

  test('a debt that a commit leaves open stays one', () => {
    const owing = { ...TAGGED, 'docket.lock': settledIn(TAGGED, 'HD-REV-03'), 'docs/ZZGL-SRS.md': srs('三') };
    expect(recordedBy(owing, { 'docs/ZZGL-SRS.md': srs('两') })).toBe('');
  });
});

describe('the sample, all of it settled', () => {
  const SAMPLE = path.resolve(import.meta.dirname, '../../samples/zzgl/files');
  const SRS = asPath('docs/ZZGL-SRS.md');
  const session = Session.open(diskSource(SAMPLE), { asOf: '2026-11-22' });
  const { get, documents } = session.analysis().project();
  const names = documents().flatMap(file => debtorsIn(get(outline, file).links, get));
  const owing = () =>
    session
      .analysis()
      .findings({ scope: 'project', beyondBaseline: false })
      .flatMap(({ rule, id, severity }) =>
        ['trace/debt', 'trace/lock-stale', 'trace/lock-readable'].includes(rule) ? [`${id} ${severity}`] : [],
      );

  test('owes nothing, until a requirement moves: then those that name it and are not over', () => {
    const plan = settled(names.map(plainName), SAID, session.analysis().project());
    expect('file' in plan && keysIn(plan.file.after).length).toBeGreaterThan(200);
    if ('file' in plan) session.apply([{ path: plan.file.path, content: { state: 'text', text: plan.file.after } }]);
    expect(owing()).toEqual([]);
    const text = readFileSync(path.join(SAMPLE, SRS), 'utf8');
    session.apply([
      {
        path: SRS,
        content: { state: 'text', text: text.replace('取值 1～10，未设置时取 2', '取值 1～15，未设置时取 3') },
      },
    ]);
    expect(owing()).toEqual(['HD-REV-03 error', 'ZZGL-SUM#超期预警 error']);
  });
});

/** Two people settle debts on two branches: the merge has no conflict and the right result. */
import { describe, expect, test } from 'vitest';
import { parseLock, printLock } from '../../engine/links/lock/lock.ts';
import { LOCK, PROJECT, type Repository, repository } from './repository.ts';

const UNITS = ['01', '02', '03', '04', '05', '06'];
const code = (n: string, days: number) => ({ [`src/J${n}.java`]: `class J${n} {\n  int days = ${days};\n}\n` });
const design = (units: readonly string[], words = '提醒') =>
  `---\nid: ZZGL-LLD\ntype: lld\nstatus: draft\n---\n# 详细设计\n${units.map(n => `\n### LD-REV-${n} 单元${n}\n\n- 代码：src/J${n}*.java\n\n${words}${n}。\n`).join('')}`;

/** Every unit was reviewed but for `fresh`, then the code of all moved on. */
function owing(fresh: readonly string[] = []): Repository {
  const made = repository();
  const reviewed = UNITS.filter(n => !fresh.includes(n));
  const config = PROJECT['docket.yml']?.replace(/^rules: .*\n/m, RULES) ?? '';
  made.put({
    'docket.yml': config,
    '.gitattributes': 'docket.lock merge=union\n',
    'docs/ZZGL-LLD.md': design(reviewed),
  });
  for (const n of UNITS) made.put(code(n, 1));
  made.docket('settle', '--unreviewed', '--because', '开始');
  made.put({ 'docs/ZZGL-LLD.md': design(UNITS) });
  for (const n of UNITS) made.put(code(n, 2));
  made.commit('改');
  return made;
}

function settle(made: Repository, who: string, ...units: readonly string[]): void {
  made.git('config', 'user.name', who);
  const named = units.map(n => `LD-REV-${n}`);
  expect(made.docket('settle', ...named, '--because', `${who}看过`)).toMatchObject({ status: 0 });
}

/** Each on a branch of his own. */
function merged(made: Repository, one: () => void, other: () => void): ReturnType<Repository['git']> {
  made.git('checkout', '-q', '-b', 'one');
  one();
  made.commit('一');
  made.git('checkout', '-q', '-b', 'other', 'main');
  other();
  made.commit('二');
  return made.git('merge', '--no-edit', 'one');
}

function owed(made: Repository): readonly string[] {
  const { findings } = JSON.parse(made.docket('check', '--format', 'json').out) as {
    findings: { rule: string; id: string | null }[];
  };
  return findings
    .filter(({ rule }) => rule.startsWith('trace/'))
    .map(({ rule, id }) => `${rule} ${id ?? ''}`)
    .sort();
}

const RULES = 'rules: { trace/debt: error, trace/lock-readable: error, trace/never-reviewed: info }\n';

const all = (...settled: readonly string[]) =>
  UNITS.filter(n => !settled.includes(n)).map(n => `trace/debt LD-REV-${n}`);

describe('two people settle', () => {
  test('at first all of it is owed', () => {
    expect(owed(owing())).toEqual(all());
  });

  test.each([
    ['different debts', [], ['01'], ['05']],
    ['adjacent ones', [], ['02'], ['03']],
    ['several, each between those of the other', [], ['01', '03', '05'], ['02', '04', '06']],
    ['one that was reviewed, one right after it that never was', ['03'], ['02'], ['03']],
    ['several that were never reviewed, in one place', ['02', '03', '04'], ['02', '04'], ['03']],
    ['new ones and those around them', ['02', '04'], ['01', '04', '05'], ['02', '03']],
    ['what the other settles too', [], ['01', '02', '03'], ['02', '03', '04']],
  ])('%s', (_what, fresh, one, other) => {
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const made = owing(fresh);
      expect(
        merged(
          made,
          () => settle(made, '李四', ...first),
          () => settle(made, '王五', ...second),
        ),
      ).toMatchObject({ status: 0 });
      expect(made.read(LOCK)).not.toContain('<<<<');
      const left = all(...first, ...second);
      expect(owed(made)).toEqual(left);
      // Whoever settles next loses nothing of it.
      const last = left.map(debt => debt.slice(-2));
      if (last.length > 0) settle(made, '赵六', ...last);
      expect(owed(made)).toEqual([]);
      expect(printLock(parseLock(made.read(LOCK) ?? '').agreements)).toBe(made.read(LOCK));
    }
  });

  test('one debt, both by name: each is kept', () => {
    const made = owing();
    merged(
      made,
      () => settle(made, '李四', '02'),
      () => settle(made, '王五', '02'),
    );
    const [key = ''] = [...parseLock(made.read(LOCK) ?? '').agreements.keys()].filter(named =>
      named.startsWith('LD-REV-02'),
    );
    expect(
      parseLock(made.read(LOCK) ?? '')
        .agreements.get(key)
        ?.map(({ by }) => by)
        .sort(),
    ).toEqual(['李四', '王五']);
    expect(owed(made)).toEqual(all('02'));
  });

  test('files that say the same, so that both write the same value', () => {
    const made = owing();
    const same = { 'src/J01a.java': 'class A {}\n', 'src/J01b.java': 'class A {}\n' };
    const record = (file: string) => () => {
      made.put({ [file]: 'class A {}\n' });
      settle(made, '李四', '01');
    };
    expect(merged(made, record('src/J01a.java'), record('src/J01b.java'))).toMatchObject({ status: 0 });
    for (const file of Object.keys(same)) expect(made.read(file)).toBe('class A {}\n');
    expect(owed(made)).toEqual(all('01'));
  });

  test('the file one takes out, the other settles: what is left over is said, and can be settled', () => {
    const made = owing();
    const remove = () => {
      made.git('rm', '-q', 'src/J02.java');
      settle(made, '李四', '02');
    };
    made.put({ 'src/J02b.java': 'class J02b {}\n' });
    made.commit('又一个');
    expect(merged(made, remove, () => settle(made, '王五', '02'))).toMatchObject({ status: 0 });
    expect(owed(made)).toEqual(all());
    settle(made, '赵六', '02');
    expect(owed(made)).toEqual(all('02'));
  });
});

test('without the attribute both sides stand between marks: they count, the marks are findings, and nothing is written over them', () => {
  const made = owing();
  made.git('rm', '-q', '--cached', '.gitattributes');
  made.put({ '.gitattributes': 'docket.lock text\n' });
  made.commit('没有');
  expect(
    merged(
      made,
      () => settle(made, '李四', '02'),
      () => settle(made, '王五', '02'),
    ).status,
  ).toBe(1);
  expect(owed(made)).toEqual([...all('02'), ...Array<string>(3).fill('trace/lock-readable ')]);
  const before = made.read(LOCK);
  expect(made.docket('settle', 'LD-REV-03', '--because', '看过')).toMatchObject({
    status: 2,
    err: expect.stringMatching(/^docket: docket\.lock 第 \d+ 行读不懂，没有改写.*\n$/),
  });
  expect(made.docket('fix', '--rule', 'trace/lock-stale').status).toBe(1);
  expect(made.read(LOCK)).toBe(before);
});

describe('what was never reviewed', () => {
  const told = (made: Repository) =>
    made
      .docket('check')
      .out.split('\n')
      .filter(line => line.includes('从未核对过'));

  test('is one line, for as long as the lock is there, and recorded at once by name and with a reason', () => {
    const made = owing(['02', '03']);
    expect(told(made)).toEqual([expect.stringContaining('2 个设计单元（代码 2 处）')]);
    expect(made.docket('settle', '--unreviewed').status).toBe(2);
    expect(made.docket('settle', '--unreviewed', 'LD-REV-02', '--because', '看过').status).toBe(2);
    expect(made.docket('settle', '--because', '看过').status).toBe(2);
    const { status, err } = made.docket('settle', '--unreviewed', '--because', '接手时逐一核对');
    expect({ status, err }).toEqual({
      status: 0,
      err: '2 个设计单元已由 李四 核销，记入 docket.lock；请随代码一起提交。\n',
    });
    expect(made.read(LOCK)?.match(/settled 李四 接手时逐一核对/g)).toHaveLength(2);
    expect(told(made)).toEqual([]);
    expect(made.docket('settle', '--unreviewed', '--because', '再来')).toMatchObject({
      status: 1,
      err: '设计单元都核对过，没有要记的。\n',
    });
  });
});

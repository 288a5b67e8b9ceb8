/** A session that stands on an earlier moment says what a fresh one says, and reads only what it is asked. */
import { describe, expect, test } from 'vitest';
import { ALL, indexesOver } from '../../engine/base/queries.ts';
import { asPath, type Path } from '../../engine/base/text.ts';
import { documentPaths } from '../../engine/model/config/projectConfig.ts';
import { affectedBy } from '../../engine/session/change/affected.ts';
import { broughtAtTheGate } from '../../engine/session/change/atTheGate.ts';
import { broughtTo } from '../../engine/session/change/brought.ts';
import { type Base, indexKeysOf, type Since } from '../../engine/session/change/earlierMoment.ts';
import { Session } from '../../engine/session/session.ts';
import { listingOf } from '../../engine/workspace/listing.ts';
import { contentOf, open, sourceOf, type Texts } from '../inMemory.ts';
import { dice, IDS, PATHS, pick, type Roll, someConfig, someText } from './randomProject.ts';

const AS_OF = '2026-11-22';

/** What a host keeps: plain data, and buckets that name documents. */
function baseOf(texts: Texts, knows: () => boolean = () => true): Base {
  const session = open(texts, AS_OF);
  const documents = session.analysis().documents();
  const facts = new Map(documents.map(path => [path, JSON.stringify(session.factsOf(path))]));
  const under = new Map<string, Map<string, Path[]>>(indexesOver(documentPaths).map(({ name }) => [name, new Map()]));
  for (const document of documents) {
    for (const [index, keys] of indexKeysOf(session.cache.get, document)) {
      for (const key of keys) under.get(index)?.set(key, [...(under.get(index)?.get(key) ?? []), document]);
    }
  }
  const parsed = (path: Path) => (facts.has(path) && knows() ? JSON.parse(facts.get(path) ?? '') : undefined);
  return {
    config: texts['docket.yml'] as string,
    files: listingOf(Object.keys(texts).map(asPath)),
    outline: path => parsed(path)?.outline,
    own: path => parsed(path)?.own,
    documentsUnder: (index, key) => (knows() ? (under.get(index)?.get(key) ?? []) : undefined),
  };
}

function differing(before: Texts, now: Texts): Since {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(path => before[path] !== now[path]);
  return new Map(paths.map(path => [asPath(path), now[path] !== undefined]));
}

function edit(texts: Record<string, string>, roll: Roll): Path {
  const path = roll(12) === 0 ? 'docket.yml' : pick(roll, PATHS);
  if (roll(6) === 0) delete texts[path];
  else texts[path] = someText(path, roll);
  if (path === 'docket.yml') texts[path] = someConfig(roll).replace('people: [\n', '');
  return asPath(path);
}

function someProject(roll: Roll): Record<string, string> {
  const texts: Record<string, string> = { 'docket.yml': someConfig(roll).replace('people: [\n', '') };
  for (const path of PATHS.slice(0, -1)) if (roll(4) > 0) texts[path] = someText(path, roll);
  return texts;
}

function on(before: Texts, now: Texts, knows?: () => boolean): Session {
  return Session.open(sourceOf({ ...now }), {
    asOf: AS_OF,
    base: { known: baseOf(before, knows), since: differing(before, now) },
  });
}

describe('under random edits, on both sides of the opening', () => {
  for (let seed = 1; seed <= 150; seed++) {
    test(`seed ${seed}`, () => {
      const roll = dice(seed * 977);
      const before = someProject(roll);
      const now = { ...before };
      for (let n = roll(4); n > 0; n--) edit(now, roll);
      // Every third base has gaps, as a file that is damaged here and there.
      const session = on(before, now, seed % 3 === 0 ? () => roll(5) > 0 : undefined);
      for (let step = 0; step < 12; step++) {
        if (roll(3) > 0) expectSameBuckets(session, now, roll);
        if (roll(4) === 0) expectSame(session, now);
        const path = edit(now, roll);
        session.apply([{ path, content: contentOf(now[path]) }]);
      }
      expectSameBuckets(session, now, roll);
      expectSame(session, now);
    });
  }
});

/** Some buckets, in any order, so that members come in through one key and are asked for under another. */
function expectSameBuckets(session: Session, now: Texts, roll: Roll): void {
  const fresh = open({ ...now }, AS_OF);
  for (const index of indexesOver(documentPaths)) {
    const keys = [
      ...IDS,
      ...fresh
        .analysis()
        .documents()
        .flatMap(path => [...fresh.cache.get(index.entries, path).keys()]),
    ];
    for (let n = roll(4); n >= 0; n--) {
      const key = pick(roll, keys);
      expect([index.name, key, session.cache.get(index, key)]).toEqual([index.name, key, fresh.cache.get(index, key)]);
    }
  }
  expect(session.cache.get(documentPaths, ALL)).toEqual(fresh.cache.get(documentPaths, ALL));
}

function expectSame(session: Session, now: Texts): void {
  const fresh = open({ ...now }, AS_OF);
  expect(session.analysis().findings({ scope: 'project', beyondBaseline: false })).toEqual(
    fresh.analysis().findings({ scope: 'project', beyondBaseline: false }),
  );
  expect(session.analysis().summary()).toEqual(fresh.analysis().summary());
}

describe('reads', () => {
  const record = (n: number, words = '无法登录。') =>
    `---\nstatus: registered\n---\n# 登录失败 ${n}\n\n## 问题描述\n\n${words}\n`;
  const pathOf = (n: number) => `records/ticket/2026/WX-2026-${String(n).padStart(4, '0')}.md`;
  const before: Record<string, string> = { 'docket.yml': 'docket: 1\n' };
  for (let n = 1; n <= 40; n++) before[pathOf(n)] = record(n, n === 7 ? '同 [[WX-2026-0003]]。' : undefined);

  function counting(now: Texts): { session: Session; read: string[] } {
    const read: string[] = [];
    const source = { list: () => expect.fail('listed'), read: (path: Path) => (read.push(path), contentOf(now[path])) };
    return {
      session: Session.open(source, { asOf: AS_OF, base: { known: baseOf(before), since: differing(before, now) } }),
      read,
    };
  }

  test('one changed document: no other text, no list', () => {
    const { session, read } = counting({ ...before, [pathOf(3)]: record(33) });
    session.analysis().findings({ path: asPath(pathOf(3)), scope: 'document', beyondBaseline: true });
    expect(read).toEqual([pathOf(3), '.docket-baseline.json']);
    expect(session.cache.computed.get('outline')).toBeLessThan(5);
  });

  test('who is affected: those that point at what changed', () => {
    const now: Record<string, string> = { ...before, [pathOf(3)]: record(33) };
    delete now[pathOf(5)];
    expect(affectedBy(counting(before).session, counting(now).session, [asPath(pathOf(3)), asPath(pathOf(5))])).toEqual(
      [asPath(pathOf(3)), asPath(pathOf(7))],
    );
  });
});

describe('what a change brought', () => {
  const path = asPath('docs/notes.md');
  const brought = (old: string, now: string) =>
    broughtTo({ path, was: path }, open({ [path]: old }, AS_OF), open({ [path]: now }, AS_OF)).findings.map(
      ({ rule, at }) => `${rule} ${at.range.start.line}`,
    );
  const LINK = '参见 [[WX-2026-0009]]。\n';

  test('nothing, when a finding only stands elsewhere', () => {
    expect(brought(`# 说明\n\n${LINK}`, `# 说明\n\n又一段。\n\n${LINK}`)).toEqual([]);
  });

  test('a finding in a new place, one more of the same', () => {
    expect(brought('# 说明\n', `# 说明\n\n${LINK}`)).toEqual(['ref/broken 2']);
    expect(brought(`# 说明\n\n${LINK}`, `# 说明\n\n${LINK}\n## 二\n\n${LINK}`)).toHaveLength(1);
  });

  test('what an allowance held back until now', () => {
    const allowed = `# 说明\n\n<!-- docket allow ref/broken: 旧系统的单号 -->\n${LINK}`;
    expect(brought(allowed, `# 说明\n\n${LINK}`)).toEqual(['ref/broken 2']);
    expect(brought(`# 说明\n\n${LINK}`, allowed)).toEqual([]);
  });
});

describe('what a script brought at the gate', () => {
  const SQL = asPath('db/V5.sql');
  const config = (rules: string) => ({
    'docket.yml': `docket: 1\n${rules}code:\n  - { kind: script, include: [db/**] }\n`,
  });
  const form = {
    'records/change-approval/2026/BG-2026-0005.md': `---\nstatus: draft\nscripts: [{ path: ${SQL} }]\n---\n# 提前量\n`,
  };
  const brought = (now: Texts, rules = '', before: Texts = {}, changed = SQL) =>
    broughtAtTheGate(
      [{ path: changed, how: 'modified', sort: 'file' }],
      open({ ...config(rules), ...before }, AS_OF),
      open({ ...config(rules), ...now }, AS_OF),
    ).findings.map(({ rule, severity }) => `${rule} ${severity}`);

  test('no form lists it: a warning, since the form may come before the merge', () => {
    expect(brought({ [SQL]: 'COMMIT;\n' })).toEqual(['change/sql-uncovered warning']);
    expect(brought({ [SQL]: 'COMMIT;\n' }, 'rules: { change/sql-uncovered: error }\n')).toEqual([
      'change/sql-uncovered error',
    ]);
    expect(brought({ [SQL]: 'COMMIT;\n', ...form })).toEqual([]);
  });

  test('nothing where it was so before, or where no script was touched', () => {
    expect(brought({ [SQL]: 'COMMIT;\n' }, '', { [SQL]: 'ROLLBACK;\n' })).toEqual([]);
    expect(brought({ [SQL]: 'COMMIT;\n' }, '', {}, asPath('README.md'))).toEqual([]);
  });
});

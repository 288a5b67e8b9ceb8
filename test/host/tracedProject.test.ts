/** A trace with what earlier ones kept says what a trace of everything says, and reads only what changed. */
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../engine/session/session.ts';
import { traceOf } from '../../engine/trace/matrix.ts';
import { keepResult, keptResult } from '../../host/cache/keptResult.ts';
import { knownFiles } from '../../host/cache/knownFiles.ts';
import { openTraced } from '../../host/project/tracedProject.ts';
import { git, put, repositoryWith } from '../badInput/onDisk.ts';

const CODE = 'src/Job.java';
const UNTAGGED = 'src/Other.java';
const LLD = 'docs/ZZGL-LLD.md';
const SRS = 'docs/ZZGL-SRS.md';

const FILES = {
  'docket.yml': 'docket: 1\nextends: docket:core\ncode:\n  - { kind: program, include: [src/**] }\n',
  [CODE]:
    'class Job {\n  // @implements LD-REV-07\n  void run() {}\n\n  // @verifies REQ-REV-012\n  void test() {}\n}\n',
  [UNTAGGED]: 'class Other {\n  void named() {}\n}\n',
  [SRS]: '---\nid: ZZGL-SRS\ntype: srs\nstatus: draft\n---\n# 需求\n\n### REQ-REV-012 预警\n\n标黄。\n',
  [LLD]:
    '---\nid: ZZGL-LLD\ntype: lld\nstatus: draft\n---\n# 设计\n\n### LD-REV-07 任务\n\n- 代码：src/Other.java#Other.named\n\n每天。\n',
};

const traceIn = (session: Session) => JSON.stringify(traceOf(session.analysis().project().get));

async function traced(folder: string): Promise<Session> {
  return (await openTraced(folder, '2026-06-01', knownFiles(folder, 'test'))).session;
}

async function expectAsWithout(folder: string): Promise<void> {
  const { session } = await openTraced(folder, '2026-06-01');
  expect(traceIn(await traced(folder))).toBe(traceIn(session));
}

let folder: string;
beforeEach(async () => {
  folder = repositoryWith(FILES);
  git(folder, 'add', '--all');
  await traced(folder);
});

const change = (file: string, from: string, to: string) => () =>
  writeFileSync(path.join(folder, file), readFileSync(path.join(folder, file), 'utf8').replace(from, to));

describe('what was kept is used no longer after', () => {
  test.each<[string, () => void]>([
    [
      'a tag moves to another symbol',
      change(
        CODE,
        '  // @implements LD-REV-07\n  void run() {}',
        '  void run() {}\n\n  // @implements LD-REV-07\n  void go() {}',
      ),
    ],
    ['lines come before a symbol', change(CODE, 'class Job', '\n\nclass Job')],
    ['lines come before a named symbol of a file without tags', change(UNTAGGED, 'class Other', '\n\nclass Other')],
    ['a tag is gone', change(CODE, '@implements', 'implements')],
    ['an item has another title', change(SRS, '预警', '提醒')],
    ['lines come before an item', change(SRS, '# 需求\n', '# 需求\n\n说明。\n')],
    ['a file is removed', () => rmSync(path.join(folder, CODE))],
    ['code counts as generated', change('docket.yml', 'kind: program', 'kind: generated')],
  ])('%s', async (_what, act) => {
    const before = traceIn(await traced(folder));
    act();
    await expectAsWithout(folder);
    expect(traceIn(await traced(folder))).not.toBe(before);
  });

  test('a line of what is kept is damaged', async () => {
    const [home = ''] = readdirSync(path.join(folder, '.git/docket'));
    for (const name of readdirSync(path.join(folder, '.git/docket', home))) {
      const file = path.join(folder, '.git/docket', home, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(/12|07/g, '13'));
    }
    await expectAsWithout(folder);
  });
});

describe('reads', () => {
  const readOf = async () => {
    const { computed } = (await traced(folder)).cache;
    return { documents: computed.get('modelled') ?? 0, code: computed.get('codeSource') ?? 0 };
  };

  test('nothing again when nothing changed', async () => {
    expect(await readOf()).toEqual({ documents: 0, code: 0 });
  });

  test('only what changed', async () => {
    appendFileSync(path.join(folder, SRS), '\n又及。\n');
    appendFileSync(path.join(folder, CODE), '// end\n');
    expect(await readOf()).toEqual({ documents: 1, code: 1 });
  });
});

test('a kept answer no longer holds when a file that git ignores has changed', async () => {
  put(folder, { '.gitignore': 'docket.lock\n', 'docket.lock': '' });
  const known = knownFiles(folder, 'test');
  const { session, besides } = await openTraced(folder, '2026-06-01', known);
  traceIn(session);
  expect(besides()).toEqual(['docket.lock']);
  if (known === undefined) throw new Error('git told nothing');
  keepResult(known.store, 'key', folder, { result: 'answer', besides: besides(), repository: null });
  expect(keptResult(known.store, 'key', folder)).toBe('answer');
  put(folder, { 'docket.lock': '# changed\n' });
  expect(keptResult(known.store, 'key', folder)).toBeUndefined();
});

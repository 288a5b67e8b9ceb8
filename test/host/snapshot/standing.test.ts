/** A session on a snapshot has the indexes of one that read everything, whatever became of the snapshot. */
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ALL, indexesOver } from '../../../engine/base/queries.ts';
import type { Path } from '../../../engine/base/text.ts';
import { documentPaths } from '../../../engine/model/config/projectConfig.ts';
import { Session } from '../../../engine/session/session.ts';
import type { ChangedFile } from '../../../engine/workspace/changeSet.ts';
import { ABSENT } from '../../../engine/workspace/files.ts';
import { listedNames, git as runGit } from '../../../host/git/git.ts';
import { materialise } from '../../../host/sample/materialise.ts';
import type { TreeSource } from '../../../host/snapshot/snapshotMoment.ts';
import { sessionOn, type OpenSnapshot, standingOn } from '../../../host/snapshot/openOnSnapshot.ts';
import { commit, CONFIG, folderWith, git, GOOD, put, repositoryWith, TICKET } from '../../badInput/onDisk.ts';

const AS_OF = '2026-12-31T00:00:00+08:00';
const ENGINE = 'test';

interface TreeMade {
  readonly tree: string;
  readonly source: TreeSource;
  readonly read: string[];
}

/** What a commit holds, with a note of what was read of it. */
function momentOf(folder: string, revision = 'HEAD'): TreeMade {
  const tree = git(folder, 'rev-parse', `${revision}^{tree}`).trim();
  const entries = listedNames(runGit(folder, ['ls-tree', '-r', '-z', tree]).out).map(line => ({
    path: line.slice(line.indexOf('\t') + 1) as Path,
    isLink: line.startsWith('120000'),
    id: line.split(/[ \t]/, 3)[2] ?? '',
  }));
  const byPath = new Map(entries.map(entry => [entry.path, entry]));
  const read: string[] = [];
  let contents: ReadonlyMap<string, Buffer> | undefined;
  const source: TreeSource = {
    list: () => [...byPath.keys()],
    read: file => {
      read.push(file);
      const entry = byPath.get(file);
      contents ??= contentsOf(folder, new Set(entries.map(({ id }) => id)));
      const bytes = contents.get(entry?.id ?? '');
      if (entry === undefined || bytes === undefined) return ABSENT;
      return entry.isLink
        ? source.read(path.posix.join(path.posix.dirname(file), bytes.toString()) as Path)
        : { state: 'bytes', bytes };
    },
    prefetch: () => {},
    readAs: file => source.read(file),
  };
  return { tree, source, read };
}

function contentsOf(folder: string, ids: ReadonlySet<string>): ReadonlyMap<string, Buffer> {
  const { out } = runGit(folder, ['cat-file', '--batch', '--buffer'], Buffer.from([...ids, ''].join('\n')));
  const contents = new Map<string, Buffer>();
  for (let at = 0; at < out.length; ) {
    const start = out.indexOf('\n', at) + 1;
    const [id = '', , size] = out.toString('latin1', at, start - 1).split(' ');
    at = start + Number(size) + 1;
    contents.set(id, out.subarray(start, at - 1));
  }
  return contents;
}

function standing(folder: string, moment: TreeMade, engine = ENGINE): OpenSnapshot {
  return standingOn(folder, moment, { engine, onSlow: () => {} }) ?? expect.fail('no snapshot');
}

function session(folder: string, revision = 'HEAD', engine = ENGINE): Session {
  const moment = momentOf(folder, revision);
  return sessionOn(standing(folder, moment, engine), { source: moment.source, changed: [], asOf: AS_OF });
}

function fresh(folder: string, revision = 'HEAD'): Session {
  return Session.open(momentOf(folder, revision).source, { asOf: AS_OF });
}

const homeOf = (folder: string) => path.join(folder, '.git/docket/snapshots');
const snapshotsOf = (folder: string) => readdirSync(homeOf(folder)).map(name => path.join(homeOf(folder), name));

function expectSame(standingSession: Session, freshSession: Session): void {
  const documents = freshSession.analysis().documents();
  for (const index of indexesOver(documentPaths)) {
    const keys = new Set(documents.flatMap(document => [...freshSession.cache.get(index.entries, document).keys()]));
    for (const key of [...keys, 'WX-2031-0001']) {
      expect([index.name, key, standingSession.cache.get(index, key)]).toEqual([
        index.name,
        key,
        freshSession.cache.get(index, key),
      ]);
    }
  }
  expect(standingSession.cache.get(documentPaths, ALL)).toEqual(documents);
  expect(standingSession.analysis().findings({ scope: 'project', beyondBaseline: false })).toEqual(
    freshSession.analysis().findings({ scope: 'project', beyondBaseline: false }),
  );
}

describe('the sample, at several commits', () => {
  const folder = folderWith({});
  let commits: readonly string[] = [];
  beforeAll(async () => {
    await materialise(path.resolve(import.meta.dirname, '../../../samples/zzgl'), path.join(folder, 'zzgl'));
    commits = git(path.join(folder, 'zzgl'), 'rev-list', 'HEAD').trim().split('\n');
  });

  test('on itself, on an older snapshot, and on a newer one', () => {
    const sample = path.join(folder, 'zzgl');
    const [newest = '', older = '', oldest = ''] = [0, 9, 40].map(n => commits[n] ?? '');
    expectSame(session(sample, older), fresh(sample, older));
    expectSame(session(sample, newest), fresh(sample, newest));
    expectSame(session(sample, oldest), fresh(sample, oldest));
    expectSame(session(sample, older), fresh(sample, older));
  }, 120_000);
});

const OTHER = 'records/ticket/2026/WX-2026-0002.md';
const FILES = {
  'docket.yml': CONFIG,
  [TICKET]: GOOD,
  [OTHER]: GOOD.replaceAll('0001', '0002').replace('无法登录', '同 [[WX-2026-0001]] 与 [[WX-2026-0009]]'),
  'src/a/b/C.java': 'class C {}\n',
  'odd\u0001name/x y.txt': 'x\n',
};

let folder: string;
beforeEach(() => {
  folder = repositoryWith(FILES);
});

describe('reading', () => {
  test('a snapshot of this tree: only where a finding stands', () => {
    session(folder);
    const moment = momentOf(folder);
    const again = sessionOn(standing(folder, moment), { source: moment.source, changed: [], asOf: AS_OF });
    again.analysis().findings({ path: OTHER as Path, scope: 'document', beyondBaseline: true });
    expect(moment.read).toEqual([OTHER]);
    expectSame(again, fresh(folder));
  });

  test('a later commit: the changed documents once, then none', () => {
    session(folder);
    put(folder, { [TICKET]: `${GOOD}\n## 解决方案说明\n\n重启。\n`, 'src/a/New.java': 'class New {}\n' });
    rmSync(path.join(folder, 'src/a/b/C.java'));
    commit(folder);
    const moment = momentOf(folder);
    expectSame(sessionOn(standing(folder, moment), { source: moment.source, changed: [], asOf: AS_OF }), fresh(folder));
    const again = momentOf(folder);
    standing(folder, again);
    expect(again.read).toEqual([]);
    expect(snapshotsOf(folder)).toHaveLength(1);
  });

  test('another configuration or other kinds: a snapshot of its own', () => {
    session(folder);
    put(folder, { 'docket.yml': `${CONFIG}rules: { ref/broken: off }\n` });
    commit(folder);
    expectSame(session(folder), fresh(folder));
    put(folder, { 'docket/kinds/memo.yml': 'kind: memo\nlabel: { zh: 备忘, en: memo }\nid: MM-\\d{3}\n' });
    commit(folder);
    expectSame(session(folder), fresh(folder));
    expect(snapshotsOf(folder)).toHaveLength(2);
  });

  test('no configuration: no snapshot', () => {
    const bare = repositoryWith({ [TICKET]: GOOD });
    expect(standingOn(bare, momentOf(bare), { engine: ENGINE, onSlow: () => {} })).toBeUndefined();
  });

  test.skipIf(process.platform === 'win32')('a link whose target changed', () => {
    symlinkSync('WX-2026-0001.md', path.join(folder, 'records/ticket/2026/WX-2026-0008.md'));
    commit(folder);
    session(folder);
    put(folder, { [TICKET]: GOOD.replace('无法登录', '见 [[WX-2026-0002]]') });
    commit(folder);
    expectSame(session(folder), fresh(folder));
  });

  test('what is staged on top: deleted, added, renamed, its configuration changed', () => {
    const before = standing(folder, momentOf(folder));
    const change = (changed: readonly ChangedFile[]) => {
      commit(folder);
      const { source } = momentOf(folder);
      expectSame(sessionOn(before, { source, changed, asOf: AS_OF }), fresh(folder));
    };
    const moved = 'records/ticket/2026/WX-2026-0003.md';
    renameSync(path.join(folder, OTHER), path.join(folder, moved));
    change([{ path: moved as Path, was: OTHER as Path, how: 'renamed', sort: 'file' }]);
    put(folder, { 'docket.yml': 'docket: 1\nrules: { ref/broken: off }\n' });
    change([
      { path: moved as Path, was: OTHER as Path, how: 'renamed', sort: 'file' },
      { path: 'docket.yml' as Path, how: 'modified', sort: 'file' },
    ]);
  });
});

describe('a snapshot that is', () => {
  const damage: readonly [string, (file: string) => void][] = [
    ['cut in the middle', file => writeFileSync(file, readFileSync(file).subarray(0, 900))],
    ['empty', file => writeFileSync(file, '')],
    [
      'garbage',
      file =>
        writeFileSync(
          file,
          Uint8Array.from({ length: 10_000 }, (_, n) => (n * 7919) & 255),
        ),
    ],
    ['longer', file => appendFileSync(file, 'x')],
    [
      'of another tree',
      file => {
        put(folder, { [TICKET]: GOOD.replaceAll('0001', '0007') });
        commit(folder);
        renameSync(file, file.replace(/[^-]*$/, momentOf(folder).tree));
      },
    ],
  ];

  test.each(damage)('%s', (_name, spoil) => {
    session(folder);
    for (const file of snapshotsOf(folder)) spoil(file);
    expectSame(session(folder), fresh(folder));
    expectSame(session(folder), fresh(folder));
  });

  test('wrong in any one byte', () => {
    session(folder);
    const [file = ''] = snapshotsOf(folder);
    const bytes = readFileSync(file);
    const expected = fresh(folder).analysis().findings({ scope: 'project', beyondBaseline: false });
    for (let at = 5; at < bytes.length; at += 37) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 4;
      rmSync(homeOf(folder), { recursive: true });
      put(homeOf(folder), { [path.basename(file)]: changed });
      const moment = momentOf(folder);
      const on = sessionOn(standing(folder, moment), { source: moment.source, changed: [], asOf: AS_OF });
      expect(on.cache.get(documentPaths, ALL), `byte ${at}`).toEqual([TICKET, OTHER]);
      expect(on.analysis().findings({ scope: 'project', beyondBaseline: false }), `byte ${at}`).toEqual(expected);
    }
  }, 60_000);

  test('of another engine', () => {
    session(folder, 'HEAD', 'older');
    const [file = ''] = snapshotsOf(folder);
    session(folder, 'HEAD', 'newer');
    const newer = snapshotsOf(folder).find(name => name !== file) ?? '';
    renameSync(file, newer);
    expectSame(session(folder, 'HEAD', 'newer'), fresh(folder));
  });

  test('removed while it is open', () => {
    const moment = momentOf(folder);
    const open = standing(folder, moment);
    rmSync(path.join(folder, '.git/docket'), { recursive: true });
    expectSame(sessionOn(open, { source: moment.source, changed: [], asOf: AS_OF }), fresh(folder));
  });

  test('being written by another process: what is unfinished is not read', () => {
    session(folder);
    const [file = ''] = snapshotsOf(folder);
    writeFileSync(`${file}-1.tmp`, readFileSync(file).subarray(0, 500));
    expectSame(session(folder), fresh(folder));
    put(folder, { 'docket.yml': 'docket: 1\n' });
    commit(folder);
    expectSame(session(folder), fresh(folder));
    expect(snapshotsOf(folder).length).toBeLessThanOrEqual(2);
  });
});

test('where none can be written there is none', () => {
  session(folder);
  const [file = ''] = snapshotsOf(folder);
  rmSync(file);
  mkdirSync(file);
  expect(standingOn(folder, momentOf(folder), { engine: ENGINE, onSlow: () => {} })).toBeUndefined();
  rmSync(homeOf(folder), { recursive: true });
  writeFileSync(homeOf(folder), 'a file in its place');
  expect(standingOn(folder, momentOf(folder), { engine: ENGINE, onSlow: () => {} })).toBeUndefined();
});

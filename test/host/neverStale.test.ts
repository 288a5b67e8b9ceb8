/** After whatever was done to a repository, a run with the cache says what a run without one says. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { checkTree } from '../../host/project/checked.ts';
import { findingsOf } from '../../host/project/findings.ts';
import { CONFIG, git, GOOD, repositoryWith } from '../badInput/onDisk.ts';

type Roll = (sides: number) => number;

/** A repeatable stream of numbers, so that a failure can be run again from its seed. */
function dice(seed: number): Roll {
  let state = seed;
  return sides => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const pick = <T>(roll: Roll, list: readonly T[]): T => list[roll(list.length)] as T;

const EVIDENCE = 'evidence/QZ-2026-05.txt';
const SCRIPT = 'ignored/fix.sql';
const DOCUMENTS = [
  'records/ticket/2026/WX-2026-0001.md',
  'records/ticket/2026/WX-2026-0002.md',
  'docs/说明.md',
  'docs/linked.md',
  'moved/a.md',
];
const WORDS = [
  '无法登录。',
  '无法退出。',
  '见 [[WX-2026-0002]]。',
  '见 [[WX-2026-0009]]。',
  '<!-- docket allow ref/broken: 旧系统编号 -->\n\n[[WX-2026-0009]]',
];
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const SIGNED = `---\ntype: signoff-batch\nsignatures:\n  - { role: user_confirm, name: 方老师, date: 2026-06-03, method: wet, evidence: ${EVIDENCE}, sha256: ${sha256('甲')} }\n---\n# 五月\n`;
const CHANGE = `---\nid: BG-2026-0001\ntype: change-approval\nstatus: approved\nscripts:\n  - { path: ${SCRIPT}, sha256: ${sha256('甲')} }\n---\n# 变更\n`;

const RELEASED = '---\nid: BS-2026-001\ntype: deployment\nstatus: success\nrelease_tag: v1\n---\n# 上线\n';

const FILES = {
  'docket.yml': CONFIG,
  'records/deployment/2026/BS-2026-001.md': RELEASED,
  '.gitignore': 'ignored/\n',
  [EVIDENCE]: '甲',
  [SCRIPT]: '甲',
  'records/signoff-batch/2026/QZ-2026-05.md': SIGNED,
  'records/change-approval/2026/BG-2026-0001.md': CHANGE,
  [DOCUMENTS[0] as string]: GOOD,
};

const CONFIGS = [
  CONFIG,
  'docket: 1\nlanguage: en\n',
  'docket: 1\nextends: docket:core\n',
  'docket: 1\nrules: { ref/broken: warning }\n',
  'docket: 1\ngit: { remotes: [git.example.cn] }\n',
  'docket: 1\ndocuments: { include: [records/**/*.md] }\n',
];
/** Where there was none before, this is all that is told. */
const BROKEN_CONFIG = 'docket: 1\npeople: [\n';
const KINDS = [
  'kind: note\nlabel: { zh: 便笺, en: Note }\nfolder: docs\nfields: { a: { zh: 甲, en: A, type: text, required: true } }\n',
  'kind: note\nlabel: { zh: 便笺, en: Note }\nfolder: docs\n',
  'kind: [',
];

interface Repository {
  readonly folder: string;
  readonly roll: Roll;
}

/** Writes without changing what stands outside of the repository, and leaves a folder alone. */
function write({ folder }: Repository, file: string, text: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

const STEPS: Readonly<Record<string, (repository: Repository) => void>> = {
  edit: at =>
    write(
      at,
      pick(at.roll, DOCUMENTS),
      GOOD.replace('无法登录。', pick(at.roll, WORDS)).replace(/WX-2026-0001/, `WX-2026-000${1 + at.roll(2)}`),
    ),
  note: at => write(at, 'docs/说明.md', '---\ntype: note\n---\n# 便笺\n'),
  'edit and set the clock back': at => {
    const file = pick(at.roll, DOCUMENTS);
    write(at, file, GOOD.replace('无法登录。', pick(at.roll, WORDS)));
    utimesSync(path.join(at.folder, file), 1_700_000_000, 1_700_000_000);
  },
  remove: at => rmSync(path.join(at.folder, pick(at.roll, DOCUMENTS)), { force: true }),
  config: at => write(at, 'docket.yml', pick(at.roll, CONFIGS)),
  'broken config': at => write(at, 'docket.yml', BROKEN_CONFIG),
  kinds: at => write(at, 'docket/kinds/note.yml', pick(at.roll, KINDS)),
  'no kinds': at => rmSync(path.join(at.folder, 'docket'), { recursive: true, force: true }),
  evidence: at => write(at, EVIDENCE, pick(at.roll, ['甲', '乙'])),
  'no evidence': at => rmSync(path.join(at.folder, EVIDENCE), { force: true }),
  'ignored script': at => write(at, SCRIPT, pick(at.roll, ['甲', '乙'])),
  'no ignored script': at => rmSync(path.join(at.folder, SCRIPT), { force: true }),
  link: at => {
    const link = path.join(at.folder, 'docs/linked.md');
    rmSync(link, { force: true });
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(
      pick(at.roll, [
        '../ignored/target.md',
        '说明.md',
        '../records/ticket/2026/WX-2026-0001.md',
        'nowhere.md',
        '/etc/hostname',
      ]),
      link,
    );
  },
  'what the link leads to': at => write(at, 'ignored/target.md', GOOD.replace('无法登录。', pick(at.roll, WORDS))),
  add: ({ folder }) => void git(folder, 'add', '-A'),
  commit: ({ folder }) => {
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'x');
  },
  move: ({ folder, roll }) => {
    const [from, to] = [pick(roll, DOCUMENTS), pick(roll, DOCUMENTS)];
    if (from === to || !isTracked(folder, from)) return;
    mkdirSync(path.join(folder, path.dirname(to)), { recursive: true });
    git(folder, 'mv', '-f', from, to);
  },
  'back one commit': ({ folder }) => {
    git(folder, 'reset', '-q', '--hard');
    if (git(folder, 'rev-list', '--count', 'HEAD').trim() !== '1') git(folder, 'checkout', '-q', '--detach', 'HEAD~1');
  },
  'line ends': ({ folder, roll }) => {
    git(folder, 'config', 'core.autocrlf', pick(roll, ['true', 'false', 'input']));
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'x');
    for (const file of DOCUMENTS) if (isTracked(folder, file)) rmSync(path.join(folder, file));
    git(folder, 'checkout', '-q', '--', '.');
  },
  tag: ({ folder, roll }) => git(folder, 'tag', ...pick(roll, [['-f'], ['-d']]), pick(roll, ['v1', 'v2'])),
  remote: ({ folder, roll }) =>
    git(folder, 'config', 'remote.origin.url', pick(roll, ['git@git.example.cn:x', 'git@github.com:x', '../x'])),
  'assume unchanged': ({ folder, roll }) => {
    const file = pick(roll, DOCUMENTS);
    if (isTracked(folder, file))
      git(
        folder,
        'update-index',
        pick(roll, ['--assume-unchanged', '--no-assume-unchanged', '--skip-worktree', '--no-skip-worktree']),
        file,
      );
  },
};

/** A broken configuration hides what the other steps do, so mostly the next step repairs it. */
function nextStep({ folder, roll }: Repository): string {
  const isBroken = readFileSync(path.join(folder, 'docket.yml'), 'utf8') === BROKEN_CONFIG;
  return isBroken && roll(4) > 0 ? 'config' : pick(roll, Object.keys(STEPS));
}

function isTracked(folder: string, file: string): boolean {
  return (
    git(folder, 'ls-files', '--', file) !== '' &&
    existsSync(path.join(folder, file)) &&
    lstatSync(path.join(folder, file)).isFile()
  );
}

describe('with the cache as without it', () => {
  test.each([1, 2, 3])('seed %d', { timeout: 120_000 }, async seed => {
    const at: Repository = { folder: repositoryWith(FILES), roll: dice(seed) };
    const answers = new Set<string>();
    for (let step = 0; step < 55; step++) {
      const name = nextStep(at);
      attempt(() => STEPS[name]?.(at));
      const cached = await answer(at.folder);
      answers.add(cached);
      expect({ step, name, answer: JSON.parse(cached) }).toEqual({ step, name, answer: JSON.parse(afresh(at.folder)) });
    }
    // Otherwise the steps would have tried nothing.
    expect(answers.size).toBeGreaterThan(12);
  });
});

test('a tag that is set and a remote that is added between two checks', async () => {
  const config = `${CONFIG}git: { remotes: [git.example.cn] }\n`;
  const folder = repositoryWith({ 'docket.yml': config, 'records/deployment/2026/BS-2026-001.md': RELEASED });
  const said = async () => {
    const { findings } = await checkTree(folder, '2026-06-01', 'test');
    return findings
      .map(({ rule }) => rule)
      .filter(rule => rule === 'deployment/tag-exists' || rule === 'repo/remote-allowlist');
  };
  expect(await said()).toEqual(['deployment/tag-exists']);
  git(folder, 'tag', 'v1');
  expect(await said()).toEqual([]);
  git(folder, 'remote', 'add', 'mirror', 'git@github.com:x/y.git');
  expect(await said()).toEqual(['repo/remote-allowlist']);
});

test('a kind of the project that changes', async () => {
  const folder = repositoryWith({ 'docket.yml': CONFIG, 'docs/a.md': '---\ntype: note\n---\n# 便笺\n' });
  const said = async () => {
    const found = (await checkTree(folder, '2026-06-01', 'test')).findings.filter(({ at }) => at.path === 'docs/a.md');
    return found.map(({ message }) => message.zh).filter(words => /便笺|甲|note/.test(words));
  };
  const unknown = await said();
  write({ folder, roll: dice(1) }, 'docket/kinds/note.yml', KINDS[0] ?? '');
  const wanting = await said();
  write({ folder, roll: dice(1) }, 'docket/kinds/note.yml', KINDS[1] ?? '');
  expect([unknown, wanting, await said()]).toEqual([
    [expect.stringContaining('note')],
    [expect.stringContaining('甲')],
    [],
  ]);
});

test('a checkout that writes CRLF: an allowance covers what it covered', async () => {
  const lines = Array.from({ length: 40 }, (_, n) => `第 ${n} 行\n`).join('');
  const text = `# 一\n\n## 甲\n\n${lines}\n<!-- docket allow ref/broken: 旧系统编号 -->\n\n[[WX-2026-0008]]\n\n## 乙\n\n[[WX-2026-0009]]\n`;
  const folder = repositoryWith({ 'docket.yml': CONFIG, 'docs/a.md': text });
  const broken = async (asOf: string) =>
    (await checkTree(folder, asOf, 'test')).findings
      .filter(({ rule }) => rule === 'ref/broken')
      .map(({ at }) => at.range.start.line);
  expect(await broken('2026-06-01')).toEqual([51]);
  // As the system's settings of git on Windows say it, which no file of the repository tells.
  for (const [name, value] of [
    ['GIT_CONFIG_COUNT', '1'],
    ['GIT_CONFIG_KEY_0', 'core.autocrlf'],
    ['GIT_CONFIG_VALUE_0', 'true'],
  ] as const)
    vi.stubEnv(name, value);
  rmSync(path.join(folder, 'docs/a.md'));
  git(folder, 'checkout', '-q', '--', 'docs/a.md');
  expect(readFileSync(path.join(folder, 'docs/a.md'), 'utf8')).toContain('\r\n');
  expect(git(folder, 'ls-files', '--modified')).toBe('');
  expect(await broken('2026-06-02')).toEqual([51]);
  vi.unstubAllEnvs();
});

/** Git refuses some steps (a move onto a folder, a checkout over changes); then nothing changed, which is a step too. */
function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    expect(String(error)).toMatch(/^Error: git |ENOENT|EISDIR|EEXIST/);
  }
}

async function answer(folder: string): Promise<string> {
  return JSON.stringify(await checkTree(folder, '2026-06-01', 'test'));
}

/** From the files as they lie there, with no cache and no list of git's contents. */
function afresh(folder: string): string {
  return JSON.stringify(findingsOf(folder, '2026-06-01'));
}

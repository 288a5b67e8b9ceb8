/** Changes nobody would wish for, on the command line: odd names, sources nobody can read, a lock in conflict, a git that fails. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, commit, type Files, folderWith, git, put, repositoryWith, type Run } from './onDisk.ts';
import { DOCKET } from '../program.ts';

const LLD = 'docs/ZZGL-LLD.md';
const RULES =
  'rules: { commit/docs-owed: error, commit/comment-required: warning, change/script-hash: error, trace/debt: error, trace/lock-readable: error }\n';
const CONFIG = `docket: 1\nextends: docket:core\nlanguage: zh-CN\n${RULES}owes: { due: { lld: commit } }\ncode:\n  - { kind: script, include: [db/**] }\n  - { kind: program, include: [src/**] }\n`;
const DESIGN =
  '---\nid: ZZGL-LLD\ntype: lld\nstatus: draft\n---\n# 详细设计\n\n### LD-REV-07 超期提醒\n\n- 代码：src/**\n\n提前两天提醒。\n';
const JAVA = '/** 提醒。 */\npublic class Job {\n  /** 每天一次。 */\n  public void run() {\n    remind(2);\n  }\n}\n';

function project(more: Files = {}): string {
  const root = repositoryWith({ 'docket.yml': CONFIG, [LLD]: DESIGN, 'src/Job.java': JAVA, ...more });
  git(root, 'config', 'user.name', '李四');
  return root;
}

/** What a commit of these files would be told. */
function staged(root: string, files: Files): Run {
  put(root, files);
  git(root, 'add', '-A');
  return check(root, { args: ['--staged'] });
}

const told = ({ findings }: Run, rule: string) =>
  findings.filter(finding => finding.rule === rule).map(finding => finding.path);

function docket(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [DOCKET, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, out: stdout, err: stderr };
}

describe.skipIf(process.platform !== 'linux')('names of sources', () => {
  const NAMES = [
    'new\nline',
    '"quotes" it\'s',
    '-x/--y',
    '超期 提醒',
    'a#b',
    '$(touch x);`y`',
    'tab\t',
    '*',
    '{a,b}',
    '[a]',
    '%0A',
    ' ',
  ];
  const files = (text: string) => Object.fromEntries(NAMES.map(name => [`src/${name}.java`, text]));
  const paths = Object.keys(files('')).sort();

  test('each owes under its own name, is recorded under it, and is then known', () => {
    const root = project(files(JAVA));
    expect(docket(root, ['settle', '--unreviewed', '--because', '开始']).status).toBe(0);
    commit(root);
    expect(told(check(root), 'trace/debt')).toEqual([]);
    const owing = staged(root, files(JAVA.replace('2', '3'))).findings.filter(
      ({ rule }) => rule === 'commit/docs-owed',
    );
    const code = owing
      .flatMap(({ path: file, related }) => [file, ...related.map(place => place.path)])
      .filter(file => file !== LLD);
    expect(code.sort()).toEqual(paths);
    expect(told(check(root), 'trace/debt')).toEqual([LLD]);
    expect(docket(root, ['settle', 'LD-REV-07', '--because', '看过']).status).toBe(0);
    expect(check(root).findings.filter(({ rule }) => rule.startsWith('trace/'))).toEqual([]);
    git(root, 'add', '-A');
    expect(told(check(root, { args: ['--staged'] }), 'commit/docs-owed')).toEqual([]);
    expect(existsSync(path.join(root, 'x'))).toBe(false);
  });

  test('that are no text are told with a mark', () => {
    const root = project();
    const name = Buffer.concat([Buffer.from(`${root}/src/`), Buffer.from([0xb5, 0xc7, 0xff]), Buffer.from('.java')]);
    writeFileSync(name, JAVA);
    git(root, 'add', '-A');
    expect(told(check(root, { args: ['--staged'] }), 'commit/docs-owed')).toEqual(['src/\uFFFD\uFFFD\uFFFD.java']);
  });
});

test('CRLF in place of LF, or the other way, is no change of a source', () => {
  const root = project({ 'src/crlf.py': 'def f():\r\n    return 1\r\n', 'src/note.txt': '一\r\n二\r\n' });
  git(root, 'config', 'core.autocrlf', 'false');
  const run = staged(root, {
    'src/Job.java': JAVA.replaceAll('\n', '\r\n'),
    'src/crlf.py': 'def f():\n    return 1\n',
    'src/note.txt': '一\n二\n',
  });
  expect(git(root, 'diff', '--cached', '--name-only').trim().split('\n')).toHaveLength(3);
  expect(run).toMatchObject({ code: 0, findings: [] });
});

describe('a source', () => {
  const methods = (from: number, count: number) =>
    Array.from(
      { length: count },
      (_, n) => `  public int m${from + n}(int a) {\n    return a + ${from + n};\n  }\n`,
    ).join('');
  const noise = Uint8Array.from({ length: 100_000 }, (_, n) => (n * 7919 + (n >> 3)) & 255);
  const minified = Array.from({ length: 2_000 }, (_, n) => `export function f${n}(a,b){return a+b*${n}}`).join('');

  test.each<[string, Files]>([
    ['of 20 MB', { 'src/Big.java': `public class Big {\n${methods(0, 1_000).repeat(400)}}\n` }],
    ['minified into one line', { 'src/app.js': minified }],
    ['minified into lines of 500', { 'src/app.js': minified.replace(/(.{450,}?\})/g, '$1\n') }],
    [
      'that is generated',
      { 'src/Gen.java': `// Code generated by mapper-gen. DO NOT EDIT.\npublic class Gen {\n${methods(0, 50)}}\n` },
    ],
    ['that is binary, whatever its name', { 'src/Bin.java': noise }],
    ['that is an image', { 'src/logo.png': noise }],
  ])('%s owes as a whole, and nothing else is said of it', (_what, files) => {
    const root = project();
    const run = staged(root, files);
    expect(run.findings.map(({ rule }) => rule)).toEqual(['commit/docs-owed']);
    commit(root);
    expect(staged(root, { 'README.md': '# 一\n' }).findings).toEqual([]);
  });

  test('of 20 MB is held once or twice, not taken apart', () => {
    const root = project();
    put(root, { 'src/Big.java': `public class Big {\n${methods(0, 1_000).repeat(400)}}\n` });
    git(root, 'add', '-A');
    const run = docket(root, ['check', '--staged'], { NODE_OPTIONS: '--max-old-space-size=100' });
    expect(run).toMatchObject({ status: 1, err: '' });
  });

  test.each<[string, Files]>([
    ['Java', { 'src/Broken.java': 'public class Broken { public void run( { if (x { """ \n' }],
    ['Python', { 'src/broken.py': 'def f(:\n   x = """\n  class\n\tdef g(\n' }],
    ['TypeScript in conflict', { 'src/broken.ts': 'export function a({ b: ${`\n<<<<<<< HEAD\nfoo(\n=======\n' }],
    ['SQL', { 'src/broken.sql': "create or replace procedure ((( 'x\nbegin begin\n" }],
    ['nothing at all', { 'src/Empty.java': '' }],
  ])('that does not parse, %s: it owes like any other', (_what, files) => {
    const root = project();
    const [file = ''] = Object.keys(files);
    expect(told(staged(root, files), 'commit/docs-owed')).toEqual([file]);
  });
});

test('a script that changes between approval and execution is told where it was approved, with the commit and over the range', () => {
  const sql = 'update t_rule set days = 3 where code = 1;\n';
  const digest = spawnSync('sha256sum', { input: sql, encoding: 'utf8' }).stdout.slice(0, 64);
  const BG = 'records/change-approval/2026/BG-2026-0005.md';
  const form = `---\nid: BG-2026-0005\ntype: change-approval\nstatus: approved\nchange_kind: [db_script]\nscripts:\n  - path: db/V5.sql\n    sha256: ${digest}\n---\n# 提前量\n`;
  const root = project({ 'db/V5.sql': sql, [BG]: form });
  expect(told(check(root), 'change/script-hash')).toEqual([]);
  const run = staged(root, { 'db/V5.sql': sql.replace('3', '30') });
  expect(told(run, 'change/script-hash')).toEqual([BG]);
  expect(run.code).toBe(1);
  commit(root);
  expect(told(check(root, { args: ['--range', 'HEAD~1..HEAD'] }), 'change/script-hash')).toEqual([BG]);
  expect(told(check(root), 'change/script-hash')).toEqual([BG]);
});

test('the scan of a signature that is another, or gone, is told where it was signed, with the commit', () => {
  const scan = 'evidence/QZ-2026-05.pdf';
  const QZ = 'records/signoff-batch/2026/QZ-2026-05.md';
  const digest = spawnSync('sha256sum', { input: '签字', encoding: 'utf8' }).stdout.slice(0, 64);
  const signed = `---\nid: QZ-2026-05\nsignatures:\n  - { role: user_confirm, name: 方老师, date: 2026-06-03, method: wet, evidence: ${scan}, sha256: ${digest} }\n---\n# 五月\n`;
  const root = project({
    'docket.yml': CONFIG.replace('rules: {', 'rules: { sign/evidence-missing: error,'),
    [QZ]: signed,
    [scan]: '签字',
  });
  expect(told(staged(root, { [scan]: '改过' }), 'sign/evidence-missing')).toEqual([QZ]);
  git(root, 'rm', '-q', '-f', scan);
  expect(told(check(root, { args: ['--staged'] }), 'sign/evidence-missing')).toEqual([QZ]);
});

describe('docket.lock', () => {
  const VALUE = '  cbb216a0368a 955af7666b67 agreed 李四 -\n';

  test.each([
    ['conflict markers', `<<<<<<< HEAD\nLD-REV-07 src/Job.java\n${VALUE}=======\n>>>>>>> side\n`, 3],
    ['lines of something else', `{ "lockfileVersion": 3 }\nLD-REV-07 src/Job.java\n${VALUE}`, 1],
    ['a value without its key', VALUE, 1],
    ['bytes', new Uint8Array([0xff, 0xfe, 0x00, 0x41, 0x0a, 0x80]), 1],
  ])('with %s: a finding each, at the gate too, and nothing is written over them', (_what, text, count) => {
    const root = project();
    const run = staged(root, { 'docket.lock': text });
    expect(told(run, 'trace/lock-readable')).toEqual(Array<string>(count).fill('docket.lock'));
    expect(told(check(root), 'trace/lock-readable')).toHaveLength(count);
    const settle = docket(root, ['settle', 'LD-REV-07', '--because', '看过']);
    expect(settle).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^docket: docket\.lock 第 \d+ 行读不懂，没有改写.*\n$/),
    });
    // Whoever commits something else is not told of it.
    commit(root);
    expect(told(staged(root, { 'README.md': '# 一\n' }), 'trace/lock-readable')).toEqual([]);
  });

  test('with a line twice says what it says once', () => {
    const root = project();
    docket(root, ['settle', '--unreviewed', '--because', '开始']);
    const text = git(root, 'hash-object', '-w', 'docket.lock');
    const once = git(root, 'cat-file', 'blob', text.trim());
    const [head = '', ...lines] = once.split(/(?<=\n)/);
    expect(staged(root, { 'docket.lock': [head, ...lines, ...lines].join('') })).toMatchObject({
      code: 0,
      findings: [],
    });
    expect(told(check(root), 'trace/debt')).toEqual([]);
  });
});

const COMMANDS = [
  ['check', '--staged'],
  ['check', '--range', 'HEAD'],
  ['check', '--since', 'HEAD'],
  ['owed'],
  ['owed', '--staged'],
  ['hook', 'install'],
  ['hook', 'status'],
  ['hook', 'uninstall'],
  ['hook', 'run', 'pre-commit'],
];

describe.skipIf(process.platform === 'win32')('one line and exit 2, nothing written, where git', () => {
  const own = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim();
  const instead = (script: string): Readonly<Record<string, string>> => {
    const bin = folderWith({ git: `#!/bin/sh\n${script}\n` });
    chmodSync(path.join(bin, 'git'), 0o755);
    return { GIT: own, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
  };
  /** Rules ask git for its remotes, tags, commits and signatures. */
  const released = () => {
    const asking =
      'rules: { repo/remote-allowlist: error, deployment/tag-exists: error, sign/signed-commit: error, ref/broken: error }\n';
    const more = `${asking}git: { remotes: [git.example.cn] }\npeople:\n  - { id: A-02, name: 何科长 }\nsigning_keys:\n  - { person: A-02, key: "SHA256:x" }\n`;
    const root = project({
      'docket.yml': CONFIG.replace(RULES, more),
      'records/deployment/2026/BS-2026-001.md':
        '---\nid: BS-2026-001\ntype: deployment\nstatus: success\nrelease_tag: v1\nchanges: [BG-2026-0005]\nstarted_at: "2099-01-01T20:00:00+08:00"\n---\n# 上线\n',
      'records/change-approval/2026/BG-2026-0005.md':
        '---\nid: BG-2026-0005\nsignatures:\n  - { role: approved, name: 何科长, date: 2026-04-02, method: commit }\n---\n# 预警\n',
    });
    git(root, 'remote', 'add', 'origin', 'https://elsewhere.example.cn/x.git');
    git(root, 'tag', 'v1');
    put(root, { 'src/Job.java': JAVA.replace('2', '3') });
    git(root, 'commit', '-q', '-a', '-m', '提醒\n\nChange: BG-2026-0005\nDoc: BG-2026-0005\n');
    return root;
  };
  const state = (root: string) => [
    git(root, 'status', '--porcelain'),
    git(root, 'config', '--local', '--list'),
    existsSync(path.join(root, '.git/hooks/docket-hook.sh')),
  ];

  test.each<[string, () => Readonly<Record<string, string>>]>([
    ['is missing', () => ({ PATH: folderWith({}) })],
    [
      'is too old',
      () =>
        instead(
          'case "$*" in *--version*) echo git version 1.7.1;; *) echo "error: unknown option" >&2; exit 129;; esac',
        ),
    ],
    ['is stopped at once', () => instead('kill -9 $$')],
  ])('%s', (_what, env) => {
    const root = project();
    put(root, { 'src/Job.java': JAVA.replace('2', '3') });
    git(root, 'add', '-A');
    const before = state(root);
    for (const args of COMMANDS) {
      const { status, err, out } = docket(root, args, env());
      expect({ args, status, lines: err.trimEnd().split('\n').length, out }).toEqual({
        args,
        status: 2,
        lines: 1,
        out: '',
      });
      expect(err).not.toMatch(/Internal|程序出错|undefined/);
    }
    expect(state(root)).toEqual(before);
  });

  test.each(['diff-index', 'diff', 'cat-file', 'ls-files', 'rev-parse', 'log', 'status'])(
    'is stopped in the middle of %s: the answer, or that line',
    command => {
      const root = project();
      put(root, { 'src/Job.java': JAVA.replace('2', '3') });
      git(root, 'add', '-A');
      const env = instead(
        `case " $* " in *' ${command} '*) "$GIT" "$@" | head -c 20; kill -9 $$;; *) exec "$GIT" "$@";; esac`,
      );
      const run = docket(root, ['check', '--staged'], env);
      if (run.status === 2) expect(run.err.trimEnd().split('\n')).toHaveLength(1);
      else
        expect({ status: run.status, owes: run.out.includes('commit/docs-owed') }).toEqual({ status: 1, owes: true });
    },
  );

  test.each([
    'ls-files -s',
    'ls-files -z --modified',
    'rev-parse',
    'remote',
    'for-each-ref',
    'log',
    'rev-list',
    'verify-commit',
  ])(
    'is stopped in the middle of %s while the project is checked: no rule is silent for that, and nothing of it is kept',
    command => {
      const root = released();
      const asked = (env = {}) => docket(root, ['check', '--format', 'json', '--as-of', '2026-06-01'], env);
      const findingsIn = ({ out }: { readonly out: string }) => (JSON.parse(out) as Pick<Run, 'findings'>).findings;
      expect(asked().status).toBe(1);
      put(root, { [LLD]: DESIGN.replace('提前两天提醒。', '见 [[LD-REV-09]] 。') });
      const said = findingsIn(
        asked(
          instead(`case " $* " in *' ${command} '*) "$GIT" "$@" | head -c 4; kill -9 $$;; *) exec "$GIT" "$@";; esac`),
        ),
      );
      const next = asked().out;
      docket(root, ['cache', '--clear']);
      const whole = asked();
      const failed = said.filter(({ rule }) => rule === 'docket/rule-failed').map(({ message }) => message);
      const silent = findingsIn(whole).filter(({ rule }) => !said.some(finding => finding.rule === rule));
      expect(
        silent.filter(({ rule }) => !failed.some(message => message.startsWith(`规则 ${rule} 出错：git 没有读完：`))),
      ).toEqual([]);
      expect(next).toBe(whole.out);
    },
  );
});

describe.skipIf(process.platform === 'win32')('what the repository tells git to run is not run', () => {
  const root = project();
  const mark = path.join(folderWith({}), 'mark');
  const trap = path.join(folderWith({ trap: `#!/bin/sh\necho "$0 $*" >> '${mark}'\ncat\n` }), 'trap');
  chmodSync(trap, 0o755);
  put(root, { '.gitattributes': '* filter=trap diff=trap merge=trap\n', 'src/Job.java': JAVA.replace('2', '3') });
  git(root, 'add', '-A');
  const programs = {
    'core.fsmonitor': trap,
    'core.pager': trap,
    'core.editor': trap,
    'core.sshCommand': trap,
    'core.askPass': trap,
    'diff.external': trap,
    'diff.trap.command': trap,
    'diff.trap.textconv': trap,
    'filter.trap.clean': trap,
    'filter.trap.smudge': trap,
    'filter.trap.process': trap,
    'gpg.program': trap,
    'credential.helper': trap,
    'alias.diff': `!${trap}`,
    'sequence.editor': trap,
  };
  for (const [key, value] of Object.entries(programs)) git(root, 'config', key, value);

  test.each(
    COMMANDS.filter(([name, what]) => name !== 'hook' || what !== 'run').map(args => [args.join(' '), args] as const),
  )('%s', (_name, args) => {
    rmSync(mark, { force: true });
    const { status, err } = docket(root, args);
    expect(err).not.toMatch(/程序出错|Internal/);
    expect([0, 1]).toContain(status);
    expect(existsSync(mark)).toBe(false);
  });
});

test('folders to compare are named from --cwd', () => {
  const folder = folderWith({ 'old/docket.yml': CONFIG, [`old/${LLD}`]: DESIGN, 'old/src/Job.java': JAVA });
  for (const [file, text] of Object.entries({
    'docket.yml': CONFIG,
    [LLD]: DESIGN,
    'src/Job.java': JAVA.replace('2', '3'),
  }))
    put(folder, { [`new/${file}`]: text });
  const elsewhere = folderWith({});
  const { status, out } = docket(elsewhere, ['check', '--cwd', folder, '--from', 'old', '--to', 'new']);
  expect({ status, owes: out.includes('commit/docs-owed') }).toEqual({ status: 1, owes: true });
  expect(docket(elsewhere, ['owed', '--cwd', path.join(folder, 'old'), '--from', '.', '--to', '../new']).out).toContain(
    'LD-REV-07',
  );
});

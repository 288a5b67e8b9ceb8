/** Installing beside whatever keeps hooks already, and taking it all away again: every byte as it was. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { at, folder, PAID, type Repository, repository } from './repository.ts';

/** Every file that hooks and settings of the clone are kept in, with its bytes and permissions. */
function kept({ root }: Repository): readonly string[] {
  const found: string[] = [];
  const walk = (name: string): void => {
    const file = path.join(root, name);
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const inside of readdirSync(file)) walk(path.join(name, inside));
    else if (stat?.isSymbolicLink()) found.push(`${name} → ${readlinkSync(file)}`);
    else if (stat) found.push(`${name} ${stat.mode.toString(8)} ${readFileSync(file, 'base64')}`);
  };
  for (const name of ['.git/hooks', '.git/config', '.husky', '.lefthook', 'lefthook.yml', 'hooks', '.gitattributes'])
    walk(name);
  return found.sort();
}

function hook(made: Repository, file: string, text: string | Uint8Array, mode = 0o755): void {
  mkdirSync(path.dirname(path.join(made.root, file)), { recursive: true });
  writeFileSync(path.join(made.root, file), text);
  chmodSync(path.join(made.root, file), mode);
}

/** Commits with the program replaced by one that says what it is asked, then a foreign hook's own words. */
function saidBy(made: Repository, exit = 0): string {
  hook(made, 'node_modules/.bin/docket', `#!/bin/sh\necho "$@"\nexit ${exit}\n`);
  const { err } = made.git('commit', '--allow-empty', '-m', 'x');
  return err;
}

const ASKED =
  'hook run pre-commit\nhook run prepare-commit-msg .git/COMMIT_EDITMSG message\nhook run commit-msg .git/COMMIT_EDITMSG\n';

interface Foreign {
  readonly what: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly mode?: number;
  readonly hooksPath?: string;
  /** What is heard of them when somebody commits. */
  readonly said?: string;
}

const foreign: readonly Foreign[] = [
  { what: 'nothing', files: {} },
  { what: 'a script', files: { '.git/hooks/pre-commit': '#!/bin/sh\necho foreign\n' }, said: 'foreign\n' },
  {
    what: 'a script that ends in exit 0',
    files: { '.git/hooks/pre-commit': '#!/usr/bin/env bash\nset -eu\necho foreign\nexit 0\n' },
    said: 'foreign\n',
  },
  {
    what: 'a script that ends in exec, its last line not ended',
    files: { '.git/hooks/pre-commit': '#!/bin/sh -e\nexec echo foreign' },
    said: 'foreign\n',
  },
  { what: 'a first line and no more', files: { '.git/hooks/pre-commit': '#!/bin/sh' } },
  {
    what: 'a script in another encoding',
    files: { '.git/hooks/pre-commit': Buffer.from('#!/bin/sh\n# \xb9\xa4\xb5\xa5\necho foreign\n', 'latin1') },
    said: 'foreign\n',
  },
  { what: 'a script without a first line', files: { '.git/hooks/pre-commit': 'echo foreign\n' }, said: 'foreign\n' },
  {
    what: 'a program in another language',
    files: { '.git/hooks/pre-commit': '#!/usr/bin/perl\nprint STDERR "foreign\\n";\n' },
    said: 'foreign\n',
  },
  { what: 'a hook that is switched off', files: { '.git/hooks/pre-commit': '#!/bin/sh\necho foreign\n' }, mode: 0o644 },
  {
    what: 'core.hooksPath',
    files: { 'hooks/pre-commit': '#!/bin/sh\necho foreign\n' },
    hooksPath: 'hooks',
    said: 'foreign\n',
  },
  {
    what: 'husky 9',
    files: {
      '.husky/pre-commit': 'echo foreign\n',
      ...Object.fromEntries(
        ['pre-commit', 'commit-msg', 'prepare-commit-msg'].map(name => [
          `.husky/_/${name}`,
          `#!/usr/bin/env sh\ns=.husky/${name}\n[ ! -f $s ] || sh -e $s "$@"\n`,
        ]),
      ),
    },
    mode: 0o755,
    hooksPath: '.husky/_',
    said: 'foreign\n',
  },
  {
    what: 'husky 8',
    files: {
      '.husky/pre-commit': '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\necho foreign\n',
      '.husky/_/husky.sh':
        'if [ -z "$husky_skip_init" ]; then\n  readonly husky_skip_init=1\n  export husky_skip_init\n  sh -e "$0" "$@"\n  exit $?\nfi\n',
    },
    hooksPath: '.husky',
    said: 'foreign\n',
  },
];

describe.skipIf(process.platform === 'win32').each(foreign)('beside $what', ({ files, mode, hooksPath, said = '' }) => {
  const made = repository();
  made.git('config', 'core.hooksPath', hooksPath ?? '.git/hooks');
  if (hooksPath === undefined) made.git('config', '--unset', 'core.hooksPath');
  for (const [file, text] of Object.entries(files)) hook(made, file, text, mode);
  const before = kept(made);

  test('both run; a second time changes nothing; uninstalled, every byte is as it was', () => {
    expect(made.docket('hook', 'install')).toMatchObject({ status: 0 });
    const once = kept(made);
    const again = made.docket('hook', 'install');
    expect(again).toMatchObject({ status: 1, err: '钩子已经装好，没有改动。\n' });
    expect(again.out).toMatch(/^(?:无变化 .*\n)+$/);
    expect(kept(made)).toEqual(once);
    expect(made.docket('hook', 'status')).toMatchObject({ status: 0 });
    expect(saidBy(made)).toBe(ASKED.replace('commit\n', `commit\n${said}`));
    expect(saidBy(made, 1)).toBe('hook run pre-commit\n');
    expect(made.docket('hook', 'uninstall')).toMatchObject({ status: 0, err: '' });
    expect(kept(made)).toEqual(before);
    expect(made.docket('hook', 'status').status).toBe(1);
  });
});

describe.skipIf(process.platform === 'win32')('installing', () => {
  test('a link is kept as a link', () => {
    const made = repository();
    hook(made, 'scripts/check.sh', '#!/bin/sh\necho foreign\n');
    symlinkSync('../../scripts/check.sh', path.join(made.root, '.git/hooks/pre-commit'));
    const before = kept(made);
    made.docket('hook', 'install');
    expect(saidBy(made)).toContain('hook run pre-commit\nforeign\n');
    made.docket('hook', 'uninstall');
    expect(kept(made)).toEqual(before);
  });

  test('lines that were added to our own hook stay', () => {
    const made = repository();
    made.docket('hook', 'install');
    hook(made, '.git/hooks/pre-commit', `${made.read('.git/hooks/pre-commit')}echo mine\n`);
    made.docket('hook', 'uninstall');
    expect(made.read('.git/hooks/pre-commit')).toBe(
      '#!/bin/sh\n# Written by docket hook install; other commands may follow.\necho mine\n',
    );
  });

  test('what was written is what is to be committed; what is missing is to be installed', () => {
    const made = repository();
    expect(made.docket('hook', 'install').err).toContain('请提交 .gitattributes');
    expect(made.docket('hook', 'install').err).toBe('钩子已经装好，没有改动。\n');
    expect(made.docket('hook', 'status').err).toBe('');
    made.docket('hook', 'uninstall');
    expect(made.docket('hook', 'status').err).toBe('标 ✗ 的不在或已改动：运行 docket hook install。\n');
  });

  test('status tells where the program is, and that it is gone', () => {
    const made = repository();
    made.docket('hook', 'install');
    made.git('config', 'docket.program', '/nowhere/cli.js');
    expect(made.docket('hook', 'status')).toMatchObject({
      status: 1,
      out: expect.stringContaining('✗ docket.program /nowhere/cli.js\n'),
    });
    hook(made, 'node_modules/.bin/docket', '');
    expect(made.docket('hook', 'status')).toMatchObject({
      status: 0,
      out: expect.stringContaining('✓ node_modules/.bin/docket\n'),
    });
  });

  test('is shown, and not done, with --dry-run', () => {
    const made = repository();
    const before = kept(made);
    const { out } = made.docket('hook', 'install', '--dry-run');
    expect(out).toMatch(/^新建 {2}\.git\/hooks\/docket-hook\.sh\n新建 {2}\.git\/hooks\/pre-commit\n/);
    expect(kept(made)).toEqual(before);
  });

  test('from a folder of the project finds the hooks of the repository', () => {
    const made = repository();
    made.git('config', 'core.hooksPath', 'hooks');
    expect(at(path.join(made.root, 'docs')).docket('hook', 'install').out).toContain('新建  hooks/pre-commit\n');
    expect(saidBy(made)).toBe(ASKED);
  });

  test('in one worktree serves all', () => {
    const made = repository();
    const tree = path.join(path.dirname(made.root), '工作 区');
    made.git('worktree', 'add', '-q', '--detach', tree);
    const other = at(tree);
    expect(other.docket('hook', 'install').status).toBe(0);
    for (const each of [made, other]) expect(saidBy(each)).toContain('hook run pre-commit\n');
    expect(made.docket('hook', 'status').status).toBe(0);
  });

  test('works for a commit in a worktree and its folders', () => {
    const made = repository();
    made.docket('hook', 'install');
    const tree = path.join(path.dirname(made.root), '工作 区');
    made.git('worktree', 'add', '-q', '--detach', tree);
    const other = at(tree);
    other.put(PAID);
    expect(at(path.join(tree, 'src')).git('commit', '-qam', '改\n\nRefs: WX-2026-0003')).toMatchObject({
      status: 0,
      err: '',
    });
    expect(other.git('show', '--name-only', '--format=').out).toBe('docket.lock\ndocs/ZZGL-LLD.md\nsrc/Job.java\n');
    expect(other.git('status', '--porcelain').out).toBe('');
  });

  test('a folder of husky that git was not told of takes it, and the way on is said', () => {
    const made = repository();
    hook(made, '.husky/pre-push', 'true\n');
    const { out, err } = made.docket('hook', 'install');
    expect(out).toContain('新建  .husky/pre-commit\n');
    expect(err).toContain('npx husky');
  });

  test.each([
    ['lefthook.yml', 'pre-commit:\n  jobs: [{ run: echo x }]\n', 'lefthook install'],
    ['lefthook.toml', '[pre-commit]\n', 'lefthook install'],
    ['.pre-commit-config.yaml', 'repos: []\n', 'pre-commit install -t pre-commit -t commit-msg'],
  ])('%s that a person has to change is left alone', (file, text, then) => {
    const made = repository();
    made.put({ [file]: text });
    const before = kept(made);
    const { status, err: out } = made.docket('hook', 'install');
    expect(made.read('.gitattributes')).toContain('\ndocket.lock merge=union eol=lf\n');
    expect({ status, text: made.read(file) }).toEqual({ status: 0, text });
    expect(out).toContain(`${file} 管理，没有改动`);
    expect(out).toContain(then);
    expect(made.docket('hook', 'status').status).toBe(1);
    made.docket('hook', 'uninstall');
    expect(kept(made)).toEqual(before);
  });

  test('lefthook gets jobs and their script', () => {
    const made = repository();
    made.put({ 'lefthook.yml': '# 团队\npre-commit:\n  jobs:\n    - run: echo x # 注\n' });
    const before = kept(made);
    expect(made.docket('hook', 'install').status).toBe(0);
    expect(made.read('lefthook.yml')).toMatch(
      /^# 团队\npre-commit:\n {2}jobs:\n {4}- run: echo x # 注\n {4}# >>> docket >>>\n/,
    );
    expect(made.read('.lefthook/docket-hook.sh')).toMatch(/^#!\/bin\/sh\n/);
    made.docket('hook', 'uninstall');
    expect(kept(made)).toEqual(before);
  });

  test.each([
    ['a bare repository', ['init', '-q', '--bare'], '是裸仓库，没有人在里面提交，不装钩子'],
    ['a folder without git', ['--version'], '不在 git 工作区中，没有钩子可装'],
  ])('%s is refused', (_what, args, says) => {
    const made = at(folder());
    made.git(...args);
    for (const what of ['install', 'uninstall', 'status']) {
      const { status, err } = made.docket('hook', what);
      expect({ status, lines: err.trimEnd().split('\n').length }).toEqual({ status: 2, lines: 1 });
      expect(err).toContain(says);
    }
  });

  test('in a bare repository nobody is told to set up a project', () => {
    const made = at(folder());
    made.git('init', '-q', '--bare');
    for (const args of [['check'], ['trace'], ['settle', 'LD-REV-07', '--because', '只调参数']])
      expect(made.docket(...args)).toMatchObject({
        status: 2,
        err: expect.stringMatching(/是裸仓库，没有工作区和暂存区。请用 --range 指定提交范围。\n$/),
      });
  });

  test('a word nobody knows is told with those there are', () => {
    const made = at(folder());
    expect(made.docket('hook', 'instal')).toMatchObject({
      status: 2,
      err: 'docket: hook instal：请写 install、uninstall、status 或 run。\n',
    });
    expect(made.docket('hook', 'run', 'pre-push')).toMatchObject({
      status: 2,
      err: expect.stringContaining('hook run pre-push：'),
    });
  });
});

const UNION = '# >>> docket >>>\ndocket.lock merge=union eol=lf\n# <<< docket <<<';

describe('how docket.lock merges is said in .gitattributes', () => {
  test.each([
    ['of none', undefined, `${UNION}\n`],
    ['of other lines', '*.png binary\n', `*.png binary\n${UNION}\n`],
    ['whose last line is not ended', '*.png binary', `*.png binary\n${UNION}`],
    [
      'with line ends of Windows and another encoding',
      '# \u00b9\u00a4\r\n*.png binary\r\n',
      `# \u00b9\u00a4\r\n*.png binary\r\n${UNION}\n`,
    ],
  ])('%s; uninstalled, every byte is as it was', (_what, text, expected) => {
    const made = repository();
    const read = () => made.read('.gitattributes') && readFileSync(path.join(made.root, '.gitattributes'), 'latin1');
    if (text !== undefined) writeFileSync(path.join(made.root, '.gitattributes'), text, 'latin1');
    made.docket('hook', 'install');
    made.docket('hook', 'install');
    expect(read()).toBe(expected);
    expect(made.git('check-attr', 'merge', '--', 'docket.lock').out).toBe('docket.lock: merge: union\n');
    expect(lstatSync(path.join(made.root, '.gitattributes')).mode & 0o111).toBe(0);
    made.docket('hook', 'uninstall');
    expect(read()).toBe(text);
  });

  test.each([
    'docket.lock merge=union\n',
    '/docket.lock -text merge\n',
    '**/docket.lock -merge\n',
    'docket.lock binary\n',
  ])('unless somebody said it: %j', text => {
    const made = repository();
    made.put({ '.gitattributes': text });
    made.docket('hook', 'install');
    expect(made.read('.gitattributes')).toBe(text);
    made.docket('hook', 'uninstall');
    expect(made.read('.gitattributes')).toBe(text);
  });

  test.skipIf(process.platform === 'win32')('a link is left alone', () => {
    const made = repository();
    symlinkSync('README.md', path.join(made.root, '.gitattributes'));
    made.docket('hook', 'install');
    expect(made.read('README.md')).toBe('# 一\n');
  });

  test('by init too, for good', () => {
    const made = repository();
    rmSync(path.join(made.root, 'docket.yml'));
    made.put({ '.gitattributes': '*.png binary' });
    expect(made.docket('init', '--yes').out).toContain('更新  .gitattributes\n');
    made.docket('hook', 'install');
    made.docket('hook', 'uninstall');
    expect(made.read('.gitattributes')).toBe('*.png binary\ndocket.lock merge=union eol=lf\n');
  });
});

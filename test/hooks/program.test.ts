/** How the script of the hooks finds Node and docket, in the shells it may run in. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, type Said } from './repository.ts';

const SCRIPT = path.resolve(import.meta.dirname, '../../templates/hooks/docket-hook.sh');
const SYSTEM = ['sh', 'git', 'cat', 'env', 'echo'];

interface Machine {
  readonly home: string;
  readonly repository: string;
  program(file: string, says: string): void;
  run(shell: string, more?: Readonly<Record<string, string>>): Said;
}

/** A PATH of its own, with git and a shell and nothing else. */
function machine(): Machine {
  const home = folder();
  const repository = path.join(home, '项 目');
  mkdirSync(path.join(home, 'bin'));
  for (const name of SYSTEM) symlinkSync(placeOf(name), path.join(home, 'bin', name));
  spawnSync('git', ['init', '-q', repository]);
  return {
    home,
    repository,
    program: (file, says) => {
      mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
      writeFileSync(path.join(home, file), `#!/bin/sh\n${says}\n`);
      chmodSync(path.join(home, file), 0o755);
    },
    run: (shell, more = {}) => {
      const env = { HOME: home, PATH: path.join(home, 'bin'), GIT_CONFIG_NOSYSTEM: '1', ...more };
      const { status, stdout, stderr } = spawnSync(placeOf(shell), [SCRIPT, 'commit-msg', 'a b'], {
        cwd: repository,
        encoding: 'utf8',
        env,
      });
      return { status, out: stdout, err: stderr };
    },
  };
}

function placeOf(program: string): string {
  return ['/usr/bin', '/bin'].map(place => path.join(place, program)).find(file => existsSync(file)) ?? '';
}

const shells = ['sh', 'dash', 'bash'].filter(shell => placeOf(shell) !== '');
const NODE = 'echo "$0 $*"';

describe.skipIf(process.platform === 'win32').each(shells)('in %s', shell => {
  test('the project’s own docket comes first, then the one in PATH, then the one that installed the hooks', () => {
    const { home, repository, program, run } = machine();
    program('bin/node', NODE);
    spawnSync('git', ['config', 'docket.program', path.join(home, 'a b', 'cli.js')], { cwd: repository });
    program('a b/cli.js', '');
    expect(run(shell).out).toBe(`${home}/bin/node ${home}/a b/cli.js hook run commit-msg a b\n`);
    program('bin/docket', 'echo path "$@"');
    expect(run(shell).out).toBe('path hook run commit-msg a b\n');
    program('项 目/node_modules/.bin/docket', 'echo own "$@"');
    expect(run(shell).out).toBe('own hook run commit-msg a b\n');
  });

  test.each([
    '.nvm/versions/node/v24.1.0/bin',
    '.volta/bin',
    '.local/share/fnm/aliases/default/bin',
    'Library/Application Support/fnm/aliases/default/bin',
  ])('Node is found in ~/%s', place => {
    const { home, program, run } = machine();
    program(`${place}/node`, NODE);
    program('项 目/node_modules/.bin/docket', 'exec node "$@"');
    expect(run(shell).out).toBe(`${home}/${place}/node hook run commit-msg a b\n`);
  });

  test('the Node that installed the hooks comes before an older one in PATH', () => {
    const { home, repository, program, run } = machine();
    program('new node/node', NODE);
    program('bin/node', 'echo old');
    program('bin/docket', 'exec node "$@"');
    spawnSync('git', ['config', 'docket.node', path.join(home, 'new node', 'node')], { cwd: repository });
    expect(run(shell).out).toBe(`${home}/new node/node hook run commit-msg a b\n`);
  });

  test('only what docket finds refuses a commit; what is missing or broken is told in a line', () => {
    const { program, run } = machine();
    expect(run(shell)).toMatchObject({
      status: 0,
      out: '',
      err: expect.stringMatching(/^docket: 找不到 Node\.js.*Node\.js is missing.*\n$/),
    });
    program('bin/node', NODE);
    expect(run(shell)).toMatchObject({
      status: 0,
      out: '',
      err: expect.stringMatching(/^docket: 找不到 docket，.*docket is missing.*\n$/),
    });
    for (const [exit, status, err] of [
      [0, 0, ''],
      [1, 1, ''],
      [2, 0, 'docket: 检查没有完成，提交照常进行 / the check did not finish, the commit goes on\n'],
    ] as const) {
      program('bin/docket', `exit ${exit}`);
      expect(run(shell)).toEqual({ status, out: '', err });
    }
  });

  test.each(['rebase-merge', 'rebase-apply', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'])(
    'nothing is started during %s',
    mark => {
      const { repository, program, run } = machine();
      program('bin/node', NODE);
      program('bin/docket', 'exit 1');
      writeFileSync(path.join(repository, '.git', mark), '');
      expect(run(shell)).toEqual({ status: 0, out: '', err: '' });
      expect(run(shell, { GIT_DIR: path.join(repository, '.git') }).status).toBe(0);
    },
  );
});

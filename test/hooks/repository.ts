/** A small contract in a repository whose path has spaces and Chinese, and git as a graphical client runs it: with hardly a PATH. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { DOCKET } from '../program.ts';

export { DOCKET };

export const CODE = 'src/Job.java';
export const LLD = 'docs/ZZGL-LLD.md';
export const LOCK = 'docket.lock';
export const TICKET = 'records/ticket/2026/WX-2026-0003.md';
export const APPROVAL = 'records/change-approval/2026/BG-2026-0005.md';

const unit = (days: string) =>
  `---\nid: ZZGL-LLD\ntype: lld\nstatus: draft\n---\n# 详细设计\n\n### LD-REV-07 超期提醒\n\n- 代码：src/Job.java\n\n提前${days}天提醒。\n`;
const code = (days: number) =>
  `package cn;\n\n/** 超期提醒。 */\npublic class Job {\n  /** 每天一次。 */\n  public void run() {\n    remind(${days});\n  }\n}\n`;

export const PROJECT: Readonly<Record<string, string>> = {
  'docket.yml':
    'docket: 1\nextends: docket:core\nlanguage: zh-CN\nowes: { due: { lld: commit } }\nrules: { commit/docs-owed: error, trace/debt: error }\ncode:\n  - { kind: program, include: [src/**] }\n',
  [CODE]: code(2),
  [LLD]: unit('两'),
  [TICKET]: '---\nid: WX-2026-0003\ntype: ticket\nstatus: processing\n---\n# 提醒早了一天\n',
  [APPROVAL]:
    '---\nid: BG-2026-0005\ntype: change-approval\nstatus: draft\nlinks: { ticket: [WX-2026-0003] }\n---\n# 提醒提前量\n',
  'README.md': '# 一\n',
};

export const ALONE = { [CODE]: code(3) };
export const PAID = { [CODE]: code(3), [LLD]: unit('三') };

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Repository {
  readonly root: string;
  git(...args: readonly string[]): Said;
  docket(...args: readonly string[]): Said;
  put(files: Readonly<Record<string, string>>): void;
  read(file: string): string | undefined;
  /** Stages everything and commits it. */
  commit(message: string, ...args: readonly string[]): Said;
  log(format: string): string;
}

export function folder(): string {
  const fresh = realpathSync(mkdtempSync(path.join(tmpdir(), 'docket 钩子 ')));
  made.push(fresh);
  return fresh;
}

/** The project is committed, nothing is installed. `below`: a folder of the repository for it. */
export function repository(below = '.', top = path.join(folder(), "项 目's")): Repository {
  mkdirSync(top, { recursive: true });
  const fresh = at(top);
  fresh.git('init', '-q', '-b', 'main');
  fresh.git('config', 'user.name', '李四');
  fresh.git('config', 'user.email', 'li@example.invalid');
  fresh.git('config', 'commit.gpgSign', 'false');
  fresh.put(Object.fromEntries(Object.entries(PROJECT).map(([file, text]) => [path.posix.join(below, file), text])));
  fresh.commit('开始');
  return fresh;
}

export function installed(): Repository {
  const fresh = repository();
  fresh.docket('hook', 'install');
  fresh.git('add', '.gitattributes');
  fresh.git('commit', '-q', '--amend', '--no-edit', '--no-verify');
  return fresh;
}

export function at(root: string, more: Readonly<Record<string, string>> = {}): Repository {
  const env = {
    HOME: path.dirname(root),
    PATH: '/usr/bin:/bin',
    LC_ALL: 'C.UTF-8',
    TZ: 'Asia/Shanghai',
    GIT_CONFIG_NOSYSTEM: '1',
    ...more,
  };
  const run = (program: string, args: readonly string[]): Said => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', env });
    return { status, out: stdout, err: stderr };
  };
  const git = (...args: readonly string[]) => run('git', args);
  return {
    root,
    git,
    docket: (...args) => run(process.execPath, [DOCKET, ...args]),
    put: files => {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        writeFileSync(path.join(root, file), text);
      }
    },
    read: file => (existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : undefined),
    commit: (message, ...args) => {
      git('add', '-A');
      return git('commit', '-m', message, ...args);
    },
    log: format => git('log', '-1', `--format=${format}`).out,
  };
}

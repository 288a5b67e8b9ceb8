/** Where the hooks of a repository are kept: by git itself, or by one of the tools that run hooks for a team. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { simpleGit } from 'simple-git';
import { refusalOf } from '../git/gitRefusals.ts';
import { HostError } from '../hostError.ts';

/** Where the hooks of a repository are kept, and by which tool. */
export interface HookPlace {
  /** `pre-commit` is the tool of that name. */
  readonly by: 'git' | 'husky' | 'lefthook' | 'pre-commit';
  /** The top of the working tree. */
  readonly top: string;
  /** The folder of the hooks, or the configuration of the tool: from the top where it lies below it. */
  readonly file: string;
  /** The folder is there, but git has not been told of it in this clone. */
  readonly isAsleep: boolean;
}

const LEFTHOOK = ['lefthook', '.lefthook', '.config/lefthook'].flatMap(name =>
  ['yml', 'yaml', 'toml', 'json', 'jsonc'].map(end => `${name}.${end}`),
);

/**
 * Finds the hooks of the repository that a folder belongs to.
 *
 * @throws HostError outside of a repository.
 */
export async function hookPlace(folder: string): Promise<HookPlace> {
  const { top, hooks, isOwn } = await hooksFolder(folder);
  const find = (names: readonly string[]) => names.find(name => existsSync(path.join(top, name)));
  const framework = find(['.pre-commit-config.yaml']);
  if (framework !== undefined) return { by: 'pre-commit', top, file: framework, isAsleep: false };
  const lefthook = find(LEFTHOOK);
  if (lefthook !== undefined) return { by: 'lefthook', top, file: lefthook, isAsleep: false };
  const isHusky = hooks === '.husky' || hooks === '.husky/_';
  if (isHusky || (isOwn && find(['.husky']) !== undefined))
    return { by: 'husky', top, file: '.husky', isAsleep: !isHusky };
  return { by: 'git', top, file: hooks, isAsleep: false };
}

interface Folder {
  readonly top: string;
  readonly hooks: string;
  /** `core.hooksPath` is not set. */
  readonly isOwn: boolean;
}

/** All worktrees of a repository share it. It is asked for at the top: from there `core.hooksPath` counts. */
async function hooksFolder(folder: string): Promise<Folder> {
  const ask = async (where: string, ...words: readonly string[]) =>
    whole(await simpleGit(where).raw('rev-parse', ...words));
  try {
    if ((await ask(folder, '--is-bare-repository')) === 'true') throw bare(folder);
    const top = path.resolve(await ask(folder, '--show-toplevel'));
    const hooks = path.resolve(top, await ask(top, '--git-path', 'hooks'));
    const isOwn = hooks === path.resolve(top, await ask(top, '--git-common-dir'), 'hooks');
    return {
      top,
      hooks: hooks.startsWith(top + path.sep) ? path.relative(top, hooks).replaceAll('\\', '/') : hooks,
      isOwn,
    };
  } catch (error) {
    if (error instanceof HostError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    if (/not a git repository|work tree/.test(why)) throw noTree(folder);
    throw refusalOf(
      { ok: false, out: Buffer.alloc(0), error: why, code: why.includes('ENOENT') ? 'ENOENT' : undefined },
      folder,
    );
  }
}

/** A git that was stopped may have said a part. */
function whole(answer: string): string {
  if (!answer.endsWith('\n')) throw new Error('it was stopped');
  return answer.slice(0, -1);
}

function noTree(folder: string): HostError {
  return new HostError({
    zh: `${folder} 不在 git 工作区中，没有钩子可装。请在仓库目录里运行，或用 --cwd 指定。`,
    en: `${folder} is in no git working tree: there are no hooks. Run it in the repository, or name it with --cwd.`,
  });
}

function bare(folder: string): HostError {
  return new HostError({
    zh: `${folder} 是裸仓库，没有人在里面提交，不装钩子。服务器请在 CI 里运行 docket check --range。`,
    en: `${folder} is a bare repository: no commits are made there. On a server, run docket check --range in CI.`,
  });
}

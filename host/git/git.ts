/**
 * Reads git through its command line: argument arrays only, paths ended by NUL, no hooks, no external diffs, no locks taken, no
 * server asked. What the inspected repository configures is not run.
 */
import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { HostError } from '../hostError.ts';

// An empty monitor is none in every version of git; `false` would be the name of a program in older ones.
const ALWAYS = [
  'core.quotePath=false',
  'core.fsmonitor=',
  'core.hooksPath=/dev/null',
  'log.showSignature=false',
  'diff.orderFile=/dev/null',
].flatMap(setting => ['-c', setting]);

/** How a call of git ended. */
export interface GitAnswer {
  readonly ok: boolean;
  readonly out: Buffer;
  readonly error: string;
  /** Its exit code, or what kept it from running: `ENOENT` where there is no git. */
  readonly code: number | string | undefined;
}

/** `own`: the surroundings it is asked in, where they are not those of this process. */
export function git(
  cwd: string,
  args: readonly string[],
  input?: Uint8Array,
  own: NodeJS.ProcessEnv = process.env,
): GitAnswer {
  const come = input === undefined && own === process.env ? takenFrom(ahead, questionOf(cwd, args)) : undefined;
  if (come !== undefined) return come;
  const { status, stdout, stderr, error } = spawnSync('git', [...ALWAYS, ...args], {
    cwd,
    ...(input ? { input } : {}),
    maxBuffer: 1 << 30,
    env: environment(own),
  });
  return {
    ok: status === 0 && error === undefined,
    out: stdout ?? Buffer.alloc(0),
    error: error?.message ?? String(stderr ?? ''),
    code: (error as NodeJS.ErrnoException | undefined)?.code ?? status ?? undefined,
  };
}

/** Answers that came before their questions; each serves once. */
const ahead = new Map<string, GitAnswer>();

function takenFrom(answers: Map<string, GitAnswer>, question: string): GitAnswer | undefined {
  const answer = answers.get(question);
  answers.delete(question);
  return answer;
}

function questionOf(cwd: string, args: readonly string[]): string {
  return [cwd, ...args].join('\0');
}

/** Asks what is sure to be asked, all at once and while the program still loads. */
export async function askAhead(cwd: string, questions: readonly (readonly string[])[]): Promise<void> {
  await Promise.all(
    questions.map(async args => {
      const answer = await answerTo(cwd, args);
      if (typeof answer.code === 'number') ahead.set(questionOf(cwd, args), answer);
    }),
  );
}

function answerTo(cwd: string, args: readonly string[]): Promise<GitAnswer> {
  const options = { cwd, encoding: 'buffer', maxBuffer: 1 << 30, env: environment(process.env) } as const;
  return new Promise(resolve => {
    execFile('git', [...ALWAYS, ...args], options, (error, out, said) =>
      resolve({ ok: error === null, out, error: String(said), code: error?.code ?? (error === null ? 0 : undefined) }),
    );
  });
}

/** As `git`, for commands that compare the bytes of working files: the filters that the repository configures are not run. */
export function gitUnfiltered(cwd: string, args: readonly string[]): GitAnswer {
  const filters = listedNames(git(cwd, ['config', '--null', '--name-only', '--get-regexp', '^filter\\.']).out);
  const odd = filters.find(key => key.includes('='));
  if (odd !== undefined) throw cannotSwitchOff(odd);
  return git(cwd, [...filters.flatMap(key => ['-c', `${key}=`]), ...args]);
}

/** The texts between NULs. */
export function listedNames(answer: Buffer): readonly string[] {
  return answer
    .toString('utf8')
    .split('\0')
    .filter(text => text !== '');
}

function environment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { GIT_GLOB_PATHSPECS: _glob, GIT_NOGLOB_PATHSPECS: _noGlob, GIT_ICASE_PATHSPECS: _case, ...kept } = own;
  return {
    ...kept,
    ...placed(own),
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    GIT_LITERAL_PATHSPECS: '1',
    // An object that a partial clone lacks is missing; its server is not asked for it.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
  };
}

/**
 * A hook may name the repository relative to its own folder, and then takes that for the top of the working tree. Both are
 * said outright, since git is run in other folders here.
 */
function placed({ GIT_DIR, GIT_WORK_TREE }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (GIT_DIR === undefined) return {};
  const [folder, here] = [path.resolve(GIT_DIR), process.cwd()];
  const isInside = here === folder || here.startsWith(folder + path.sep);
  if (GIT_WORK_TREE === undefined && isInside) return { GIT_DIR: folder };
  return { GIT_DIR: folder, GIT_WORK_TREE: path.resolve(GIT_WORK_TREE ?? '.') };
}

function cannotSwitchOff(key: string): HostError {
  return new HostError({
    zh: `不能比较工作区：仓库配置 ${key} 的过滤器名含“=”，无法停用。请改名后重试。`,
    en: `Cannot compare the working tree: the filter of ${key} has "=" in its name and cannot be switched off. Rename it.`,
  });
}

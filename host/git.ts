/**
 * Reads git through its command line: argument arrays only, paths ended by NUL, no hooks, no external diffs, no locks taken.
 * What the inspected repository configures is not run.
 */
import { spawnSync } from 'node:child_process';

const ALWAYS = ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

export interface GitAnswer {
  readonly ok: boolean;
  readonly out: Buffer;
  readonly error: string;
}

export function git(cwd: string, args: readonly string[], input?: Uint8Array): GitAnswer {
  const { status, stdout, stderr, error } = spawnSync('git', [...ALWAYS, ...args], {
    cwd,
    ...(input ? { input } : {}),
    maxBuffer: 1 << 30,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_PAGER: 'cat' },
  });
  return { ok: status === 0 && error === undefined, out: stdout ?? Buffer.alloc(0), error: error?.message ?? String(stderr ?? '') };
}

/** The texts between NULs. */
export function listed(answer: Buffer): readonly string[] {
  return answer
    .toString('utf8')
    .split('\0')
    .filter(text => text !== '');
}

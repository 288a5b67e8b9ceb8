/**
 * Where docket and its Node were when the hooks were installed, in the settings of the clone: a graphical client may have no PATH to
 * find them by. Hooks of a team are committed, so they hold no places of one machine.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { simpleGit } from 'simple-git';
import { git } from '../git/git.ts';

const KEYS = ['docket.node', 'docket.program'] as const;

interface RecordedHooks {
  readonly key: (typeof KEYS)[number];
  readonly place: string;
  readonly isThere: boolean;
}

/** Writes into the git configuration of the clone where Node and the program lie. */
export async function record(folder: string, program: string): Promise<void> {
  const places = [forShell(process.execPath), path.resolve(program).replaceAll('\\', '/')];
  for (const [n, key] of KEYS.entries()) await simpleGit(folder).raw('config', '--local', key, places[n] ?? '');
}

/** Removes what `record` wrote. */
export async function forget(folder: string): Promise<void> {
  for (const { key } of recordedHooks(folder)) await simpleGit(folder).raw('config', '--local', '--unset-all', key);
}

/** What `record` wrote, and whether the files are still there. */
export function recordedHooks(folder: string): readonly RecordedHooks[] {
  return KEYS.flatMap(key => {
    const { ok, out } = git(folder, ['config', '--local', '--get', key]);
    const place = out.toString('utf8').replace(/\n$/, '');
    return ok ? [{ key, place, isThere: existsSync(fromShell(place)) }] : [];
  });
}

/** PATH of the shell that comes with git on Windows is divided by colons: a drive is a folder there. */
function forShell(file: string): string {
  return file.replace(/^([A-Za-z]):[\\/]/, (_, drive: string) => `/${drive.toLowerCase()}/`).replaceAll('\\', '/');
}

function fromShell(file: string): string {
  return process.platform === 'win32' ? file.replace(/^\/([a-z])\//, '$1:/') : file;
}

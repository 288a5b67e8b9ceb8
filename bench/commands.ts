/** What is measured on a bench repository: Docket's commands, and public ones beside them. */
import { appendFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { git } from '../host/git/git.ts';
import type { Line } from './rounds.ts';

const DOCKET = path.resolve(import.meta.dirname, '../dist/cli.js');

export const STAGED = 'docket check --staged, two files';
export const STAGED_FILES = 'git diff --cached --name-only';

function docket(folder: string, ...args: readonly string[]): readonly string[] {
  return [process.execPath, DOCKET, ...args, '--as-of', '2026-05-25', '--cwd', folder];
}

function without(folder: string, cache: string): () => void {
  return () => rmSync(path.join(folder, cache), { recursive: true, force: true });
}

/** Public. */
function besides(folder: string): readonly Line[] {
  return [
    { what: 'node -e 0', command: [process.execPath, '-e', '0'] },
    { what: 'git status', command: ['git', '-C', folder, 'status', '--porcelain'] },
    { what: 'git grep -c @implements', command: ['git', '-C', folder, 'grep', '-c', '@implements'] },
  ];
}

/** Of a repository with a history and two files staged. `edited`: a document that changes in each round. */
export function checkLines(folder: string, edited: string): readonly Line[] {
  const check = docket(folder, 'check', '--format', 'json');
  const staged = [...check, '--staged'];
  // The newest thousand commits, or all but the first of a smaller repository.
  const count = Math.min(1_000, Number(git(folder, ['rev-list', '--count', 'HEAD']).out) - 1);
  const commits = `HEAD~${count}..HEAD`;
  return [
    ...besides(folder),
    { what: 'docket --version', command: [process.execPath, DOCKET, '--version'] },
    { what: 'docket check, cold', command: check, before: without(folder, '.git/docket') },
    { what: 'docket check, nothing changed', command: check },
    {
      what: 'docket check, one document edited',
      command: check,
      before: round => appendFileSync(edited, `\nround ${round}\n`),
    },
    { what: STAGED_FILES, command: ['git', '-C', folder, 'diff', '--cached', '--name-only'] },
    { what: 'docket check --staged, first', command: staged, before: without(folder, '.git/docket/snapshots') },
    { what: STAGED, command: staged },
    { what: `git log --patch, ${count} commits`, command: ['git', '-C', folder, 'log', '--patch', commits] },
    { what: `docket check --range, ${count} commits`, command: [...check, '--range', commits] },
  ];
}

/** Of the content to trace. */
export function traceLines(folder: string, edited: string): readonly Line[] {
  const gaps = docket(folder, 'trace', '--gaps');
  const cold = without(folder, '.git/docket');
  return [
    ...besides(folder),
    { what: 'docket check, cold', command: docket(folder, 'check', '--format', 'json'), before: cold },
    { what: 'docket trace --gaps, cold', command: gaps, before: cold },
    { what: 'docket trace --gaps, nothing changed', command: gaps },
    { what: 'docket trace ID, asked first', command: docket(folder, 'trace', 'LD-M0003-05') },
    { what: 'docket trace ID, asked again', command: docket(folder, 'trace', 'LD-M0003-05') },
    {
      what: 'docket trace --gaps, one document edited',
      command: gaps,
      before: round => appendFileSync(edited, `\nround ${round}\n`),
    },
  ];
}

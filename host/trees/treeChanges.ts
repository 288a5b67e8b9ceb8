/** Differences of two trees, or of a tree and the index, as git lists them raw: what lay at each path before, and what lies there after. */
import type { Path } from '../../engine/base/text.ts';
import type { ChangedFile } from '../../engine/workspace/changeSet.ts';
import { type TreeEntry, entryOf } from './treeEntry.ts';
import { ask, type Repository } from '../git/repository.ts';

/** What lay at a path in one tree and what lies there in the other. */
export interface EntryChange {
  readonly path: Path;
  /** Its path before, where it moved. */
  readonly was?: Path;
  readonly before: TreeEntry | undefined;
  readonly after: TreeEntry | undefined;
}

/**
 * In the form read here, whatever the repository configures. Renames with edits are looked for among at most a thousand files,
 * those without among all.
 */
export const RAW = [
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-color',
  '--no-ext-diff',
  '--ignore-submodules=none',
  '-M',
  '-l1000',
];

/** Only the project's folder, and paths from there. */
export function relativeTo({ prefix }: Pick<Repository, 'prefix'>): readonly string[] {
  return prefix === '' ? [] : [`--relative=${prefix}`];
}

/** `command` and what it compares. */
export function entryChanges(repository: Repository, compared: readonly string[]): readonly EntryChange[] {
  const answer = ask(repository.folder, comparison(repository, compared));
  return changesIn(answer.toString('utf8').split('\0')).changes;
}

/** Arguments of git that list the differences of two trees raw. */
export function comparison(
  place: Pick<Repository, 'prefix'>,
  [command = '', ...compared]: readonly string[],
): readonly string[] {
  return [command, ...RAW, ...relativeTo(place), ...compared];
}

/** Changes from `start` on, up to the first part that is not a change; `end` is its place. */
export function changesIn(
  parts: readonly string[],
  start = 0,
): { readonly changes: readonly EntryChange[]; readonly end: number } {
  const changes: EntryChange[] = [];
  let at = start;
  for (let head = parts[at]; head !== undefined && isHead(head); head = parts[at]) {
    const [modeBefore = '', modeAfter = '', idBefore = '', idAfter = '', status = ''] = head
      .slice(head.indexOf(':') + 1)
      .split(' ');
    const moved = status.startsWith('R');
    const [first, second] = [parts[at + 1] as Path, parts[at + 2] as Path];
    const after: TreeEntry | undefined =
      status === 'U' ? { sort: 'conflict', id: idAfter } : entryOf(modeAfter, idAfter);
    changes.push({
      path: moved ? second : first,
      ...(moved ? { was: first } : {}),
      before: entryOf(modeBefore, idBefore),
      after,
    });
    at += moved ? 3 : 2;
  }
  return { changes, end: at };
}

/** `git log` begins those of a commit on a new line. */
function isHead(part: string): boolean {
  return part.startsWith(':') || part.startsWith('\n:');
}

/** The changed files of a change set, by path. */
export function changedTreeFiles(changes: readonly EntryChange[]): readonly ChangedFile[] {
  return changes.map(changedFile).sort(byPath);
}

function changedFile({ path, was, before, after }: EntryChange): ChangedFile {
  const how =
    was === undefined ? (before === undefined ? 'added' : after === undefined ? 'deleted' : 'modified') : 'renamed';
  const sort = (after ?? before)?.sort;
  return {
    path,
    ...(was === undefined ? {} : { was }),
    how,
    sort: sort === 'link' || sort === 'submodule' ? sort : 'file',
  };
}

function byPath(a: ChangedFile, b: ChangedFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

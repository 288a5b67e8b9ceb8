/** Commits as git lists them, oldest first, each with its files: all in one call. */
import type { Commit } from '../../engine/workspace/changeSet.ts';
import { changedTreeFiles, changesIn, type EntryChange, RAW, relativeTo } from '../trees/treeChanges.ts';
import { ask, type Repository } from './repository.ts';

/** A commit with the files it changed. */
export interface StoredCommit extends Commit {
  /** What lies on both of its sides. */
  readonly changes: readonly EntryChange[];
  /** Hashes of its parents. */
  readonly from: readonly string[];
}

/** Hash, parents, author by `.mailmap`, author date, message; a commit without files ends with one part more. */
const FORMAT = '--format=%H%x00%P%x00%aN%x00%aE%x00%aI%x00%B%x00';

const LOG = ['-c', 'log.showRoot=true', 'log', '--encoding=UTF-8', '--no-notes'];

/** `which`: revisions, by hash. A merge has no files: it brings nothing of its own. */
export function commitsIn(repository: Repository, which: readonly string[]): readonly StoredCommit[] {
  return parsed(
    ask(repository.folder, [
      ...LOG,
      '--topo-order',
      '--reverse',
      FORMAT,
      ...RAW,
      ...relativeTo(repository),
      ...which,
      '--',
    ]),
  );
}

/** These and no others, in this order. */
export function commitsWith(repository: Repository, hashes: readonly string[]): readonly StoredCommit[] {
  if (hashes.length === 0) return [];
  const only = [...LOG, '--no-walk=unsorted', FORMAT, ...RAW, ...relativeTo(repository), '--stdin', '--'];
  return parsed(ask(repository.folder, only, Buffer.from(`${hashes.join('\n')}\n`)));
}

function parsed(answer: Buffer): readonly StoredCommit[] {
  const parts = answer.toString('utf8').split('\0');
  const commits: StoredCommit[] = [];
  for (let at = 0; at + 5 < parts.length; ) {
    const [hash = '', parents = '', name = '', email = '', date = '', message = ''] = parts.slice(at, at + 6);
    at += 6;
    while (parts[at] === '') at++;
    const { changes, end } = changesIn(parts, at);
    at = end;
    const from = parents === '' ? [] : parents.split(' ');
    commits.push({
      hash,
      message,
      author: { name, email },
      at: date,
      parents: from.length,
      files: changedTreeFiles(changes),
      changes,
      from,
    });
  }
  return commits;
}

/**
 * Identifiers that branches other than the checked-out one have taken, so that two people do not take one number. Reads what
 * was fetched last and asks no server.
 */
import path from 'node:path';
import { git, listedNames } from './git.ts';

/** Identifiers that begin with `prefix`, from names of files and from rows of journals under `folder`. */
export function identifiersElsewhere(root: string, folder: string, prefix: string): ReadonlySet<string> {
  const found = new Set<string>();
  const commits = tipsOf(root);
  for (const commit of commits) {
    const tree = git(root, ['ls-tree', '-r', '-z', '--name-only', commit, '--', folder]);
    for (const file of tree.ok ? listedNames(tree.out) : []) addIdentifier(found, path.posix.basename(file), prefix);
  }
  for (const row of rowsIn(root, commits, folder, prefix)) addIdentifier(found, row, prefix);
  return found;
}

/** Tips of all branches, local and fetched, each once. */
function tipsOf(root: string): readonly string[] {
  const { ok, out } = git(root, ['for-each-ref', '--format=%(objectname)', 'refs/heads', 'refs/remotes']);
  return ok
    ? [
        ...new Set(
          out
            .toString('utf8')
            .split('\n')
            .filter(line => line !== ''),
        ),
      ]
    : [];
}

/** A journal holds its records as rows that begin with the identifier. */
function rowsIn(root: string, commits: readonly string[], folder: string, prefix: string): readonly string[] {
  if (commits.length === 0) return [];
  const { ok, out } = git(root, [
    'grep',
    '-h',
    '-o',
    '-I',
    '-E',
    '-e',
    `^\\| *${escaped(prefix)}[0-9]+`,
    ...commits,
    '--',
    folder,
  ]);
  return ok
    ? out
        .toString('utf8')
        .split('\n')
        .map(line => line.replace(/^\|\s*/, ''))
    : [];
}

function addIdentifier(found: Set<string>, text: string, prefix: string): void {
  const number = text.startsWith(prefix) ? /^\d+/.exec(text.slice(prefix.length))?.[0] : undefined;
  if (number !== undefined) found.add(prefix + number);
}

function escaped(text: string): string {
  return text.replace(/[.+*?^$()|[\]{}\\]/g, '\\$&');
}

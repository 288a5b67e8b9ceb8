/** What git tells of a repository's past and surroundings: who commits and where it is pushed. */
import { git, listedNames } from './git.ts';
import { remoteHosts } from './remotes.ts';

/** What `init` learns from the history of a repository. */
export interface History {
  readonly isRepository: boolean;
  /** By number of commits, most first; the last two thousand commits count. */
  readonly authors: readonly { readonly name: string; readonly email: string; readonly commits: number }[];
  /** Hosts of the remotes. */
  readonly remotes: readonly string[];
  /** The commit checked out, by its tag if it has one: all that was there before. */
  readonly before: string | undefined;
}

/** Reads authors, remotes and the first commits; empty outside of a repository. */
export function historyOf(root: string): History {
  return {
    isRepository: git(root, ['rev-parse', '--git-dir']).ok,
    authors: authorsOf(root),
    remotes: remoteHosts(root),
    before:
      lines(root, ['describe', '--tags', '--exact-match'])[0] ??
      lines(root, ['rev-parse', '--short=12', '--verify', '-q', 'HEAD'])[0],
  };
}

function authorsOf(root: string): History['authors'] {
  const { ok, out } = git(root, ['log', '-n', '2000', '-z', '--format=%aN <%aE>']);
  const people = Map.groupBy(ok ? listedNames(out) : [], line => line);
  return [...people]
    .map(([line, all]) => ({
      name: line.slice(0, line.lastIndexOf(' <')),
      email: line.slice(line.lastIndexOf(' <') + 2, -1),
      commits: all.length,
    }))
    .sort((a, b) => b.commits - a.commits || (a.email < b.email ? -1 : 1));
}

function lines(root: string, args: readonly string[]): readonly string[] {
  const { ok, out } = git(root, args);
  return ok
    ? out
        .toString('utf8')
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '')
    : [];
}

/** What git tells of a repository's past and surroundings: who commits, where it is pushed, what its main branch is. */
import { git, listed } from './git.ts';
import { remoteHosts } from './remotes.ts';

export interface History {
  readonly isRepository: boolean;
  /** By number of commits, most first; the last two thousand commits count. */
  readonly authors: readonly { readonly name: string; readonly email: string; readonly commits: number }[];
  /** Hosts that the remotes stand on. */
  readonly remotes: readonly string[];
  readonly mainBranch: string | undefined;
  /** The commit checked out, by its tag if it has one: all that was there before. */
  readonly before: string | undefined;
}

export function historyOf(root: string): History {
  return {
    isRepository: git(root, ['rev-parse', '--git-dir']).ok,
    authors: authorsOf(root),
    remotes: remoteHosts(root),
    mainBranch: mainBranchOf(root),
    before:
      lines(root, ['describe', '--tags', '--exact-match'])[0] ??
      lines(root, ['rev-parse', '--short=12', '--verify', '-q', 'HEAD'])[0],
  };
}

function authorsOf(root: string): History['authors'] {
  const { ok, out } = git(root, ['log', '-n', '2000', '-z', '--format=%aN <%aE>']);
  const people = Map.groupBy(ok ? listed(out) : [], line => line);
  return [...people]
    .map(([line, all]) => ({
      name: line.slice(0, line.lastIndexOf(' <')),
      email: line.slice(line.lastIndexOf(' <') + 2, -1),
      commits: all.length,
    }))
    .sort((a, b) => b.commits - a.commits || (a.email < b.email ? -1 : 1));
}

/** What the remote calls its head, else the branch checked out. */
function mainBranchOf(root: string): string | undefined {
  const remote = lines(root, ['symbolic-ref', '-q', '--short', 'refs/remotes/origin/HEAD'])[0];
  return remote?.replace(/^origin\//, '') ?? lines(root, ['symbolic-ref', '-q', '--short', 'HEAD'])[0];
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

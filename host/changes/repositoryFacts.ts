/** What rules may ask of a repository besides its files, read when it is asked for. */
import type { History, RepositoryFacts } from '../../engine/workspace/repositoryFacts.ts';
import { git } from '../git.ts';
import { remotesOf } from '../remotes.ts';
import { pastOf } from './past.ts';
import { ask, headOf, repositoryOf, shallowCommits } from './repository.ts';

/** Undefined where there is no repository. */
export function factsOf(root: string): RepositoryFacts | undefined {
  if (!git(root, ['rev-parse', '--git-dir']).ok) return undefined;
  let history: { readonly of: History | undefined } | undefined;
  return {
    get remotes() {
      return remotesOf(root);
    },
    get history() {
      return (history ??= { of: historyOf(root) }).of;
    },
  };
}

function historyOf(root: string): History | undefined {
  const repository = repositoryOf(root);
  if (shallowCommits(repository).size > 0) return undefined;
  return { ...pastOf(repository, headOf(repository)), tags: tagsIn(root) };
}

/** Those that stand at a commit, by name. */
function tagsIn(folder: string): readonly string[] {
  const format = '--format=%(objecttype) %(*objecttype) %(refname:strip=2)';
  const lines = ask(folder, ['for-each-ref', format, 'refs/tags']).toString('utf8').split('\n');
  return lines.flatMap(line => /^(?:commit |tag commit) (.+)$/.exec(line)?.[1] ?? []);
}

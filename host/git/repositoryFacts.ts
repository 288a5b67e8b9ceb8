/** What rules may ask of a repository besides its files, read when it is asked for. */
import { once } from '../../engine/base/once.ts';
import type { CommitSignature, CommitHistory, RepositoryFacts } from '../../engine/workspace/repositoryFacts.ts';
import { git } from './git.ts';
import { remotesOf } from './remotes.ts';
import { commitSignatureOf } from './commitSignature.ts';
import { pastOf } from './commitHistory.ts';
import { ended } from './gitRefusals.ts';
import { ask, headOf, repositoryOf, shallowCommits } from './repository.ts';

/** Undefined where there is no repository. `onUnchecked`: told of a signature that can be checked only elsewhere, or later. */
export function factsOf(root: string, onUnchecked?: () => void): RepositoryFacts | undefined {
  if (!ended(git(root, ['rev-parse', '--git-dir']), root).ok) return undefined;
  const history = once(() => historyOf(root, onUnchecked));
  return {
    get remotes() {
      return remotesOf(root);
    },
    get history() {
      return history();
    },
  };
}

function historyOf(root: string, onUnchecked = () => {}): CommitHistory | undefined {
  const repository = repositoryOf(root);
  if (shallowCommits(repository).size > 0) return undefined;
  const check = (hash: string): CommitSignature => {
    const signature = commitSignatureOf(root, hash);
    if (signature.state === 'unchecked') onUnchecked();
    return signature;
  };
  return { ...pastOf(repository, headOf(repository)), tags: tagsIn(root), signatureOf: check };
}

/** Those at a commit, by name. */
function tagsIn(folder: string): readonly string[] {
  const format = '--format=%(objecttype) %(*objecttype) %(refname:strip=2)';
  const lines = ask(folder, ['for-each-ref', format, 'refs/tags']).toString('utf8').split('\n');
  return lines.flatMap(line => /^(?:commit |tag commit) (.+)$/.exec(line)?.[1] ?? []);
}

/** Facts of a repository with the state in which they hold, so that a later look can compare. */
import type { RepositoryFacts } from '../../engine/workspace/repositoryFacts.ts';
import { factsOf } from './repositoryFacts.ts';
import { stateOf } from './repositoryState.ts';

/** Facts of the repository, with the state in which they were asked for. */
export interface KnownRepository {
  facts(): RepositoryFacts | undefined;
  /** The state facts were last asked for in; null when they were not asked for. */
  state(): string | null;
  /** Whether what was said no longer holds. */
  hasMoved(): boolean;
}

/** Nothing is asked of git before a rule asks for the facts. */
export function knownRepository(root: string): KnownRepository {
  let state: string | null = null;
  return {
    facts: () => {
      state = stateOf(root);
      return factsOf(root, () => {
        state = UNSURE;
      });
    },
    state: () => state,
    hasMoved: () => state !== null && state !== stateOf(root),
  };
}

/** Like no state: what could not be checked is asked again. */
const UNSURE = '';

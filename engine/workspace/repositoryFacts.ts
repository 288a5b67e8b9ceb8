/**
 * What rules may know of the git repository besides files: remotes, tags, commits. A host fills this, as of one moment; the
 * engine asks no git. Everything is lazy, and nobody who is not asked reads a history.
 */
import { input } from '../base/queries.ts';
import type { Past } from './changeSet.ts';

export interface RepositoryFacts {
  /** Those that stand on a host; a path on this machine has none. */
  readonly remotes: readonly Remote[];
  /** Undefined where a part of it was left on a server: nothing is missing then for being missing here. */
  readonly history: History | undefined;
}

export interface Remote {
  readonly name: string;
  readonly host: string;
}

/** Everything up to the commit that is checked out. */
export interface History extends Past {
  /** Names of the tags that stand at commits. */
  readonly tags: readonly string[];
  signatureOf(hash: string): CommitSignature;
}

/** `unchecked`: the key, or the program that checks, is not on this machine. */
export type CommitSignature =
  | { readonly state: 'unsigned' | 'bad' | 'unchecked' }
  /** Fingerprints of the key, as `SHA256:…` of ssh or in the digits of gpg. */
  | { readonly state: 'good'; readonly keys: readonly string[] };

/** Undefined: not known, or not in a repository. Rules are silent then. */
export const repositoryFacts = input<RepositoryFacts | undefined>('repositoryFacts', undefined);

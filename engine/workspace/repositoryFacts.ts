/**
 * What rules may know of the git repository besides files: remotes, tags, commits. A host fills it, as of one moment;
 * the engine does not use git. Everything is read at first use, so a check that does not need the history does not read
 * it.
 */
import { input } from '../base/queries.ts';
import type { Past } from './changeSet.ts';

/** The remotes and the history of the repository. */
export interface RepositoryFacts {
  /** Remotes on a server; a remote that is a local path is left out. */
  readonly remotes: readonly Remote[];
  /** Undefined for a shallow or partial clone: what is missing here may exist on the server. */
  readonly history: CommitHistory | undefined;
}

/** A git remote: its name and the host of its address. */
export interface Remote {
  readonly name: string;
  readonly host: string;
}

/** The history up to the commit that is checked out. */
export interface CommitHistory extends Past {
  /** Names of the tags that point to commits. */
  readonly tags: readonly string[];
  /** The state of the signature of a commit, by its full hash. */
  signatureOf(hash: string): CommitSignature;
}

/** The state of a signature. `unchecked`: the key or the checking program is not on this machine. */
export type CommitSignature =
  | { readonly state: 'unsigned' | 'bad' | 'unchecked' }
  /** Fingerprints of the key: `SHA256:…` for ssh, hexadecimal digits for gpg. */
  | { readonly state: 'good'; readonly keys: readonly string[] };

/**
 * The facts of the repository; undefined when they are not known or there is no repository. Rules then report nothing
 * about it.
 */
export const repositoryFacts = input<RepositoryFacts | undefined>('repositoryFacts', undefined);

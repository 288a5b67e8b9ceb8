/** A project in a git repository: where to ask git, and where the project lies in its trees. Failed calls are `HostError`s. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { git } from './git.ts';
import { type StoredBlobs, blobsIn } from '../trees/storedBlobs.ts';
import { noCommits, refusalOf, unknownRevision } from './gitRefusals.ts';

/** Where a repository and the project in it lie. */
export interface Repository {
  /** Where git is run: the folder of the project, or a bare repository. */
  readonly folder: string;
  /** Folder of the project from the top of every tree, ended by a slash; empty for the top itself. */
  readonly prefix: string;
  readonly isBare: boolean;
  readonly blobs: StoredBlobs;
}

/** The repository that holds the project in `root`. */
export function repositoryOf(root: string): Repository {
  const answer = ask(root, WHERE).toString('utf8');
  const end = answer.indexOf('\n');
  return {
    folder: root,
    isBare: answer.slice(0, end) === 'true',
    prefix: answer.slice(end + 1).replace(/\n$/, ''),
    blobs: blobsIn(root),
  };
}

export const WHERE = ['rev-parse', '--is-bare-repository', '--show-prefix'];

/**
 * The output of git.
 *
 * @throws HostError when git fails, with its words and what to do.
 */
export function ask(folder: string, args: readonly string[], input?: Uint8Array, own?: NodeJS.ProcessEnv): Buffer {
  const answer = git(folder, args, input, own);
  if (!answer.ok) throw refusalOf(answer, folder);
  return answer.out;
}

/** Full hash of the commit a person named. */
export function commitNamed({ folder }: Repository, revision: string): string {
  const hash = hashOf(folder, `${revision}^{commit}`);
  if (hash !== undefined) return hash;
  if (revision === 'HEAD' && headOf({ folder }) === undefined) throw noCommits(folder);
  throw unknownRevision(revision, shallowCommits({ folder }).size > 0);
}

/** The commit checked out; undefined before the first one. */
export function headOf({ folder }: Pick<Repository, 'folder'>): string | undefined {
  return hashOf(folder, 'HEAD');
}

/** What begins with a dash would be taken for an option; no revision does. */
function hashOf(folder: string, revision: string): string | undefined {
  if (revision.startsWith('-') || revision.includes('\0')) return undefined;
  const answer = git(folder, namedCommit(revision));
  if (answer.ok) return answer.out.toString('utf8').trim();
  if (answer.code === 1 || /^fatal: (bad|ambiguous|invalid)|unknown revision|not a valid/m.test(answer.error))
    return undefined;
  throw refusalOf(answer, folder);
}

/** Arguments of git that resolve a revision to a hash. */
export function namedCommit(revision: string): readonly string[] {
  return ['rev-parse', '--quiet', '--verify', revision];
}

/** Commits whose parents a shallow clone left on the server. */
export function shallowCommits(repository: Pick<Repository, 'folder'>): ReadonlySet<string> {
  return new Set(linesOfGitFile(repository, 'shallow'));
}

/** Lines of a file under the git directory, none where there is no such file. */
export function linesOfGitFile({ folder }: Pick<Repository, 'folder'>, name: string): readonly string[] {
  const file = path.resolve(folder, ask(folder, gitFile(name)).toString('utf8').replace(/\n$/, ''));
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => line !== '')
    : [];
}

/** Arguments of git that name a file of its own folder. */
export function gitFile(name: string): readonly string[] {
  return ['rev-parse', '--git-path', name];
}

/** Git knows this tree without having it. */
export function emptyTree({ folder }: Repository): string {
  return ask(folder, ['hash-object', '-t', 'tree', '--stdin'], new Uint8Array()).toString('utf8').trim();
}

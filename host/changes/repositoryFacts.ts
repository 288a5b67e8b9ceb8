/** What rules ask of a repository besides its files and commits. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { git } from '../git.ts';
import { remoteHosts } from '../remotes.ts';
import { ask, type Repository } from './repository.ts';

export interface RepositoryFacts {
  /** Hosts of its remotes. */
  readonly remotes: readonly string[];
  readonly tags: readonly Tag[];
  /** Undefined where a commit is checked out. */
  readonly branch: string | undefined;
  /** What somebody has begun and not ended. */
  readonly underway: 'merge' | 'rebase' | 'cherry-pick' | 'revert' | undefined;
}

export interface Tag {
  readonly name: string;
  readonly commit: string;
  /** Committer date of its commit, RFC 3339 with offset. */
  readonly at: string;
  /** When the tag was made, if it says so. */
  readonly taggedAt: string | undefined;
}

export function factsOf({ folder }: Repository): RepositoryFacts {
  return {
    remotes: remoteHosts(folder),
    tags: tagsIn(folder),
    branch: branchIn(folder),
    underway: underwayIn(folder),
  };
}

export function branchIn(folder: string): string | undefined {
  const branch = git(folder, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  return branch.ok ? branch.out.toString('utf8').trim() : undefined;
}

const TAG = ['objectname', 'committerdate:iso-strict', '*objectname', '*committerdate:iso-strict', 'taggerdate:iso-strict', 'refname:strip=2'];

/** Those that stand at a commit, by name. */
function tagsIn(folder: string): readonly Tag[] {
  const format = TAG.map(field => `%(${field})`).join('%00');
  const lines = ask(folder, ['for-each-ref', `--format=${format}`, 'refs/tags'])
    .toString('utf8')
    .split('\n');
  return lines.flatMap(line => {
    const [object = '', date = '', peeled = '', peeledDate = '', tagged = '', name = ''] = line.split('\0');
    const at = date || peeledDate;
    return at === '' ? [] : [{ name, commit: peeled || object, at, taggedAt: tagged || undefined }];
  });
}

const MARKS = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
] as const;

/** Begun and not ended in the working tree that holds `folder`. */
export function underwayIn(folder: string): RepositoryFacts['underway'] {
  const files = ask(folder, ['rev-parse', ...MARKS.flatMap(([name]) => ['--git-path', name])])
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return MARKS.find((_, n) => existsSync(path.resolve(folder, files[n] ?? '')))?.[1];
}

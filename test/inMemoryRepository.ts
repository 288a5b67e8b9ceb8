/** Facts of a git repository held in memory, for tests. */
import { trailersOf } from '../engine/links/trailers.ts';
import { asPath } from '../engine/base/text.ts';
import type { ExampleCommit, ExampleRepository } from '../engine/rules/rule.ts';
import type { Commit } from '../engine/workspace/changeSet.ts';
import type { CommitSignature, RepositoryFacts } from '../engine/workspace/repositoryFacts.ts';
import { sourceOf } from './inMemory.ts';

export function factsIn({ remotes = {}, tags = [], commits = [] }: ExampleRepository): RepositoryFacts {
  const byHash = new Map(commits.map((commit, n) => [hashOf(n), commit]));
  return {
    remotes: Object.entries(remotes).map(([name, host]) => ({ name, host })),
    history: {
      tags,
      commitsNaming: id =>
        [...byHash].filter(([, { message }]) => trailersOf(message).some(trailer => trailer.id === id)).map(commitOf),
      tagsWith: hash => byHash.get(hash)?.tags ?? [],
      treeOf: hash => sourceOf(byHash.get(hash)?.tree ?? {}),
      sidesOf: hash => ({ before: sourceOf({}), after: sourceOf(byHash.get(hash)?.tree ?? {}) }),
      signatureOf: hash => signatureOf(byHash.get(hash)?.signed),
    },
  };
}

function hashOf(n: number): string {
  return String(n + 1)
    .repeat(40)
    .slice(0, 40);
}

function signatureOf(signed: string | undefined): CommitSignature {
  if (signed === undefined) return { state: 'unsigned' };
  return signed === 'bad' || signed === 'unchecked' ? { state: signed } : { state: 'good', keys: [signed] };
}

function commitOf([hash, { message, at, files }]: readonly [string, ExampleCommit]): Commit {
  return {
    hash,
    message,
    at,
    author: { name: '李四', email: 'ry-004@example.invalid' },
    parents: 1,
    files: files.map(file => ({ path: asPath(file), how: 'modified', sort: 'file' })),
  };
}

/**
 * Which tags contain a commit, for any number of commits by one walk: newest first, every commit hands its tags on to its
 * parents.
 */
import { ask, type Repository } from './repository.ts';

/** Tags that contain a commit, by name. */
export function tagsOf({ folder }: Repository): (hash: string) => readonly string[] {
  const names = tagNames(folder);
  if (names.size === 0) return () => [];
  const containing = new Map<string, bigint>();
  const tags = [...names.values()].flat().sort();
  const bits = new Map(tags.map((name, n) => [name, 1n << BigInt(n)]));
  for (const line of linesOf(ask(folder, ['rev-list', '--tags', '--topo-order', '--parents']))) {
    const [hash = '', ...parents] = line.split(' ');
    const own = (names.get(hash) ?? []).reduce((all, name) => all | (bits.get(name) ?? 0n), containing.get(hash) ?? 0n);
    containing.set(hash, own);
    for (const parent of parents) containing.set(parent, own | (containing.get(parent) ?? 0n));
  }
  return hash => tags.filter((_, n) => (((containing.get(hash) ?? 0n) >> BigInt(n)) & 1n) === 1n);
}

/** Names of tags by their commit. */
function tagNames(folder: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const line of linesOf(
    ask(folder, ['for-each-ref', '--format=%(objectname) %(*objectname) %(refname:strip=2)', 'refs/tags']),
  )) {
    const [object = '', peeled = '', ...name] = line.split(' ');
    const commit = peeled === '' ? object : peeled;
    names.set(commit, [...(names.get(commit) ?? []), name.join(' ')]);
  }
  return names;
}

function linesOf(answer: Buffer): readonly string[] {
  return answer
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '');
}

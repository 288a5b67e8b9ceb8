/** What a tree or the index holds at each path: the sort of thing and its hash. All are listed once, or a few looked up alone. */
import type { Path } from '../../engine/base/text.ts';
import { listedNames } from '../git/git.ts';
import { type TreeEntry, entryOf } from './treeEntry.ts';
import { type EntryChange, entryChanges } from './treeChanges.ts';
import { ask, emptyTree, type Repository } from '../git/repository.ts';

/** Looks up what lies in a tree or in the index. */
export interface TreeEntries {
  all(): ReadonlyMap<Path, TreeEntry>;
  find(path: Path): TreeEntry | undefined;
}

/** Entries that a caller has seen already; undefined where it knows there is none. */
export type Known = ReadonlyMap<Path, TreeEntry | undefined>;

/** Entries under the project's folder in the tree of a commit. */
export function treeEntries(repository: Repository, hash: string, known: Known = new Map()): TreeEntries {
  let found: string | undefined;
  const tree = () => (found ??= projectTree(repository, hash));
  const list = (...only: readonly string[]) => ask(repository.folder, ['ls-tree', '-z', '--full-tree', ...only]);
  return looking(known, {
    all: () => linesIn(list('-r', tree())),
    alone: path => linesIn(list(tree(), '--', path)),
  });
}

/** The tree of the project's folder in a commit; the empty one where it had no such folder yet. */
export function projectTree(repository: Repository, hash: string): string {
  if (repository.prefix === '') return `${hash}^{tree}`;
  const folder = repository.prefix.slice(0, -1);
  const answer = listedNames(ask(repository.folder, ['ls-tree', '-z', '-d', '--full-tree', hash, '--', folder]));
  const line = answer.find(text => text.endsWith(`\t${folder}`));
  return /^040000 tree (\w+)\t/.exec(line ?? '')?.[1] ?? emptyTree(repository);
}

/** Entries of the index. A file that is only announced (`add --intent-to-add`) is not in it yet, which only a comparison tells. */
export function indexEntries(repository: Repository, known: Known = new Map()): TreeEntries {
  const compare = (...paths: readonly string[]) =>
    entryChanges(repository, [
      'diff-index',
      '--cached',
      '--no-renames',
      '--ita-invisible-in-index',
      emptyTree(repository),
      '--',
      ...paths,
    ]);
  return looking(known, { all: () => compare().map(afterIn), alone: path => compare(path).map(afterIn) });
}

function afterIn({ path, after }: EntryChange): readonly [Path, TreeEntry | undefined] {
  return [path, after];
}

interface Lookup {
  all(): Iterable<readonly [Path, TreeEntry | undefined]>;
  /** What lies at this path, and under it. */
  alone(path: Path): Iterable<readonly [Path, TreeEntry | undefined]>;
}

/** Beyond this many, listing all is cheaper than one question each. */
const ALONE = 16;

function looking(known: Known, lookup: Lookup): TreeEntries {
  const seen = new Map(known);
  let all: ReadonlyMap<Path, TreeEntry> | undefined;
  let asked = 0;
  return { all: list, find };

  function list(): ReadonlyMap<Path, TreeEntry> {
    return (all ??= gathered(lookup.all()));
  }

  function find(path: Path): TreeEntry | undefined {
    if (all === undefined && seen.has(path)) return seen.get(path);
    if (all !== undefined || asked === ALONE || !canBeNamed(path)) return list().get(path);
    asked++;
    const entry = gathered(lookup.alone(path)).get(path);
    seen.set(path, entry);
    return entry;
  }
}

/** Names with bytes that are no text cannot be asked for, and no system takes a name of any length. */
function canBeNamed(path: Path): boolean {
  return path.length <= 4_096 && !path.includes('\0') && !path.includes('\ufffd');
}

function gathered(entries: Iterable<readonly [Path, TreeEntry | undefined]>): ReadonlyMap<Path, TreeEntry> {
  const all = new Map<Path, TreeEntry>();
  for (const [path, entry] of entries)
    if (entry !== undefined) all.set(path, all.has(path) ? { ...entry, sort: 'twice' } : entry);
  return all;
}

/** `100644 blob ID<tab>PATH` */
function* linesIn(answer: Buffer): Iterable<readonly [Path, TreeEntry | undefined]> {
  for (const line of listedNames(answer)) {
    const tab = line.indexOf('\t');
    yield [line.slice(tab + 1) as Path, entryOf(line.slice(0, 6), line.slice(line.lastIndexOf(' ', tab) + 1, tab))];
  }
}

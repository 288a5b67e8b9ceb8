/** A change set whose moments lie in git. */
import type { Path } from '../../engine/base/text.ts';
import { languageNameOf } from '../../engine/session/languages.ts';
import type { ChangedFile, ChangeSet } from '../../engine/workspace/changeSet.ts';
import type { TreeEntry } from '../trees/treeEntry.ts';
import type { Known } from '../trees/treeEntries.ts';
import type { EntryChange } from '../trees/treeChanges.ts';
import type { Repository } from '../git/repository.ts';
import type { StoredSource } from '../trees/storedSource.ts';

/** A change whose two moments lie in git. */
export interface StoredChange extends ChangeSet {
  readonly before: StoredSource;
  readonly after: StoredSource;
  /** The moment that is a commit, and how the other differs from it; undefined before the first commit. */
  readonly ground: Ground | undefined;
}

/** The moment of a change that is a commit, whose snapshot the other moment is compared with. */
export interface Ground {
  readonly moment: 'before' | 'after';
  /** Hash of the tree of the project's folder. */
  readonly tree: string;
  readonly other: readonly ChangedFile[];
}

/** What a comparison told of one moment, so that it is not asked for again. A name with bytes that are not text may be the name of several files. */
export function seenIn(changes: readonly EntryChange[], moment: 'before' | 'after'): Known {
  const seen = new Map<Path, TreeEntry | undefined>();
  for (const { path, was, before, after } of changes) {
    if (was !== undefined) seen.set(was, moment === 'before' ? before : undefined);
    seen.set(path, moment === 'after' ? after : was === undefined ? before : undefined);
  }
  for (const path of [...seen.keys()].filter(name => name.includes('\ufffd'))) seen.delete(path);
  return seen;
}

/** Reads at once what changed, as far as anybody looks into it: documents and source files. */
export function prefetchChanged(
  { blobs }: Repository,
  changes: readonly EntryChange[],
  moments: readonly ('before' | 'after')[],
): void {
  const looked = changes.filter(({ path }) => path.endsWith('.md') || languageNameOf(path) !== undefined);
  blobs.prefetch(
    looked.flatMap(change => moments.flatMap(moment => (change[moment]?.sort === 'file' ? [change[moment].id] : []))),
  );
}

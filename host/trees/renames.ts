/** Renames that git was not asked for: one file went, another with the same bytes came. */
import type { EntryChange } from './treeChanges.ts';

/** Empty files are alike without having moved. */
const EMPTY = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';

/** Changes in which a file that went and one that came with the same bytes are one renamed file. */
export function renamedFiles(changes: readonly EntryChange[]): readonly EntryChange[] {
  const went = changes.filter(
    ({ before, after }) => after === undefined && before?.sort === 'file' && before.id !== EMPTY,
  );
  const gone = Map.groupBy(went, ({ before }) => before?.id ?? EMPTY);
  const renames = changes.map(change => renamed(change, gone));
  const left = new Set(renames.map(({ was }) => was));
  return renames.filter(({ path, after }) => after !== undefined || !left.has(path));
}

/** Takes one of the files that went, so that no other comes from it too. */
function renamed(change: EntryChange, gone: ReadonlyMap<string, EntryChange[]>): EntryChange {
  if (change.before !== undefined || change.after?.sort !== 'file') return change;
  const source = gone.get(change.after.id)?.shift();
  return source === undefined ? change : { ...change, was: source.path, before: source.before };
}

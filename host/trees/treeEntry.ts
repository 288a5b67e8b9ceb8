/** What lies at a path in a tree or in the index. */
import type { ChangedFile } from '../../engine/workspace/changeSet.ts';

/** A file, link, submodule or conflict with the hash of its content. */
export interface TreeEntry {
  /** `conflict`: several versions wait for a person to choose. `twice`: names that differ only in bytes that are no text. */
  readonly sort: ChangedFile['sort'] | 'conflict' | 'twice';
  readonly id: string;
}

/** Undefined for a folder, and for nothing at all. */
export function entryOf(mode: string, id: string): TreeEntry | undefined {
  const sort = SORTS[mode.slice(0, 3)];
  return sort === undefined ? undefined : { sort, id };
}

const SORTS: Readonly<Record<string, ChangedFile['sort']>> = { 100: 'file', 120: 'link', 160: 'submodule' };

/** A change set whose moments lie in git. */
import type { Path } from '../../engine/base/text.ts';
import type { ChangeSet } from '../../engine/workspace/changeSet.ts';
import type { Entry } from './entry.ts';
import type { Known } from './entries.ts';
import type { EntryChange } from './entryChanges.ts';
import type { StoredSource } from './storedSource.ts';

export interface StoredChange extends ChangeSet {
  readonly before: StoredSource;
  readonly after: StoredSource;
}

/** What a comparison told of one moment, so that nobody asks for it again. Names with bytes that are no text may stand for several. */
export function seenIn(changes: readonly EntryChange[], moment: 'before' | 'after'): Known {
  const seen = new Map<Path, Entry | undefined>();
  for (const { path, was, before, after } of changes) {
    if (was !== undefined) seen.set(was, moment === 'before' ? before : undefined);
    seen.set(path, moment === 'after' ? after : was === undefined ? before : undefined);
  }
  for (const path of [...seen.keys()].filter(name => name.includes('\ufffd'))) seen.delete(path);
  return seen;
}

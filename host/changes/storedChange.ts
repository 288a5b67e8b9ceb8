/** A change set whose moments lie in git. */
import type { ChangeSet } from '../../engine/workspace/changeSet.ts';
import type { Entry } from './entry.ts';
import type { Known } from './entries.ts';
import type { EntryChange } from './entryChanges.ts';
import type { StoredSource } from './storedSource.ts';

export interface StoredChange extends ChangeSet {
  readonly before: StoredSource;
  readonly after: StoredSource;
}

/** What a comparison told of one moment, so that nobody asks for it again. */
export function seenIn(changes: readonly EntryChange[], moment: 'before' | 'after'): Known {
  const seen = new Map<EntryChange['path'], Entry | undefined>();
  for (const change of changes) {
    const { path, was } = change;
    if (was === undefined) seen.set(path, change[moment]);
    else {
      seen.set(path, moment === 'after' ? change.after : undefined);
      seen.set(was, moment === 'before' ? change.before : undefined);
    }
  }
  return seen;
}

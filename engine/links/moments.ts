/** A change set whose moments can be asked. */
import type { Get } from '../base/queries.ts';
import type { ChangeSet } from '../workspace/changeSet.ts';

export interface Moments extends Omit<ChangeSet, 'before' | 'after'> {
  readonly before: { readonly get: Get };
  readonly after: { readonly get: Get };
}

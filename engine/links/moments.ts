/** A change set with both moments open. */
import type { Get } from '../base/queries.ts';
import type { ChangeSet } from '../workspace/changeSet.ts';

/** A change set whose moments answer questions about the project before and after the change. */
export interface Moments extends Omit<ChangeSet, 'before' | 'after'> {
  readonly before: { readonly get: Get };
  readonly after: { readonly get: Get };
}

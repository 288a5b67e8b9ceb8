/** What nobody ever reviewed: units that `docket.lock` does not know, with their code. */
import { ALL, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import type { Item } from '../model/entry.ts';
import { outline } from '../model/outline.ts';
import { codeOf } from './bindings.ts';
import { boundBy, recordedKeys } from './lockAt.ts';
import { missingCode } from './missingCode.ts';

export interface Unreviewed {
  readonly item: Item;
  /** How many places of code it describes. */
  readonly places: number;
  /** Symbols it names that are not there, as `path#Symbol`. It cannot be settled before they are put right. */
  readonly missing: readonly string[];
}

/** Units of a document; one without code yet has nothing to review. */
export const unreviewedIn = query<readonly Unreviewed[]>(
  'unreviewedIn',
  (path, get) => {
    const units = get(outline, path).items.filter(({ id, kind }) => kind === 'lld-unit' && !get(recordedKeys, ALL).has(id));
    return units
      .map(item => ({ item, places: boundBy(item, get).length, missing: missingCode(item, get).map(codeOf) }))
      .filter(({ places }) => places > 0);
  },
  sameData,
);

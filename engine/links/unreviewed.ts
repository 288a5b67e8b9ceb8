/** What nobody ever reviewed: units that `docket.lock` does not know, with their code. */
import { ALL, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import type { Item } from '../model/entry.ts';
import { outline } from '../model/outline.ts';
import { isUnit } from './bindings.ts';
import { boundBy, recordedKeys } from './lockAt.ts';

/** Units of a document, each with how many places of code it describes; one without code yet has nothing to review. */
export const unreviewedIn = query<readonly { readonly item: Item; readonly places: number }[]>(
  'unreviewedIn',
  (path, get) => {
    const units = get(outline, path).items.filter(item => isUnit(item, get) && !get(recordedKeys, ALL).has(item.id));
    return units.map(item => ({ item, places: boundBy(item, get).length })).filter(({ places }) => places > 0);
  },
  sameData,
);

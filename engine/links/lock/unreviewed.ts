/** What was never reviewed: units that `docket.lock` does not know, with their code. */
import { ALL, type Get, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import type { Item } from '../../model/entry.ts';
import { isBoundToCode } from '../../model/kinds/kinds.ts';
import { itemsByKind, outline } from '../../model/outline.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import { isUnit } from '../code/bindings.ts';
import { boundBy, recordedKeys } from './lockAt.ts';
import { type MissingCode, missingCode } from '../code/missingCode.ts';

export interface Unreviewed {
  readonly item: Item;
  /** How many places of code it describes. */
  readonly places: number;
  /** Symbols it names that cannot be found. It cannot be settled before they are put right. */
  readonly missing: readonly MissingCode[];
}

/** Of the whole project, document by document. */
export function unreviewedUnits(get: Get): readonly Unreviewed[] {
  const kinds = [...get(catalogue, ALL).items.values()].filter(isBoundToCode);
  const documents = new Set(kinds.flatMap(({ key }) => get(itemsByKind, key).map(({ path }) => path)));
  return [...documents].flatMap(path => get(unreviewedIn, path));
}

/** Of one document; a unit without code yet has nothing to review. */
export const unreviewedIn = query<readonly Unreviewed[]>(
  'unreviewedIn',
  (path, get) => {
    const units = get(outline, path).items.filter(item => isUnit(item, get) && !get(recordedKeys, ALL).has(item.id));
    return units
      .map(item => ({ item, places: boundBy(item, get).length, missing: missingCode(item, get) }))
      .filter(({ places }) => places > 0);
  },
  sameData,
);

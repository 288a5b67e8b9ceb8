/** Units that were never reviewed: docket.lock does not contain them. */
import { ALL, type Get, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import type { Item } from '../../model/entry.ts';
import { isBoundToCode } from '../../model/kinds/kinds.ts';
import { itemsByKind, outline } from '../../model/outline.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import { isUnit } from '../code/bindings.ts';
import { boundBy, recordedKeys } from './lockAt.ts';
import { type MissingCode, missingCode } from '../code/missingCode.ts';

/** A unit without a record in docket.lock. */
export interface Unreviewed {
  readonly item: Item;
  /** How many files or symbols it describes. */
  readonly places: number;
  /** Symbols it names that cannot be found. It cannot be settled until they are corrected. */
  readonly missing: readonly MissingCode[];
}

/** The unreviewed units of the project, document by document. */
export function unreviewedUnits(get: Get): readonly Unreviewed[] {
  const kinds = [...get(catalogue, ALL).items.values()].filter(isBoundToCode);
  const documents = new Set(kinds.flatMap(({ key }) => get(itemsByKind, key).map(({ path }) => path)));
  return [...documents].flatMap(path => get(unreviewedIn, path));
}

/** The unreviewed units of one document, by its path. A unit without code has nothing to review and is left out. */
const unreviewedIn = query<readonly Unreviewed[]>(
  'unreviewedIn',
  (path, get) => {
    const units = get(outline, path).items.filter(item => isUnit(item, get) && !get(recordedKeys, ALL).has(item.id));
    return units
      .map(item => ({ item, places: boundBy(item, get).length, missing: missingCode(item, get) }))
      .filter(({ places }) => places > 0);
  },
  sameData,
);

/** Gaps: columns of the matrix that must not be empty for an item, as its kind says, and are. */
import { ALL, type Get } from '../base/queries.ts';
import type { Item } from '../model/entry.ts';
import { catalogue } from '../model/config/projectConfig.ts';
import { coverageOf } from './coverage.ts';

/**
 * The keys of the empty columns of an item. None for a deleted item; a column that the item declares unaffected is no
 * gap.
 */
export function gapsOf({ id, kind, attributes }: Item, get: Get): readonly string[] {
  const spec = get(catalogue, ALL).items.get(kind);
  if (spec === undefined || attributes['status'] === 'deleted') return [];
  const found = get(coverageOf, id);
  const spared = new Set(
    [...spec.attributes.byKey.values()].flatMap(({ key, spares }) => (attributes[key] ? spares : [])),
  );
  return spec.coveredBy.filter(column => found[column]?.length === 0 && !spared.has(column));
}

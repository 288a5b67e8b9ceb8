/** Columns of the matrix that ought not to be empty for an item, as its kind says. */
import { ALL, type Get } from '../base/queries.ts';
import type { Item } from '../model/entry.ts';
import { catalogue } from '../model/config/projectConfig.ts';
import { coverage } from './coverage.ts';

/** Keys of columns. Empty for an item that is deleted; what the item itself declares unaffected is no gap. */
export function gapsOf({ id, kind, attributes }: Item, get: Get): readonly string[] {
  const spec = get(catalogue, ALL).items.get(kind);
  if (spec === undefined || attributes['status'] === 'deleted') return [];
  const found = get(coverage, id);
  const spared = new Set(
    [...spec.attributes.byKey.values()].flatMap(({ key, spares }) => (attributes[key] ? spares : [])),
  );
  return spec.coveredBy.filter(column => found[column]?.length === 0 && !spared.has(column));
}

/** Columns of the matrix that ought not to be empty for an item. */
import type { Get } from '../base/queries.ts';
import type { Item } from '../model/entry.ts';
import { type Coverage, coverage } from './coverage.ts';

const OWED: Readonly<Record<string, readonly (keyof Coverage)[]>> = {
  'srs-item': ['hld', 'lld', 'code', 'test', 'manual'],
  'design-element': ['lld', 'code'],
  'lld-unit': ['code'],
};

/** Empty for an item that is deleted; what the item itself declares unaffected is no gap. */
export function gapsOf({ id, kind, attributes }: Item, get: Get): readonly (keyof Coverage)[] {
  if (attributes['status'] === 'deleted') return [];
  const found = get(coverage, id);
  const unaffected = new Set<keyof Coverage>([
    ...(attributes['no_design_impact'] ? (['hld', 'lld', 'code'] as const) : []),
    ...(attributes['no_unit_impact'] ? (['lld', 'code'] as const) : []),
  ]);
  return (OWED[kind] ?? []).filter(column => found[column].length === 0 && !unaffected.has(column));
}

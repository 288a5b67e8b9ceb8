/** Rows of lists in plain data. */
import type { Data } from '../entry.ts';

/** The maps of a list. Other elements are left out; a value that is no list gives none. */
export function rowsOf(value: unknown): readonly Data[] {
  return Array.isArray(value) ? value.filter((row): row is Data => typeof row === 'object' && row !== null) : [];
}

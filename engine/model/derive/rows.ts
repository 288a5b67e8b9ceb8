import type { Data } from '../entry.ts';

/** The maps of a list; what is none is left out. */
export function rowsOf(value: unknown): readonly Data[] {
  return Array.isArray(value) ? value.filter((row): row is Data => typeof row === 'object' && row !== null) : [];
}

/** Identifiers that count within a year: `WX-2026-0003` is the third of its kind in 2026. */
import type { Kind } from '../../model/kinds/kinds.ts';

/** The number in an identifier, and the way to its neighbours. */
interface Numbered {
  readonly number: number;
  /** The identifier of another number of the same kind and year. */
  at(number: number): string;
}

/**
 * The number of an identifier; undefined when the identifiers of the kind do not count within a year, or the id has
 * another form.
 */
export function numberedId(kind: Kind | undefined, id: string): Numbered | undefined {
  if (kind?.numbered !== 'year' || kind.id?.test(id) !== true) return undefined;
  const [, head = '', digits = ''] = /^(.*-)(\d+)$/.exec(id) ?? [];
  if (digits === '') return undefined;
  return { number: Number(digits), at: number => `${head}${String(number).padStart(digits.length, '0')}` };
}

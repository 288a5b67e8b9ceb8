/** Identifiers that count within a year: `WX-2026-0003` is the third of its kind in 2026. */
import type { Kind } from '../../model/kinds/kinds.ts';

export interface Numbered {
  readonly number: number;
  /** The identifier of another number of the same kind and year. */
  at(number: number): string;
}

export function numberedId(kind: Kind | undefined, id: string): Numbered | undefined {
  if (kind?.numbered !== 'year' || kind.id?.test(id) !== true) return undefined;
  const [, head = '', digits = ''] = /^(.*-)(\d+)$/.exec(id) ?? [];
  if (digits === '') return undefined;
  return { number: Number(digits), at: number => `${head}${String(number).padStart(digits.length, '0')}` };
}

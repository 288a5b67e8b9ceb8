/** The identifier of a document that is about a period, made from the pattern of its kind: `TZ-2026-05`, `JB-2026-Q2`. */
import type { Kind } from './kinds.ts';

/** `key`: the period, `2026-05`. Undefined where no form of the identifiers of the kind fits such a period. */
export function idOfPeriod(kind: Pick<Kind, 'id' | 'idSource'> | undefined, key: string): string | undefined {
  const heads = (kind?.idSource ?? '').split('|').map(form => form.slice(0, form.indexOf('\\d')));
  return heads.map(head => `${head}${key}`).find(id => kind?.id?.test(id));
}

/** The setting that a name nearly is, for reading on and for saying what was meant. */
import { closest } from '../../base/closest.ts';
import { fold } from '../kinds/compileFields.ts';
import type { Fields } from '../kinds/kinds.ts';

/** Shorter names are too near to everything: `P9` is not `P1`. */
const SHORTEST = 3;

/**
 * The key of the one field that `name` is a slip of (`respons`, `inspections`) or a longer or shorter form of (`onsite_minimum`).
 * Undefined when none is near, or several are.
 */
export function nearestKey(
  name: string,
  fields: Fields,
  isFree: (key: string) => boolean = () => true,
): string | undefined {
  const written = fold(name);
  const names = new Map([...fields.named].filter(([, key]) => isFree(key)));
  if (written.length < SHORTEST) return undefined;
  const near = closest(
    written,
    [...names.keys()].filter(candidate => candidate.length >= SHORTEST),
  );
  if (near !== undefined) return names.get(near);
  const longer = new Set([...names].filter(([candidate]) => isFormOf(candidate, written)).map(([, key]) => key));
  return longer.size === 1 ? [...longer][0] : undefined;
}

function isFormOf(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 4 && short.length * 2 >= long.length && long.startsWith(short);
}

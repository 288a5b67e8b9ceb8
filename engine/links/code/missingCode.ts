/** Symbols that a unit names and that its files do not hold. There is nothing to review it against, so nobody can settle it. */
import type { Get } from '../../base/queries.ts';
import { codeSource } from '../../code/sourceOf.ts';
import type { Item } from '../../model/entry.ts';
import { type Binding, codeOf } from './bindings.ts';
import { codeSignature } from './codeSignature.ts';
import { boundBy } from '../lock/lockAt.ts';

export function missingCode(item: Item, get: Get): readonly Binding[] {
  return boundBy(item, get).filter(
    binding => binding.symbol !== undefined && get(codeSignature, codeOf(binding)) === undefined,
  );
}

/** The names of the symbols of a file, in its order. */
export function symbolsIn(path: string, get: Get): readonly string[] {
  return (get(codeSource, path)?.symbols ?? []).map(({ name }) => name);
}

/** Symbols that a unit names and that do not exist in its files. Such a unit cannot be reviewed or settled. */
import type { Get } from '../../base/queries.ts';
import { codeSource } from '../../code/sourceOf.ts';
import type { Item } from '../../model/entry.ts';
import { type Binding, codeOf } from './bindings.ts';
import { codeSignature } from './codeSignature.ts';
import { boundBy } from '../lock/lockAt.ts';

/** The bindings of an item to symbols that do not exist. */
export function missingCode(item: Item, get: Get): readonly Binding[] {
  return boundBy(item, get).filter(
    binding => binding.symbol !== undefined && get(codeSignature, codeOf(binding)) === undefined,
  );
}

/** The names of the symbols of a file, in the order of its text. */
export function symbolsIn(path: string, get: Get): readonly string[] {
  return (get(codeSource, path)?.symbols ?? []).map(({ name }) => name);
}

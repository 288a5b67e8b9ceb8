/** The lock of a project as it stands, and what it says about each design unit and its code. */
import { ALL, type Get, query } from '../../base/queries.ts';
import { asPath, type Path } from '../../base/text.ts';
import type { Item } from '../../model/entry.ts';
import { decode } from '../../workspace/decode.ts';
import { fileContent } from '../../workspace/files.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import { filesUnder } from '../../model/paths/filesUnder.ts';
import { type Binding, codeOf, keyOf, namedBy } from '../code/bindings.ts';
import { codeSignature } from '../code/codeSignature.ts';
import { itemSignature } from '../items/itemSignature.ts';
import { taggedCode } from '../code/taggedCode.ts';
import { type Agreement, LOCK_PATH, type Lock, parseLock } from './lock.ts';
import { inPlace } from './mergedLock.ts';

export const lock = query<Lock>('lock', (_all, get) => {
  const { agreements, foreign } = parseLock(decode(get(fileContent, asPath(LOCK_PATH))).text);
  return { agreements: inPlace(agreements, (key, value) => isAbout(key, value, get)), foreign };
});

/** Both sides of a key are as a value says. */
function isAbout(key: string, { left, right }: Agreement, get: Get): boolean {
  const at = key.indexOf(' ');
  const [unit, answered] = [key.slice(0, at), key.slice(at + 1)];
  return get(itemSignature, unit) === right && (get(codeSignature, answered) ?? get(itemSignature, answered)) === left;
}

/** Keys of bindings to code that the lock records, by unit. */
export const recordedKeys = query<ReadonlyMap<string, readonly string[]>>('recordedKeys', (_all, get) => {
  const { items, relations } = get(catalogue, ALL);
  const answered = [...relations.values()].flatMap(({ owes, to }) =>
    owes ? to.flatMap(kind => items.get(kind) ?? []) : [],
  );
  const isPair = (key: string) => answered.some(({ id }) => id.test(key.slice(key.indexOf(' ') + 1)));
  return Map.groupBy(
    [...get(lock, ALL).agreements.keys()].filter(key => !isPair(key)),
    key => key.slice(0, key.indexOf(' ')),
  );
});

/** `debt`: the code moved, the unit did not. `unrecorded`: both moved since, and nobody wrote it down. */
export type LockState = 'agreed' | 'debt' | 'unrecorded';

export interface Standing {
  readonly binding: Binding;
  readonly state: LockState;
  readonly left: string | undefined;
  readonly right: string;
}

/** How each file or symbol of a unit stands to the lock; undefined for a unit whose code was never reviewed. */
export function standingOf(item: Item, get: Get): readonly Standing[] | undefined {
  const recorded = get(recordedKeys, ALL).get(item.id);
  if (recorded === undefined) return undefined;
  const right = get(itemSignature, item.id) ?? '';
  const present = presentOf(item, recorded, get);
  const keys = new Set(present.map(keyOf));
  const gone = recorded.filter(key => !keys.has(key)).map(bindingOf);
  const standing = present.map(binding => standingTo(binding, right, get));
  return [
    ...standing,
    ...gone.filter(binding => !isRenamed(binding, present, get)).map(binding => standingTo(binding, right, get)),
  ];
}

/** A file that is not where it was is looked for among all that carries the unit's tag, and only then. */
function presentOf(item: Item, recorded: readonly string[], get: Get): readonly Binding[] {
  const named = boundBy(item, get);
  if (recorded.every(key => get(codeSignature, codeOf(bindingOf(key))) !== undefined)) return named;
  const isFoundAgain = (binding: Binding) => renamedFrom(binding, get(codeSignature, codeOf(binding)), get).length > 0;
  return eachOnce([...named, ...taggedWith(item, get).filter(isFoundAgain)]);
}

/** Every file a unit names, each with the symbol it names. */
export function boundBy(item: Item, get: Get): readonly Binding[] {
  return eachOnce(
    namedBy(item).flatMap(({ unit, glob, symbol }) => get(filesUnder, glob).map(path => ({ unit, path, symbol }))),
  );
}

/** Besides, every file and symbol whose tag names the unit. */
export function boundOrTagged(item: Item, get: Get): readonly Binding[] {
  const named = boundBy(item, get);
  const whole = new Set(named.flatMap(({ path, symbol }) => (symbol === undefined ? [path] : [])));
  return eachOnce([...named, ...taggedWith(item, get).filter(({ path }) => !whole.has(path))]);
}

function taggedWith({ id }: Item, get: Get): readonly Binding[] {
  return get(taggedCode, id).flatMap(({ path, symbol, relation }) =>
    relation === 'implements' ? [{ unit: id, path, symbol }] : [],
  );
}

function eachOnce(bindings: readonly Binding[]): readonly Binding[] {
  return [...new Map(bindings.map(binding => [keyOf(binding), binding])).values()];
}

function standingTo(binding: Binding, right: string, get: Get): Standing {
  const left = get(codeSignature, codeOf(binding));
  const values = get(lock, ALL).agreements.get(keyOf(binding)) ?? renamedFrom(binding, left, get);
  if (values.some(value => value.left === left)) return { binding, state: 'agreed', left, right };
  // A file that is new under the globs of a recorded unit has no value: the unit is where it was, so it owes.
  const state = values.length === 0 || values.some(value => value.right === right) ? 'debt' : 'unrecorded';
  return { binding, state, left, right };
}

/** Values of a binding that vanished, where the code appears elsewhere as it was. */
function renamedFrom({ unit }: Binding, left: string | undefined, get: Get): readonly Agreement[] {
  const { agreements } = get(lock, ALL);
  const gone = (get(recordedKeys, ALL).get(unit) ?? []).filter(
    key => get(codeSignature, codeOf(bindingOf(key))) === undefined,
  );
  return gone.flatMap(key => agreements.get(key) ?? []).filter(value => value.left === left);
}

/** Nothing of it is left, and one of the unit's files is what it was. */
function isRenamed(gone: Binding, present: readonly Binding[], get: Get): boolean {
  if (get(codeSignature, codeOf(gone)) !== undefined) return false;
  const values = get(lock, ALL).agreements.get(keyOf(gone)) ?? [];
  return present.some(binding => values.some(({ left }) => left === get(codeSignature, codeOf(binding))));
}

/** A key read back. */
function bindingOf(key: string): Binding {
  const [, unit = '', path = '', symbol] = /^(\S+) ([^#]*)(?:#(.*))?$/s.exec(key) ?? [];
  return { unit, path: path as Path, symbol };
}

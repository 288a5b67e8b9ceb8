/** The lock of a project at its moment, and the state of each design unit and its code in it. */
import { ALL, type Get, query } from '../../base/queries.ts';
import { asPath, type Path } from '../../base/text.ts';
import type { Item } from '../../model/entry.ts';
import { decode } from '../../workspace/decode.ts';
import { fileContent } from '../../workspace/files.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import { filesUnder } from '../../model/paths/filesUnder.ts';
import { type Binding, codeOf, bindingKey, namedBy } from '../code/bindings.ts';
import { codeSignature } from '../code/codeSignature.ts';
import { itemSignature } from '../items/itemSignature.ts';
import { taggedCode } from '../code/taggedCode.ts';
import { type Agreement, LOCK_PATH, type Lock, parseLock } from './lock.ts';
import { inPlace } from './mergedLock.ts';

/** The parsed docket.lock, under ALL. Values that a union merge moved to another key are put back. */
export const lock = query<Lock>('lock', (_all, get) => {
  const { agreements, foreign } = parseLock(decode(get(fileContent, asPath(LOCK_PATH))).text);
  return { agreements: inPlace(agreements, (key, value) => isAbout(key, value, get)), foreign };
});

/** Whether both sides of a key have the signatures of a value. */
function isAbout(key: string, { left, right }: Agreement, get: Get): boolean {
  const at = key.indexOf(' ');
  const [unit, answered] = [key.slice(0, at), key.slice(at + 1)];
  return get(itemSignature, unit) === right && (get(codeSignature, answered) ?? get(itemSignature, answered)) === left;
}

/** The keys of recorded bindings to code, by unit; under ALL. */
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

/** `debt`: the code changed and the unit did not. `unrecorded`: both changed, and the lock has no record of it. */
export type LockState = 'agreed' | 'debt' | 'unrecorded';

/**
 * A binding with its state in the lock and its signatures now. `left` is that of the code, undefined when the code is
 * gone; `right` that of the unit.
 */
interface PairStanding {
  readonly binding: Binding;
  readonly state: LockState;
  readonly left: string | undefined;
  readonly right: string;
}

/** The state of each file or symbol of a unit in the lock; undefined for a unit whose code was never reviewed. */
export function standingOf(item: Item, get: Get): readonly PairStanding[] | undefined {
  const recorded = get(recordedKeys, ALL).get(item.id);
  if (recorded === undefined) return undefined;
  const right = get(itemSignature, item.id) ?? '';
  const present = presentOf(item, recorded, get);
  const keys = new Set(present.map(bindingKey));
  const gone = recorded.filter(key => !keys.has(key)).map(bindingOf);
  const standing = present.map(binding => standingTo(binding, right, get));
  return [
    ...standing,
    ...gone.filter(binding => !isRenamed(binding, present, get)).map(binding => standingTo(binding, right, get)),
  ];
}

/**
 * When recorded code is not at its path, it is searched among all code with the tag of the unit; only then, because
 * this search reads all code.
 */
function presentOf(item: Item, recorded: readonly string[], get: Get): readonly Binding[] {
  const named = boundBy(item, get);
  if (recorded.every(key => get(codeSignature, codeOf(bindingOf(key))) !== undefined)) return named;
  const isFoundAgain = (binding: Binding) => renamedFrom(binding, get(codeSignature, codeOf(binding)), get).length > 0;
  return eachOnce([...named, ...taggedWith(item, get).filter(isFoundAgain)]);
}

/** The bindings of every file that the globs of a unit match, each with the symbol that the unit names. */
export function boundBy(item: Item, get: Get): readonly Binding[] {
  return eachOnce(
    namedBy(item).flatMap(({ unit, glob, symbol }) => get(filesUnder, glob).map(path => ({ unit, path, symbol }))),
  );
}

/** The same, and every file and symbol whose tag names the unit. */
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
  return [...new Map(bindings.map(binding => [bindingKey(binding), binding])).values()];
}

function standingTo(binding: Binding, right: string, get: Get): PairStanding {
  const left = get(codeSignature, codeOf(binding));
  const values = get(lock, ALL).agreements.get(bindingKey(binding)) ?? renamedFrom(binding, left, get);
  if (values.some(value => value.left === left)) return { binding, state: 'agreed', left, right };
  // A file that is new under the globs of a recorded unit has no value. The unit has not changed, so this is a debt.
  const state = values.length === 0 || values.some(value => value.right === right) ? 'debt' : 'unrecorded';
  return { binding, state, left, right };
}

/** The values of a binding whose code is gone, when the same code is found at another place. */
function renamedFrom({ unit }: Binding, left: string | undefined, get: Get): readonly Agreement[] {
  const { agreements } = get(lock, ALL);
  const gone = (get(recordedKeys, ALL).get(unit) ?? []).filter(
    key => get(codeSignature, codeOf(bindingOf(key))) === undefined,
  );
  return gone.flatMap(key => agreements.get(key) ?? []).filter(value => value.left === left);
}

/** Whether the code is gone from its place and one of the unit's files has the recorded signature. */
function isRenamed(gone: Binding, present: readonly Binding[], get: Get): boolean {
  if (get(codeSignature, codeOf(gone)) !== undefined) return false;
  const values = get(lock, ALL).agreements.get(bindingKey(gone)) ?? [];
  return present.some(binding => values.some(({ left }) => left === get(codeSignature, codeOf(binding))));
}

/** The binding that a key of the lock names. */
function bindingOf(key: string): Binding {
  const [, unit = '', path = '', symbol] = /^(\S+) ([^#]*)(?:#(.*))?$/s.exec(key) ?? [];
  return { unit, path: path as Path, symbol };
}

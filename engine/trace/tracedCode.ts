/** The code of an item: files and symbols that implement or verify it by tag, or that it names, with their state. */
import { type Get } from '../base/queries.ts';
import type { Path } from '../base/text.ts';
import type { Words } from '../base/words.ts';
import { codeOf, isUnit } from '../links/code/bindings.ts';
import { lineOfSymbol } from '../links/code/codeMarks.ts';
import { boundOrTagged } from '../links/lock/lockAt.ts';
import { type TaggedCode, taggedCode } from '../links/code/taggedCode.ts';
import type { Item } from '../model/entry.ts';
import { isPresent } from '../workspace/files.ts';
import { type Suspect, suspectCodeOf } from './suspects.ts';

/** A piece of code of an item. */
export interface TracedCode {
  readonly relation: TaggedCode['relation'];
  readonly path: Path;
  /** Null for the whole file. */
  readonly symbol: string | null;
  /** Line of the symbol, from 1; null for the whole file. */
  readonly line: number | null;
  /** `broken`: the file or its symbol does not exist. `suspect`: it has moved since docket.lock recorded it. */
  readonly status: 'ok' | 'broken' | 'suspect';
  readonly reason?: Words;
}

/** The code of an item, sorted by path and symbol. */
export function codeOfItem(item: Item, get: Get): readonly TracedCode[] {
  const suspects = suspectCodeOf(item, get);
  const implementing = isUnit(item, get)
    ? boundOrTagged(item, get).map(binding => ({ ...binding, relation: 'implements' as const }))
    : [];
  const tagged = get(taggedCode, item.id).filter(({ relation }) => relation === 'verifies' || !isUnit(item, get));
  const all = [...implementing, ...tagged].map(code => traced(code, suspects, get));
  const gone = suspects
    .filter(({ left }) => !all.some(code => keyOf(code) === left))
    .map(suspect => vanished(suspect, get));
  return [...all, ...gone].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function traced({ path, symbol, relation }: TaggedCode, suspects: readonly Suspect[], get: Get): TracedCode {
  const line = symbol === undefined ? null : (lineOfSymbol(path, symbol, get) ?? null);
  const known = { relation, path, symbol: symbol ?? null, line };
  if (symbol !== undefined && line === null) return { ...known, status: 'broken' };
  const stale = relation === 'implements' ? suspects.find(({ left }) => left === codeOf({ path, symbol })) : undefined;
  return stale === undefined ? { ...known, status: 'ok' } : { ...known, status: 'suspect', reason: stale.reason };
}

/** Code that docket.lock records and the item does not name any more. */
function vanished({ left, reason }: Suspect, get: Get): TracedCode {
  const [path = '', symbol] = left.split('#');
  const status = get(isPresent, path) ? 'suspect' : 'broken';
  return { relation: 'implements', path: path as Path, symbol: symbol ?? null, line: null, status, reason };
}

function keyOf({ path, symbol }: TracedCode): string {
  return codeOf({ path, symbol: symbol ?? undefined });
}

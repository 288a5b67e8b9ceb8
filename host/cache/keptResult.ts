/** Results of a whole working tree, kept with everything they were made of besides the files git lists, and used while that is as it was. */
import path from 'node:path';
import type { Path } from '../../engine/base/text.ts';
import { markOf } from '../git/workingBlobs.ts';
import type { Store } from './cache.ts';
import { stateOf } from '../git/repositoryState.ts';

/** A result with what it depends on besides the files that git lists. */
export interface KeepableResult<V> {
  readonly result: V;
  /** Files that were read though git does not list them. */
  readonly besides: readonly Path[];
  /** The state of the repository, when facts of it were asked for: a tag may come without any file changing. */
  readonly repository: string | null;
}

/** A result as it is kept. */
interface Kept {
  readonly result: unknown;
  /** Files it read besides those git lists (ignored ones), with what they held. */
  readonly besides: readonly (readonly [file: string, mark: string | null])[];
  readonly repository: string | null;
}

/** Under the same key a result of the same type is kept. Undefined when there is none, or it no longer holds. */
export function keptResult<V>(store: Store, key: string, root: string): V | undefined {
  const text = store.result(key);
  const kept = text === undefined ? undefined : (JSON.parse(text) as Kept);
  return kept !== undefined && holds(kept, root) ? (kept.result as V) : undefined;
}

/** Keeps a result under a key, with the state of everything else it read. */
export function keepResult(
  store: Store,
  key: string,
  root: string,
  { result, besides, repository }: KeepableResult<unknown>,
): void {
  const kept: Kept = { result, besides: besides.map(file => [file, markIn(root, file)]), repository };
  store.keepResult(key, JSON.stringify(kept));
}

function holds({ besides, repository }: Kept, root: string): boolean {
  if (!besides.every(([file, mark]) => markIn(root, file) === mark)) return false;
  return repository === null || repository === stateOf(root);
}

function markIn(root: string, file: string): string | null {
  return markOf(path.join(root, file)) ?? null;
}

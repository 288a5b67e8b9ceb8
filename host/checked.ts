/**
 * The findings of a working tree, with as little work as what changed since the last run asks for: nothing changed → the
 * kept result; some documents changed → their facts anew, everybody else's from the cache.
 */
import path from 'node:path';
import { blobsOf, markOf } from './blobs.ts';
import { cacheFolder, openStore } from './cache.ts';
import { environmentOf, SHARED } from './environment.ts';
import type { Checked } from './findings.ts';
import { stateOf } from './repositoryState.ts';

/** A result as it is kept. */
interface Kept {
  readonly result: Checked;
  /** Files it read besides those git lists (ignored ones), with what they held. */
  readonly besides: readonly (readonly [file: string, mark: string | null])[];
  /** The state of the repository, when a rule asked about that: a tag may come without any file changing. */
  readonly repository: string | null;
}

/**
 * `engine` names the program's version and build; another one shares nothing with this one's cache. The engine itself is
 * loaded only when there is something to check.
 */
export async function checkTree(root: string, asOf: string, engine: string): Promise<Checked> {
  const blobs = blobsOf(root);
  const folder = blobs === undefined ? undefined : cacheFolder(root);
  if (blobs === undefined || folder === undefined) return (await import('./findings.ts')).findingsOf(root, asOf);
  const store = openStore(folder, environmentOf(root, engine, blobs.of(SHARED)));
  const key = `${asOf} ${blobs.digest}`;
  const kept = parsed(store.result(key));
  if (kept && holds(kept, root)) return kept.result;
  const { result, besides, repository } = (await import('./findings.ts')).findingsWith(store, root, asOf, blobs);
  // What a rule failed of, git being stopped or files being moved under it, may be over the next time.
  if ([...result.findings, ...result.baseline.held].some(({ rule }) => rule === 'docket/rule-failed')) return result;
  store.keepResult(key, JSON.stringify({ result, besides: besides.map(file => [file, markIn(root, file)]), repository } satisfies Kept));
  return result;
}

function holds({ besides, repository }: Kept, root: string): boolean {
  if (!besides.every(([file, mark]) => markIn(root, file) === mark)) return false;
  return repository === null || repository === stateOf(root);
}

function parsed(kept: string | undefined): Kept | undefined {
  return kept === undefined ? undefined : (JSON.parse(kept) as Kept);
}

function markIn(root: string, file: string): string | null {
  return markOf(path.join(root, file)) ?? null;
}

/**
 * The findings of a working tree, with as little work as what changed since the last run asks for: nothing changed → the
 * kept result; some documents changed → their facts anew, everybody else's from the cache.
 */
import type { Checked } from './findings.ts';
import { keepResult, keptResult } from '../cache/keptResult.ts';
import { knownFiles } from '../cache/knownFiles.ts';

/**
 * `engine` names the program's version and build; another one shares nothing with this one's cache. The engine itself is
 * loaded only when there is something to check.
 */
export async function checkTree(root: string, asOf: string, engine: string): Promise<Checked> {
  const known = knownFiles(root, engine);
  if (known === undefined) return (await import('./findings.ts')).findingsOf(root, asOf);
  const { store, blobs } = known;
  const key = `${asOf} ${blobs.digest}`;
  const kept = keptResult<Checked>(store, key, root);
  if (kept !== undefined) return kept;
  const found = (await import('./findings.ts')).findingsWith(store, root, asOf, blobs);
  // What a rule failed of, git being stopped or files being moved under it, may be over the next time.
  const { findings, baseline } = found.result;
  if (![...findings, ...baseline.held].some(({ rule }) => rule === 'docket/rule-failed'))
    keepResult(store, key, root, found);
  return found.result;
}

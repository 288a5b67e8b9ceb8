/**
 * The findings of a working tree, with as little work as what changed since the last run asks for: nothing changed → the
 * kept result; some documents changed → their facts anew, everybody else's from the cache.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../engine/rules/finding.ts';
import type { Summary } from '../engine/session/analysis.ts';
import { type Blobs, blobsOf } from './blobs.ts';
import { cacheFolder, openStore } from './cache.ts';

export interface Checked {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  readonly language: 'zh' | 'en';
}

/**
 * `engine` names the program's version and build; another one shares nothing with this one's cache. The engine itself is
 * loaded only when there is something to check.
 */
export async function checkTree(root: string, asOf: string, engine: string): Promise<Checked> {
  const blobs = blobsOf(root);
  const folder = blobs === undefined ? undefined : cacheFolder(root);
  if (blobs === undefined || folder === undefined) return (await import('./findings.ts')).findingsOf(root, asOf);
  const store = openStore(folder, `${engine} ${environmentOf(root, blobs)}`);
  const key = `${asOf} ${blobs.digest}`;
  const kept = store.result(key);
  if (kept !== undefined) return JSON.parse(kept) as Checked;
  const result = (await import('./findings.ts')).findingsWith(store, root, asOf, blobs);
  store.keepResult(key, JSON.stringify(result));
  return result;
}

/** What the facts of every document depend on besides its text. */
function environmentOf(root: string, blobs: Blobs): string {
  return createHash('sha256').update(blobs.of(['docket.yml', 'docket/kinds/'])).update(eolOf(root)).digest('hex');
}

/** With line-ending filters the bytes on the disk differ from those git hashed. */
function eolOf(root: string): string {
  try {
    return `${/autocrlf\s*=\s*(\w+)/.exec(readFileSync(path.join(root, '.git/config'), 'utf8'))?.[1] ?? ''}`;
  } catch {
    return '';
  }
}

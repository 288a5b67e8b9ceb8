import { blobsOf } from './blobs.ts';
import { cacheFolder, openStore } from './cache.ts';
import { environmentOf, SHARED } from './environment.ts';
import type { Known } from './tracedProject.ts';

export function knownIn(root: string, engine: string): Known | undefined {
  const blobs = blobsOf(root);
  const folder = blobs === undefined ? undefined : cacheFolder(root);
  if (blobs === undefined || folder === undefined) return undefined;
  return { blobs, store: openStore(folder, environmentOf(root, engine, blobs.of(SHARED))) };
}

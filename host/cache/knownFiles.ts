/** What git tells of the files of a working tree, and where what was found out about them is kept. */
import { type WorkingBlobs, blobsOf } from '../git/workingBlobs.ts';
import { cacheFolder, openStore, type Store } from './cache.ts';
import { environmentOf, SHARED } from './environment.ts';

/** The contents of a working tree by hash, and the cache that belongs to them. */
export interface KnownFiles {
  readonly blobs: WorkingBlobs;
  readonly store: Store;
}

/** Undefined where git tells nothing: nothing is kept there. `engine`: the program's version and build. */
export function knownFiles(root: string, engine: string): KnownFiles | undefined {
  const blobs = blobsOf(root);
  const folder = blobs === undefined ? undefined : cacheFolder(root);
  if (blobs === undefined || folder === undefined) return undefined;
  return { blobs, store: openStore(folder, environmentOf(root, engine, blobs.of(SHARED))) };
}

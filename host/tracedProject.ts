/** Opens a project to trace it, with what earlier traces kept of each file: only files that are new or changed are read. */
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { ALL, type Cache } from '../engine/base/queries.ts';
import type { Path } from '../engine/base/text.ts';
import { codePaths } from '../engine/links/taggedCode.ts';
import { documentPaths } from '../engine/model/project.ts';
import type { Session } from '../engine/session/session.ts';
import { codeFacts, documentFacts, type TraceFacts } from '../engine/trace/traceFacts.ts';
import type { Lines } from './cache.ts';
import { giveGrammars } from './changed.ts';
import { factsKey } from './facts.ts';
import type { KnownFiles } from './knownFiles.ts';
import { openProject } from './project.ts';

export interface TracedProject {
  readonly session: Session;
  /** Files that were read so far though git does not list them. */
  besides(): readonly Path[];
}

export async function openTraced(root: string, asOf: string, known?: KnownFiles): Promise<TracedProject> {
  const ids = known?.blobs.ids();
  const besides = new Set<Path>();
  const onRead = (file: Path) => void (ids?.has(file) || besides.add(file));
  const { source, session } = openProject(root, asOf, ids === undefined ? {} : { files: [...ids.keys()], onRead });
  await giveGrammars(source.list(), [session]);
  const { cache } = session;
  const keyOf = (file: Path) => contentKey(root, file, ids?.get(file));
  learn(cache, cache.get(documentPaths, ALL), { facts: documentFacts, keyOf, kept: known?.store.lines('traced-documents.ndjson') });
  learn(cache, cache.get(codePaths, ALL), { facts: codeFacts, keyOf, kept: known?.store.lines('traced-code.ndjson') });
  return { session, besides: () => [...besides] };
}

interface Learning<V> {
  readonly facts: TraceFacts<V>;
  /** Undefined for a file whose content has no name. */
  readonly keyOf: (file: Path) => string | undefined;
  readonly kept: Lines<V> | undefined;
}

/** Facts written at once: all of a large project as one text would double its memory. */
const BATCH = 2_000;

function learn<V>(cache: Cache, files: readonly Path[], { facts, keyOf, kept }: Learning<V>): void {
  const fresh: (readonly [key: string, value: V])[] = [];
  for (const file of files) {
    const key = kept && keyOf(file);
    const before = key === undefined ? undefined : kept?.get(key);
    if (before !== undefined) facts.remember(cache, file, before);
    else {
      const made = facts.make(cache, file);
      if (key !== undefined) fresh.push([key, made]);
    }
    if (fresh.length === BATCH) kept?.add(fresh.splice(0));
  }
  kept?.add(fresh);
}

function contentKey(root: string, file: Path, id: string | undefined): string | undefined {
  if (id === undefined || id.startsWith('?')) return undefined;
  return factsKey(file, id, lstatSync(path.join(root, file), { throwIfNoEntry: false })?.size ?? '-');
}

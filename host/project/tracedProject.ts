/** Opens a project to trace it, with what earlier traces kept of each file: only files that are new or changed are read. */
import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Path } from '../../engine/base/text.ts';
import type { Session } from '../../engine/session/session.ts';
import { type TracedPart, tracedParts } from '../../engine/session/questions/tracedParts.ts';
import type { Lines } from '../cache/cache.ts';
import { factsKey } from '../cache/keptFacts.ts';
import type { KnownFiles } from '../cache/knownFiles.ts';
import { openProject } from './openProject.ts';

interface TracedProject {
  readonly session: Session;
  /** Files that were read so far though git does not list them. */
  besides(): readonly Path[];
}

/** Opens the project in a folder for a trace. Without `known` nothing is kept. */
export async function openTraced(root: string, asOf: string, known?: KnownFiles): Promise<TracedProject> {
  const ids = known?.blobs.ids();
  const besides = new Set<Path>();
  const onRead = (file: Path) => void (ids?.has(file) || besides.add(file));
  const { session } = openProject(root, asOf, ids === undefined ? {} : { files: [...ids.keys()], onRead });
  const keyOf = (file: Path) => contentKey(root, file, ids?.get(file));
  for (const part of tracedParts(session)) learn(part, keyOf, known?.store.lines(`traced-${part.sort}.ndjson`));
  return { session, besides: () => [...besides] };
}

/** Facts written at once: all of a large project as one text would double its memory. */
const BATCH = 2_000;

/** `keyOf`: undefined for a file whose content has no name. */
function learn(part: TracedPart, keyOf: (file: Path) => string | undefined, kept: Lines<unknown> | undefined): void {
  const fresh: (readonly [key: string, value: unknown])[] = [];
  for (const file of part.files) {
    const key = kept && keyOf(file);
    const before = key === undefined ? undefined : kept?.get(key);
    if (before !== undefined) part.remember(file, before);
    else {
      const made = part.make(file);
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

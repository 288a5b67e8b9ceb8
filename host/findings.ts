/** Opens the project and checks it, with the facts earlier runs kept. */
import type { Path } from '../engine/base/text.ts';
import type { Facts, Session } from '../engine/session/session.ts';
import type { Blobs } from './blobs.ts';
import type { Store } from './cache.ts';
import type { Checked } from './checked.ts';
import { openProject } from './project.ts';

/** Facts written at once; all of a large project as one text would double its memory. */
const BATCH = 400;

export function findingsOf(root: string, asOf: string): Checked {
  return checkedBy(openProject(root, asOf).session);
}

/** Documents whose content the store knows are not even read; the facts of the others are added to it. */
export function findingsWith(store: Store, root: string, asOf: string, blobs: Blobs): Checked {
  const ids = blobs.ids();
  const { session } = openProject(root, asOf, [...ids.keys()]);
  const fresh: [string, Facts][] = [];
  for (const document of session.analysis().documents()) {
    const key = keyOf(document, ids);
    const known = key === undefined ? undefined : store.facts(key);
    if (known !== undefined) session.remember(document, known);
    else {
      if (key !== undefined) fresh.push([key, session.factsOf(document)]);
      session.release(document);
    }
    if (fresh.length === BATCH) store.add(fresh.splice(0));
  }
  store.add(fresh);
  return checkedBy(session);
}

function keyOf(document: Path, ids: ReadonlyMap<Path, string>): string | undefined {
  const id = ids.get(document);
  return id === undefined ? undefined : `${id}:${encodeURI(document)}`;
}

function checkedBy(session: Session): Checked {
  const analysis = session.analysis();
  return { findings: analysis.allFindings(), summary: analysis.summary(), language: analysis.config().language };
}

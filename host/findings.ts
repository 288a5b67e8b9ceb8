/** Opens the project and checks it, with the facts earlier runs kept. */
import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Path } from '../engine/base/text.ts';
import type { Finding } from '../engine/rules/finding.ts';
import type { Summary } from '../engine/session/analysis.ts';
import type { Facts, Session } from '../engine/session/session.ts';
import type { Blobs } from './blobs.ts';
import type { Store } from './cache.ts';
import { openProject } from './project.ts';

export interface Checked {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  readonly language: 'zh' | 'en';
}

/** Facts written at once; all of a large project as one text would double its memory. */
const BATCH = 400;

export function findingsOf(root: string, asOf: string): Checked {
  return checkedBy(openProject(root, asOf).session);
}

export interface Found {
  readonly result: Checked;
  /** Files that were read though git does not list them. */
  readonly besides: readonly Path[];
}

/** Documents whose content the store knows are not even read; the facts of the others are added to it. */
export function findingsWith(store: Store, root: string, asOf: string, blobs: Blobs): Found {
  const ids = blobs.ids();
  const besides = new Set<Path>();
  const { session } = openProject(root, asOf, { files: [...ids.keys()], onRead: file => void (ids.has(file) || besides.add(file)) });
  const fresh: [string, Facts][] = [];
  for (const document of session.analysis().documents()) {
    const key = keyOf(root, document, ids);
    const known = key === undefined ? undefined : store.facts(key);
    if (known !== undefined) session.remember(document, known);
    else {
      if (key !== undefined) fresh.push([key, session.factsOf(document)]);
      session.release(document);
    }
    if (fresh.length === BATCH) store.add(fresh.splice(0));
  }
  store.add(fresh);
  return { result: checkedBy(session), besides: [...besides] };
}

/** With its size: a checkout that writes CRLF gives one content of git two texts. */
function keyOf(root: string, document: Path, ids: ReadonlyMap<Path, string>): string | undefined {
  const id = ids.get(document);
  if (id === undefined || id.startsWith('?')) return undefined;
  const size = lstatSync(path.join(root, document), { throwIfNoEntry: false })?.size ?? '-';
  return `${id}:${size}:${encodeURIComponent(document.toWellFormed())}`;
}

function checkedBy(session: Session): Checked {
  const analysis = session.analysis();
  return { findings: analysis.allFindings(), summary: analysis.summary(), language: analysis.config().language };
}

/**
 * The findings of a working tree, with as little work as what changed since the last run asks for: nothing changed → the
 * kept result; some documents changed → their facts anew, everybody else's from the cache.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Path } from '../engine/base/text.ts';
import { CONFIG_PATH } from '../engine/model/project.ts';
import type { Finding } from '../engine/rules/finding.ts';
import type { Summary } from '../engine/session/analysis.ts';
import type { Session } from '../engine/session/session.ts';
import { type Blobs, blobsOf } from './blobs.ts';
import { cacheFolder, openStore, type Store } from './cache.ts';
import { openProject } from './project.ts';

export interface Checked {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  readonly language: 'zh' | 'en';
}

/** `engine` names the program's version and build; another one shares nothing with this one's cache. */
export function checkTree(root: string, asOf: string, engine: string): Checked {
  const blobs = blobsOf(root);
  const folder = blobs === undefined ? undefined : cacheFolder(root);
  if (blobs === undefined || folder === undefined) return checkedBy(openProject(root, asOf).session);
  const store = openStore(folder, `${engine} ${environmentOf(root, blobs)}`);
  const key = `${asOf} ${blobs.digest}`;
  const kept = store.result(key);
  if (kept !== undefined) return JSON.parse(kept) as Checked;
  const result = checkWith(store, root, asOf, blobs);
  store.keepResult(key, JSON.stringify(result));
  return result;
}

/** What the facts of every document depend on besides its text. */
function environmentOf(root: string, { ids }: Blobs): string {
  const files = [...ids].filter(([file]) => file === CONFIG_PATH || file.startsWith('docket/kinds/'));
  return createHash('sha256').update(JSON.stringify(files)).update(eolOf(root)).digest('hex');
}

/** With line-ending filters the bytes on the disk differ from those git hashed. */
function eolOf(root: string): string {
  try {
    return `${/autocrlf\s*=\s*(\w+)/.exec(readFileSync(path.join(root, '.git/config'), 'utf8'))?.[1] ?? ''}`;
  } catch {
    return '';
  }
}

function checkWith(store: Store, root: string, asOf: string, { ids }: Blobs): Checked {
  const { session } = openProject(root, asOf);
  const fresh: [string, ReturnType<Session['factsOf']>][] = [];
  for (const document of session.analysis().documents()) {
    const key = keyOf(document, ids);
    const known = key === undefined ? undefined : store.facts(key);
    if (known !== undefined) session.remember(document, known);
    else {
      if (key !== undefined) fresh.push([key, session.factsOf(document)]);
      session.release(document);
    }
  }
  store.add(fresh);
  return checkedBy(session);
}

function keyOf(document: Path, ids: Blobs['ids']): string | undefined {
  const id = ids.get(document);
  return id === undefined ? undefined : `${id}:${encodeURI(document)}`;
}

function checkedBy(session: Session): Checked {
  const analysis = session.analysis();
  return { findings: analysis.allFindings(), summary: analysis.summary(), language: analysis.config().language };
}

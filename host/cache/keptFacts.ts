/** Facts of a project's documents, from earlier runs where they kept them. */
import type { Path } from '../../engine/base/text.ts';
import type { Session } from '../../engine/session/session.ts';
import type { Store } from './cache.ts';

/** Documents read, and facts written, at once: all of a large project as one text would double its memory. */
const BATCH = 400;

interface FactSource {
  readonly store: Store;
  /** What a document's facts are kept under; undefined for one whose content has no name. */
  keyOf(document: Path): string | undefined;
  /** Told what will be read next. */
  prefetch?(documents: readonly Path[]): void;
}

/** Documents whose content the store knows are not even read; the facts of the others are made and added to it. */
export function learnFacts(session: Session, { store, keyOf, prefetch }: FactSource): void {
  const fresh: (readonly [document: Path, key: string])[] = [];
  for (const document of session.analysis().documents()) {
    const key = keyOf(document);
    const known = key === undefined ? undefined : store.facts(key);
    if (known !== undefined) session.remember(document, known);
    else if (key !== undefined) fresh.push([document, key]);
  }
  for (let at = 0; at < fresh.length; at += BATCH) {
    const batch = fresh.slice(at, at + BATCH);
    prefetch?.(batch.map(([document]) => document));
    store.add(batch.map(([document, key]) => [key, session.factsOf(document)]));
    for (const [document] of batch) session.release(document);
  }
}

/** The same content under another name says something else; with its size: a checkout that writes CRLF gives one content of git two texts. */
export function factsKey(document: Path, id: string, size: number | string): string {
  return `${id}:${size}:${encodeURIComponent(document.toWellFormed())}`;
}

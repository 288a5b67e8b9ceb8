/**
 * Reads every document of a project once, in slices between which the editor is answered. Only then is a document judged by
 * others: half an index would say that a record is missing which merely has not been read.
 */
import type { Session } from '../../engine/session/session.ts';
import type { Catalogue, Config, Path } from '../../engine/session/types.ts';
import { SLICE_MS } from './sweep.ts';

/** The reading of all documents of a project, in slices, so that the server keeps answering. */
export interface Gathering {
  isComplete(): boolean;
  /** Ends when it is, or when it was stopped. */
  complete(): Promise<void>;
  stop(): void;
}

/** What documents are read with; other kinds or settings make every document another one. */
interface Basis {
  readonly config: Config;
  readonly catalogue: Catalogue;
}

/** `open` holds the paths whose text the editor has: they are not on the disk to be read again. */
export function gathering(session: Session, open: ReadonlySet<Path>): Gathering {
  const analysis = session.analysis();
  let readWith: Basis | undefined;
  let running: Promise<void> | undefined;
  const stopping = new AbortController();

  const basis = (): Basis => ({ config: analysis.config(), catalogue: analysis.catalogue() });
  const isComplete = (): boolean => readWith !== undefined && same(readWith, basis());

  const readAll = async (): Promise<void> => {
    while (!stopping.signal.aborted && !isComplete()) {
      const reading = basis();
      const isOld = () => stopping.signal.aborted || !same(reading, basis());
      if (await readDocuments(session, open, isOld)) readWith = reading;
    }
    running = undefined;
  };

  return {
    isComplete,
    complete: () => (running ??= readAll()),
    stop: () => stopping.abort(),
  };
}

/** Answers whether it came to the end. Texts and trees are let go: what a document says is small. */
async function readDocuments(session: Session, open: ReadonlySet<Path>, isOld: () => boolean): Promise<boolean> {
  let began = performance.now();
  for (const path of session.analysis().documents()) {
    session.factsOf(path);
    if (!open.has(path)) session.release(path);
    if (performance.now() - began < SLICE_MS) continue;
    await new Promise(resume => setImmediate(resume));
    if (isOld()) return false;
    began = performance.now();
  }
  return true;
}

function same(a: Basis, b: Basis): boolean {
  return a.config === b.config && a.catalogue === b.catalogue;
}

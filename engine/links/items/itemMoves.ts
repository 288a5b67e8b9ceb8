/**
 * Which items moved: their signature differs between two moments, or before and after commits. Only documents whose
 * kind takes part in a relation that carries debts are read.
 */
import { ALL, type Get, query } from '../../base/queries.ts';
import type { Path } from '../../base/text.ts';
import { parseDocument } from '../../documents/parse.ts';
import type { Catalogue } from '../../model/kinds/kinds.ts';
import { type Modelled, modelDocument, modelled } from '../../model/read/modelled.ts';
import { outline } from '../../model/outline.ts';
import { catalogue, isDocumentPath } from '../../model/config/projectConfig.ts';
import type { ChangedFile, Commit } from '../../workspace/changeSet.ts';
import { decode } from '../../workspace/decode.ts';
import type { FileSource } from '../../workspace/files.ts';
import { signaturesIn } from './itemSignature.ts';
import type { Moments } from '../moments.ts';

/** The signatures of an item before and after. */
interface Move {
  readonly path: Path;
  /** Signatures; undefined when the item did not exist yet, or does not exist any more. */
  readonly was: string | undefined;
  readonly is: string | undefined;
}

/** Moves by the name of the item; unchanged items are left out. */
export type Moves = ReadonlyMap<string, Move>;

/** The items that moved between the moments of a change set, in some of its files. */
export function movesIn(files: readonly ChangedFile[], moments: Moments): Moves {
  return differing(files.filter(isDebtor(moments.after.get)).map(file => pagesNow(file, moments)));
}

/** The items that moved in some commits taken together. A move that a later commit reverted does not count. */
export function movesBy(commits: readonly Commit[], moments: Moments): Moves {
  const read = readingOnce(moments.after.get);
  return differing(commits.flatMap(commit => pagesOf(commit, moments, read)));
}

type Signatures = ReadonlyMap<string, string>;

interface Pages {
  readonly path: Path;
  readonly before: Signatures;
  readonly after: Signatures;
}

function differing(pages: readonly Pages[]): Moves {
  const moves = new Map<string, Move>();
  for (const { path, before, after } of pages) {
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(name), after.get(name)];
      const first = moves.get(name);
      if (first !== undefined || was !== is) moves.set(name, { path, was: first === undefined ? was : first.was, is });
    }
  }
  return new Map([...moves].filter(([, { was, is }]) => was !== is));
}

function pagesOf({ hash, files }: Commit, moments: Moments, read: Read): readonly Pages[] {
  const documents = files.filter(isDebtor(moments.after.get));
  if (hash === undefined || documents.length === 0) return documents.map(file => pagesNow(file, moments));
  const { before, after } = moments.past.sidesOf(hash);
  return documents.map(({ path, was = path }) => ({ path, before: read(before, was), after: read(after, path) }));
}

type Read = (source: FileSource, path: Path) => Signatures;

/** Keeps the signatures of each text, because two neighbouring commits often share one. */
function readingOnce(get: Get): Read {
  const known = new Map<string, Signatures>();
  return (source, path) => {
    const { text } = decode(source.read(path));
    const found = known.get(text) ?? signed(modelDocument(parseDocument(path, { text }), get), get);
    known.set(text, found);
    return found;
  };
}

function pagesNow({ path, was = path }: ChangedFile, { before, after }: Moments): Pages {
  return {
    path,
    before: signed(before.get(modelled, was), before.get),
    after: signed(after.get(modelled, path), after.get),
  };
}

function signed(page: Modelled, get: Get): Signatures {
  return signaturesIn(page, get(catalogue, ALL));
}

function isDebtor(get: Get): (file: ChangedFile) => boolean {
  return ({ path, sort }) => {
    if (sort !== 'file' || !get(isDocumentPath, path)) return false;
    const { kind, chapter } = get(outline, path);
    return chapter !== undefined || get(debtorKinds, ALL).has(kind ?? '');
  };
}

/** The kinds of documents whose items can be at either end of a relation that carries debts; under ALL. */
export const debtorKinds = query<ReadonlySet<string>>('debtorKinds', (_all, get) => kindsIn(get(catalogue, ALL)));

function kindsIn({ relations, items }: Catalogue): ReadonlySet<string> {
  const ends = [...relations.values()].filter(({ owes }) => owes).flatMap(({ from, to }) => [...from, ...to]);
  return new Set(ends.flatMap(end => items.get(end)?.kinds ?? []));
}

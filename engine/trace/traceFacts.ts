/**
 * The facts that a trace needs of each file, so that a host can keep them by content and a later trace reads only
 * changed files. For a document: its outline and the lines of its items. For a source file: its tags and the lines of
 * its symbols.
 */
import type { Cache } from '../base/cache.ts';
import type { Path } from '../base/text.ts';
import { codeSource } from '../code/sourceOf.ts';
import { parsedDocument } from '../documents/parse.ts';
import { type CodeMarks, codeMarks, rememberedMarks } from '../links/code/codeMarks.ts';
import type { Outline } from '../model/entry.ts';
import { modelled } from '../model/read/modelled.ts';
import { outline, rememberedOutline } from '../model/outline.ts';
import { fileContent } from '../workspace/files.ts';
import { type ItemLines, itemLines, rememberedLines } from './itemLines.ts';

/** The facts of a document. Plain data. */
interface TracedDocument {
  readonly outline: Outline;
  readonly lines: ItemLines;
}

/**
 * One sort of facts. `make` computes them and releases the text of the file; `remember` takes facts kept from an
 * earlier run on the same text.
 */
export interface TraceFacts<V> {
  make(cache: Cache, path: Path): V;
  remember(cache: Cache, path: Path, facts: V): void;
}

/** Facts of documents. */
export const documentFacts: TraceFacts<TracedDocument> = {
  make(cache, path) {
    const facts = { outline: cache.get(outline, path), lines: cache.get(itemLines, path) };
    for (const fact of [modelled, parsedDocument, fileContent]) cache.release(fact, path);
    return facts;
  },
  remember(cache, path, facts) {
    cache.set(rememberedOutline, path, facts.outline);
    cache.set(rememberedLines, path, facts.lines);
  },
};

/** Facts of source files. */
export const codeFacts: TraceFacts<CodeMarks> = {
  make(cache, path) {
    const marks = cache.get(codeMarks, path);
    for (const fact of [codeSource, fileContent]) cache.release(fact, path);
    return marks;
  },
  remember: (cache, path, marks) => cache.set(rememberedMarks, path, marks),
};

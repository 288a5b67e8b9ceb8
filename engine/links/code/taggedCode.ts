/**
 * Code by the items that its tags name: `@implements LD-REV-07`, `@verifies REQ-REV-012`. A question to this index
 * reads all code of the project; for one file, use `bindingsOf`.
 */
import { ALL, index, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import type { Path } from '../../base/text.ts';
import { languageNameOf } from '../../code/languages/table.ts';
import type { TraceTag } from '../../code/source.ts';
import { codeGroup } from '../../model/config/codeGroups.ts';
import { isDocumentPath } from '../../model/config/projectConfig.ts';
import { filePaths } from '../../workspace/files.ts';
import { codeMarks } from './codeMarks.ts';

/** A piece of code whose tag names an item. */
export interface TaggedCode {
  readonly path: Path;
  /** The name of the symbol; undefined for the whole file. */
  readonly symbol: string | undefined;
  readonly relation: TraceTag['relation'];
}

/** The source files that people wrote (without generated ones), sorted; under ALL. */
export const codePaths = query<readonly Path[]>(
  'codePaths',
  (_all, get) =>
    get(filePaths, ALL).filter(
      path =>
        languageNameOf(path) !== undefined && !get(isDocumentPath, path) && get(codeGroup, path)?.kind !== 'generated',
    ),
  sameData,
);

/** Tagged code, by the identifier that the tag names. */
export const taggedCode = index<TaggedCode>('taggedCode', codePaths, function* (path, get): Iterable<
  [string, TaggedCode]
> {
  for (const { target, symbol, relation } of get(codeMarks, path).tags)
    yield [target, { path: path as Path, symbol, relation }];
});

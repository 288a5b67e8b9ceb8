/**
 * Code by the items that its tags name: `@implements LD-REV-07`, `@verifies REQ-REV-012`. Whoever asks has all code of the project
 * looked through; what concerns one file asks `bindingsOf`.
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

export interface TaggedCode {
  readonly path: Path;
  /** Only this symbol of the file; undefined for all of it. */
  readonly symbol: string | undefined;
  readonly relation: TraceTag['relation'];
}

/** Files that a person wrote as programs, sorted; under ALL. */
export const codePaths = query<readonly Path[]>(
  'codePaths',
  (_all, get) =>
    get(filePaths, ALL).filter(
      path =>
        languageNameOf(path) !== undefined && !get(isDocumentPath, path) && get(codeGroup, path)?.kind !== 'generated',
    ),
  sameData,
);

export const taggedCode = index<TaggedCode>('taggedCode', codePaths, function* (path, get): Iterable<
  [string, TaggedCode]
> {
  for (const { target, symbol, relation } of get(codeMarks, path).tags)
    yield [target, { path: path as Path, symbol, relation }];
});

/** The signatures of a record, as its frontmatter lists them. */
import { index } from '../../base/queries.ts';
import { asPath, type Path } from '../../base/text.ts';
import { rowsOf } from '../../model/derive/rows.ts';
import type { Data } from '../../model/entry.ts';
import { outline } from '../../model/outline.ts';
import { documentPaths } from '../../model/config/projectConfig.ts';

/** One row of `signatures:`; nothing in it is checked yet. */
export interface Signature {
  readonly role?: string;
  readonly name?: string;
  readonly date?: string;
  readonly method?: string;
  readonly evidence?: string;
  readonly sha256?: string;
}

/** The rows of `signatures:` in the data of a record. */
export function signaturesOf(data: Data): readonly Signature[] {
  return rowsOf(data['signatures']) as readonly Signature[];
}

/** Documents whose signatures name a file as their evidence, by its path. */
export const signedOn = index<Path>('signedOn', documentPaths, function* (path, get): Iterable<[string, Path]> {
  for (const { data } of get(outline, path).entries) {
    for (const { evidence } of signaturesOf(data)) if (typeof evidence === 'string') yield [evidence, asPath(path)];
  }
});

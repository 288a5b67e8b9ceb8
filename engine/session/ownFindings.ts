/**
 * What a document earns without the rules over the whole project: by its own text, for a face that cannot wait until all others
 * are read (nothing of that asks an index); and by what it has to do with others, for a change of a few files.
 */
import { type Get, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import { asPath } from '../base/text.ts';
import { isDocumentPath } from '../model/project.ts';
import { allowed } from '../rules/allowances.ts';
import { type Finding, inOrder } from '../rules/finding.ts';
import { type Own, own, placed, reportsOf } from '../rules/run.ts';
import { beyondBaseline } from './baselined.ts';

/** It may allow what only the whole project can find. */
const NOT_YET_KNOWN = 'docket/allowance-unused';

export const ownFindingsIn = query<readonly Finding[]>(
  'ownFindingsIn',
  (path, get) => (get(isDocumentPath, path) ? shown(get, path, get(own, path)) : []),
  sameData,
);

export const documentFindingsIn = query<readonly Finding[]>(
  'documentFindingsIn',
  (path, get) => (get(isDocumentPath, path) ? shown(get, path, reportsOf(get, path)) : []),
  sameData,
);

function shown(get: Get, path: string, { reports, allowances }: Own): readonly Finding[] {
  const kept = allowed(get, asPath(path), placed(get, reports), allowances);
  return beyondBaseline(get, path, kept.filter(({ rule }) => rule !== NOT_YET_KNOWN).sort(inOrder));
}

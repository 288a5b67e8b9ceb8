/**
 * What a document earns by its own text, for a face that cannot wait until all others are read. Nothing here asks an index.
 */
import { query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import { asPath } from '../base/text.ts';
import { isDocumentPath } from '../model/project.ts';
import { allowed } from '../rules/allowances.ts';
import { type Finding, findingOf, inOrder } from '../rules/finding.ts';
import { own } from '../rules/run.ts';
import { beyondBaseline } from './baselined.ts';

/** It may allow what only the whole project can find. */
const NOT_YET_KNOWN = 'docket/allowance-unused';

export const ownFindingsIn = query<readonly Finding[]>(
  'ownFindingsIn',
  (path, get) => {
    if (!get(isDocumentPath, path)) return [];
    const { reports, allowances } = get(own, path);
    const found = reports.map(({ rule, report }) => findingOf(get, rule, report)).filter(finding => finding !== undefined);
    const kept = allowed(get, asPath(path), found, allowances);
    return beyondBaseline(get, path, kept.filter(({ rule }) => rule !== NOT_YET_KNOWN).sort(inOrder));
  },
  sameData,
);

/**
 * The findings of a file or of the project, as far as a face asked for them, with or without those the baseline holds.
 *
 * Out: the same list, not an equal one, as long as nothing changed, so that a face sends only what is new to it.
 */
import { ALL, type Get, type Query, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { asPath, type Path } from '../../base/text.ts';
import { CONFIG_PATH, documentPaths, isDocumentPath } from '../../model/config/projectConfig.ts';
import { allowed } from '../../rules/runner/allowances.ts';
import { type Finding, inOrder } from '../../rules/runner/finding.ts';
import { findingsIn, otherPlaces, type Own, own, placed, reportsOf } from '../../rules/runner/run.ts';
import { beyondBaseline } from './baselineKept.ts';

/**
 * Which rules a face asks.
 *
 * - `own`: the rules that read one document only. They are answered before any other document is read.
 * - `document`: those that compare it with other documents too.
 * - `project`: all of them; the only scope that finds something in other files than documents.
 */
export type Scope = 'own' | 'document' | 'project';

export interface AskedFindings {
  /** One file; the whole project when it is left out. */
  readonly path?: Path;
  readonly scope: Scope;
  /** Without the findings that the baseline of the project holds. */
  readonly beyondBaseline: boolean;
}

/** In order of path, place and rule. Empty for a file in which nothing is found, and for one that does not exist. */
export function findingsAsked(get: Get, { path, scope, beyondBaseline: beyond }: AskedFindings): readonly Finding[] {
  const found = (beyond ? BEYOND : ALL_OF)[scope];
  if (path !== undefined) return get(found, path);
  const paths = scope === 'project' ? placesWithFindings(get) : get(documentPaths, ALL);
  return paths.flatMap(each => get(found, each));
}

/** The files in which something can be found, sorted: the documents, the configuration, and others that a rule names. */
export function placesWithFindings(get: Get): readonly Path[] {
  const paths = new Set<Path>([CONFIG_PATH, ...get(documentPaths, ALL), ...otherPlaces(get)]);
  return [...paths].sort();
}

type Found = Query<readonly Finding[]>;

const ALL_OF: Readonly<Record<Scope, Found>> = {
  own: query(
    'ownFindings',
    (path, get) => (get(isDocumentPath, path) ? allowedOf(get, path, get(own, path)) : []),
    sameData,
  ),
  document: query(
    'documentFindings',
    (path, get) => (get(isDocumentPath, path) ? allowedOf(get, path, reportsOf(get, path)) : []),
    sameData,
  ),
  project: findingsIn,
};

const BEYOND: Readonly<Record<Scope, Found>> = {
  own: without('own'),
  document: without('document'),
  project: without('project'),
};

function without(scope: Scope): Found {
  return query(
    `${scope}FindingsBeyondBaseline`,
    (path, get) => beyondBaseline(get, path, get(ALL_OF[scope], path)),
    sameData,
  );
}

/** An allowance that seems to allow nothing may belong to a rule over the whole project, which was not asked. */
const NOT_YET_KNOWN = 'docket/allowance-unused';

function allowedOf(get: Get, path: string, { reports, allowances }: Own): readonly Finding[] {
  const found = allowed(get, asPath(path), placed(get, reports), allowances);
  return found.filter(({ rule }) => rule !== NOT_YET_KNOWN).sort(inOrder);
}

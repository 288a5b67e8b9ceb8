/**
 * The findings of a file or of the project for a face, with or without those in the baseline.
 *
 * Out: the same list (not only an equal one) as long as nothing changes, so that a face sends only what is new.
 */
import { ALL, type Get, type Query, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { asPath, type Path } from '../../base/text.ts';
import { CONFIG_PATH, documentPaths, isDocumentPath } from '../../model/config/projectConfig.ts';
import { allowed } from '../../rules/runner/allowances.ts';
import { type Finding, inOrder } from '../../rules/runner/finding.ts';
import { findingsIn, otherPlaces, type Own, own, placed, remarksOf } from '../../rules/runner/run.ts';
import { beyondBaseline } from './baselineKept.ts';

/**
 * Which rules run.
 *
 * - `own`: the rules that read one document only. They need no other document.
 * - `document`: also the rules that compare the document with others.
 * - `project`: all rules; the only scope with findings in files that are no documents.
 */
export type Scope = 'own' | 'document' | 'project';

/** Which findings are asked for. */
export interface AskedFindings {
  /** One file; without it, the whole project. */
  readonly path?: Path;
  readonly scope: Scope;
  /** Whether the findings in the baseline are left out. */
  readonly beyondBaseline: boolean;
}

/** The findings, sorted by path, place and rule. Empty for a file without findings and for one that does not exist. */
export function findingsAsked(get: Get, { path, scope, beyondBaseline: beyond }: AskedFindings): readonly Finding[] {
  const found = (beyond ? BEYOND : ALL_OF)[scope];
  if (path !== undefined) return get(found, path);
  const paths = scope === 'project' ? placesWithFindings(get) : get(documentPaths, ALL);
  return paths.flatMap(each => get(found, each));
}

/** The files that can have findings, sorted: the documents, the configuration, and others that a rule names. */
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
    (path, get) => (get(isDocumentPath, path) ? allowedOf(get, path, remarksOf(get, path)) : []),
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

/** This rule is left out here: the allowance may belong to a project rule that has not run yet. */
const NOT_YET_KNOWN = 'docket/allowance-unused';

function allowedOf(get: Get, path: string, { remarks, allowances }: Own): readonly Finding[] {
  const found = allowed(get, asPath(path), placed(get, remarks), allowances);
  return found.filter(({ rule }) => rule !== NOT_YET_KNOWN).sort(inOrder);
}

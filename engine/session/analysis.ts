/**
 * Every question a face may ask, in its own words: paths, positions, texts in both languages.
 *
 * Invariant: plain data in, plain data out. No parser nodes, no index, no LSP and no VS Code types.
 */
import { ALL, type Get } from '../base/queries.ts';
import type { Path } from '../base/text.ts';
import type { Config } from '../model/config.ts';
import { outline } from '../model/outline.ts';
import { CONFIG_PATH, config, documentPaths } from '../model/project.ts';
import { rules } from '../rules/catalogue.generated.ts';
import type { Finding } from '../rules/finding.ts';
import { type Project, projectOf } from '../rules/project.ts';
import type { Rule } from '../rules/rule.ts';
import { findingsIn, otherPlaces } from '../rules/run.ts';
import { levelOfRule } from '../rules/settings.ts';
import { type KeptBaseline, keptBaseline, newFindingsIn } from './baselined.ts';
import { documentFindingsIn, ownFindingsIn } from './ownFindings.ts';

export interface Analysis {
  findings(path: Path): readonly Finding[];
  /** Of those, what the baseline of the project does not hold back. */
  newFindings(path: Path): readonly Finding[];
  /** What a document earns by its own text, beyond the baseline; answered without a look at any other. */
  ownFindings(path: Path): readonly Finding[];
  /** With what it has to do with others; only the rules over the whole project are left out. */
  documentFindings(path: Path): readonly Finding[];
  baseline(): KeptBaseline;
  /** Where findings may stand, sorted: the documents, the configuration, and other files that are spoken of. */
  places(): readonly Path[];
  /** Of the whole project, in order of paths and places. */
  allFindings(): readonly Finding[];
  /** Of those, what the baseline of the project does not hold back. */
  allNewFindings(): readonly Finding[];
  summary(): Summary;
  config(): Config;
  documents(): readonly Path[];
  /** Every rule, whether it is on here or not. */
  rules(): readonly Rule[];
  levelOf(rule: string): string;
  project(): Project;
}

export interface Summary {
  readonly documents: number;
  readonly items: number;
  /** Rules that are on. */
  readonly rules: number;
}

export function analysisOf(get: Get): Analysis {
  return {
    findings: path => get(findingsIn, path),
    newFindings: path => get(newFindingsIn, path),
    ownFindings: path => get(ownFindingsIn, path),
    documentFindings: path => get(documentFindingsIn, path),
    baseline: () => get(keptBaseline, ALL),
    places: () => placesWithFindings(get),
    allFindings: () => placesWithFindings(get).flatMap(path => get(findingsIn, path)),
    allNewFindings: () => placesWithFindings(get).flatMap(path => get(newFindingsIn, path)),
    summary: () => summaryOf(get),
    config: () => get(config, ALL),
    documents: () => get(documentPaths, ALL),
    rules: () => rules,
    levelOf: rule => get(levelOfRule, rule),
    project: () => projectOf(get),
  };
}

function placesWithFindings(get: Get): readonly Path[] {
  const paths = new Set<Path>([CONFIG_PATH, ...get(documentPaths, ALL), ...otherPlaces(get)]);
  return [...paths].sort();
}

function summaryOf(get: Get): Summary {
  const documents = get(documentPaths, ALL);
  return {
    documents: documents.length,
    items: documents.reduce((sum, path) => sum + get(outline, path).items.length, 0),
    rules: rules.filter(({ id }) => get(levelOfRule, id) !== 'off').length,
  };
}

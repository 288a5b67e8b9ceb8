/**
 * Every question a face may ask, in its own words: paths, positions, texts in both languages.
 *
 * Invariant: plain data in, plain data out. No parser nodes, no index, no LSP and no VS Code types.
 */
import { ALL, type Get } from '../base/queries.ts';
import type { Path } from '../base/text.ts';
import { dueWithin } from '../measure/due/due.ts';
import type { Due } from '../measure/due/duty.ts';
import type { Config } from '../model/config/config.ts';
import type { Catalogue } from '../model/kinds/kinds.ts';
import { outline } from '../model/outline.ts';
import { catalogue, config, documentPaths, isDocumentPath } from '../model/config/projectConfig.ts';
import type { Judged } from '../rules/runner/baseline.ts';
import { rules } from '../rules/catalogue.generated.ts';
import type { Finding } from '../rules/runner/finding.ts';
import { type Project, projectOf } from '../rules/project.ts';
import { levelOfRule } from '../rules/runner/ruleLevels.ts';
import { isPresent } from '../workspace/files.ts';
import { againstBaseline, type KeptBaseline, keptBaseline } from './questions/baselineKept.ts';
import { type AskedFindings, findingsAsked, placesWithFindings } from './questions/findings.ts';
import { type AskedTrace, type TraceAnswer, traceAsked, type TraceRefusal } from './questions/trace.ts';

export interface Analysis {
  findings(asked: AskedFindings): readonly Finding[];
  /** Where the baseline lies, and whether it can be read. */
  baseline(): KeptBaseline;
  /** All findings of the project, told apart by the baseline, with the entries of it that nothing answers to any more. */
  judged(): Judged;
  /** The files in which something can be found, sorted: the documents, the configuration, and others that a rule names. */
  places(): readonly Path[];
  summary(): Summary;
  config(): Config;
  /** The kinds of documents, and what can be asked of them. */
  catalogue(): Catalogue;
  documents(): readonly Path[];
  isDocument(path: Path): boolean;
  /** Whether a file is in the project. */
  exists(path: Path): boolean;
  /** How severe a rule is in this project; `off` when it is not asked. */
  levelOf(rule: string): string;
  /** What falls due within so many days, and what is overdue, earliest first. */
  due(days: number): readonly Due[];
  trace(asked: AskedTrace): TraceAnswer | TraceRefusal;
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
    findings: asked => findingsAsked(get, asked),
    baseline: () => keptBaseline(get),
    judged: () => againstBaseline(get, findingsAsked(get, { scope: 'project', beyondBaseline: false })),
    places: () => placesWithFindings(get),
    summary: () => summaryOf(get),
    config: () => get(config, ALL),
    catalogue: () => get(catalogue, ALL),
    documents: () => get(documentPaths, ALL),
    isDocument: path => get(isDocumentPath, path),
    exists: path => get(isPresent, path),
    levelOf: rule => get(levelOfRule, rule),
    due: days => dueWithin(get, days),
    trace: asked => traceAsked(get, asked),
    project: () => projectOf(get),
  };
}

function summaryOf(get: Get): Summary {
  const documents = get(documentPaths, ALL);
  return {
    documents: documents.length,
    items: documents.reduce((sum, path) => sum + get(outline, path).items.length, 0),
    rules: rules.filter(({ id }) => get(levelOfRule, id) !== 'off').length,
  };
}

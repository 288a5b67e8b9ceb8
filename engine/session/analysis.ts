/**
 * The questions a face may ask about a project, in terms of paths, positions and texts in both languages.
 *
 * Invariant: plain data in, plain data out. No parser nodes, no index, no LSP and no VS Code types.
 */
import { ALL, type Get } from '../base/queries.ts';
import type { Path } from '../base/text.ts';
import { dueWithin } from '../measure/due/due.ts';
import type { DueDuty } from '../measure/due/duty.ts';
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

/**
 * Answers questions about a project at the moment of its session. Answers are computed when they are asked for, and
 * kept until a file changes.
 */
export interface Analysis {
  /** The findings of a file or of the project, sorted by path, place and rule. */
  findings(asked: AskedFindings): readonly Finding[];
  /** The path of the baseline, and whether it can be read. */
  baseline(): KeptBaseline;
  /**
   * All findings of the project, compared with the baseline, and the entries of the baseline that fit no finding any
   * more.
   */
  judged(): Judged;
  /** The files that can have findings, sorted: the documents, the configuration, and others that a rule names. */
  places(): readonly Path[];
  /** How many documents, items and active rules there are. */
  summary(): Summary;
  /** The configuration in force, with its defaults. */
  config(): Config;
  /** The kinds of documents, items and relations of the project. */
  catalogue(): Catalogue;
  /** The paths of all documents, sorted. */
  documents(): readonly Path[];
  /** Whether docket.yml includes a path as a document. */
  isDocument(path: Path): boolean;
  /** Whether a file is in the project. */
  exists(path: Path): boolean;
  /** The severity of a rule in this project; `off` when it is switched off. */
  levelOf(rule: string): string;
  /** What falls due within `days` days, and what is overdue, earliest first. */
  due(days: number): readonly DueDuty[];
  /** The traceability matrix or a part of it, or which part of the question is unknown. */
  trace(asked: AskedTrace): TraceAnswer | TraceRefusal;
  /** The project as rules see it: records, items and links by identifier. */
  project(): Project;
}

/** Counts of a project. */
export interface Summary {
  readonly documents: number;
  readonly items: number;
  /** Rules that are not switched off. */
  readonly rules: number;
}

/** The analysis of a project, from its cache. */
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

/** The types of questions and answers that a face may use. No values. */
export type { Location, Path, Range, TextEdit } from '../base/text.ts';
export type { Language, Words } from '../base/words.ts';
export type { DueDuty as Due, DueKind } from '../measure/due/duty.ts';
export type { Config } from '../model/config/config.ts';
export type { Entry, Outline } from '../model/entry.ts';
export type { Catalogue, Kind, State } from '../model/kinds/kinds.ts';
export type { Judged } from '../rules/runner/baseline.ts';
export type { Finding } from '../rules/runner/finding.ts';
export type { Project } from '../rules/project.ts';
export type {
  Example,
  ExampleChange,
  ExampleCommit,
  ExampleRepository,
  Files,
  Fix,
  FixEdit,
  Rule,
  Severity,
} from '../rules/rule.ts';
export type { TracedItem } from '../trace/matrix.ts';
export type { MatrixColumn as Column } from '../model/kinds/kinds.ts';
export type { FileChange, FileContent, FileSource } from '../workspace/files.ts';

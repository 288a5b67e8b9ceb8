/** What stays of a file's findings beyond the baseline of the project. */
import { ALL, type Get, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import { asPath, type Path } from '../base/text.ts';
import { config } from '../model/project.ts';
import { BASELINE_PATH, type Frozen, judge, parseBaseline } from '../rules/baseline.ts';
import type { Finding } from '../rules/finding.ts';
import { findingsIn } from '../rules/run.ts';
import { decode } from '../workspace/decode.ts';
import { fileContent } from '../workspace/files.ts';

export interface KeptBaseline {
  readonly path: Path;
  /** There is a file, and it is in no form of a baseline: it holds nothing back. */
  readonly isUnreadable: boolean;
  readonly byPath: ReadonlyMap<string, readonly Frozen[]>;
}

export const keptBaseline = query<KeptBaseline>('keptBaseline', (_all, get) => {
  const path = asPath(get(config, ALL).baseline ?? BASELINE_PATH);
  const content = get(fileContent, path);
  const baseline = content.state === 'absent' ? [] : parseBaseline(decode(content).text);
  return { path, isUnreadable: baseline === undefined, byPath: Map.groupBy(baseline ?? [], frozen => frozen.path) };
});

/** An entry names its file, so a file can be judged by itself. */
export function beyondBaseline(get: Get, path: string, findings: readonly Finding[]): readonly Finding[] {
  const frozen = get(keptBaseline, ALL).byPath.get(path);
  return frozen === undefined ? findings : judge(findings, frozen).shown;
}

export const newFindingsIn = query<readonly Finding[]>('newFindingsIn', (path, get) => beyondBaseline(get, path, get(findingsIn, path)), sameData);

/** The baseline of a project, read and applied here for every face. */
import { ALL, type Get, query } from '../../base/queries.ts';
import { asPath, type Path } from '../../base/text.ts';
import type { Words } from '../../base/words.ts';
import { config } from '../../model/config/projectConfig.ts';
import {
  type Baseline,
  BASELINE_PATH,
  type Frozen,
  judge,
  type Judged,
  parseBaseline,
  unreadableBaseline,
} from '../../rules/runner/baseline.ts';
import type { Finding } from '../../rules/runner/finding.ts';
import { decode } from '../../workspace/decode.ts';
import { fileContent } from '../../workspace/files.ts';

export { baselineOf, printBaseline } from '../../rules/runner/baseline.ts';

export interface KeptBaseline {
  readonly path: Path;
  readonly isThere: boolean;
  /** Why it cannot be read, and what to do; it then holds nothing. Commands that depend on it stop, the editor shows it. */
  readonly problem: Words | undefined;
}

interface Read extends KeptBaseline {
  readonly byPath: ReadonlyMap<string, readonly Frozen[]>;
}

const readBaseline = query<Read>('readBaseline', (_all, get) => {
  const path = asPath(get(config, ALL).baseline ?? BASELINE_PATH);
  const content = get(fileContent, path);
  const isThere = content.state !== 'absent';
  const baseline = isThere ? parseBaseline(decode(content).text) : [];
  const problem = baseline === undefined ? unreadableBaseline(path) : undefined;
  return { path, isThere, problem, byPath: Map.groupBy(baseline ?? [], frozen => frozen.path) };
});

export function keptBaseline(get: Get): KeptBaseline {
  const { path, isThere, problem } = get(readBaseline, ALL);
  return { path, isThere, problem };
}

/** What the baseline holds of one file. Empty where it holds nothing. */
export function frozenAt(get: Get, path: string): Baseline {
  return get(readBaseline, ALL).byPath.get(path) ?? [];
}

/** Of the findings of one file, those that the baseline does not hold: an entry names its file, so a file can be judged by itself. */
export function beyondBaseline(get: Get, path: string, findings: readonly Finding[]): readonly Finding[] {
  const frozen = frozenAt(get, path);
  return frozen.length === 0 ? findings : judge(findings, frozen).shown;
}

/** All findings of the project against the whole baseline: what is shown, what it holds, and which entries nothing answers to any more. */
export function againstBaseline(get: Get, findings: readonly Finding[]): Judged {
  return judge(findings, [...get(readBaseline, ALL).byPath.values()].flat());
}

/** The baseline of a project, read and applied for every face. */
import { ALL, type Get, query } from '../../base/queries.ts';
import { asPath, type Path } from '../../base/text.ts';
import type { Words } from '../../base/words.ts';
import { config } from '../../model/config/projectConfig.ts';
import {
  type Baseline,
  BASELINE_PATH,
  type FrozenFinding,
  judge,
  type Judged,
  parseBaseline,
  unreadableBaseline,
} from '../../rules/runner/baseline.ts';
import type { Finding } from '../../rules/runner/finding.ts';
import { decode } from '../../workspace/decode.ts';
import { fileContent } from '../../workspace/files.ts';

export { baselineOf, printBaseline } from '../../rules/runner/baseline.ts';

/** The file of the baseline. */
export interface KeptBaseline {
  readonly path: Path;
  readonly isThere: boolean;
  /**
   * Why it cannot be read, and what to do; undefined when it can. An unreadable baseline holds no findings: commands
   * that need it stop, the editor shows the problem.
   */
  readonly problem: Words | undefined;
}

interface Read extends KeptBaseline {
  readonly byPath: ReadonlyMap<string, readonly FrozenFinding[]>;
}

const readBaseline = query<Read>('readBaseline', (_all, get) => {
  const path = asPath(get(config, ALL).baseline ?? BASELINE_PATH);
  const content = get(fileContent, path);
  const isThere = content.state !== 'absent';
  const baseline = isThere ? parseBaseline(decode(content).text) : [];
  const problem = baseline === undefined ? unreadableBaseline(path) : undefined;
  return { path, isThere, problem, byPath: Map.groupBy(baseline ?? [], frozen => frozen.path) };
});

/** The path of the baseline, whether it exists, and whether it can be read. */
export function keptBaseline(get: Get): KeptBaseline {
  const { path, isThere, problem } = get(readBaseline, ALL);
  return { path, isThere, problem };
}

/** The entries of the baseline for one file; none when it has no entry. */
export function frozenFindingsAt(get: Get, path: string): Baseline {
  return get(readBaseline, ALL).byPath.get(path) ?? [];
}

/** The findings of one file that are not in the baseline. Each entry names its file, so a file can be judged alone. */
export function beyondBaseline(get: Get, path: string, findings: readonly Finding[]): readonly Finding[] {
  const frozen = frozenFindingsAt(get, path);
  return frozen.length === 0 ? findings : judge(findings, frozen).shown;
}

/**
 * Compares all findings of the project with the baseline: which are shown, which it holds, and which of its entries fit
 * no finding any more.
 */
export function againstBaseline(get: Get, findings: readonly Finding[]): Judged {
  return judge(findings, [...get(readBaseline, ALL).byPath.values()].flat());
}

/**
 * One look over the whole project: every file in which something is found, with its findings, as `docket check` lists them. It
 * goes in slices, between which the editor is answered.
 */
import type { Analysis } from '../../engine/session/analysis.ts';
import type { Finding, Path } from '../../engine/session/types.ts';

/** Milliseconds of work before the editor is answered. */
export const SLICE_MS = 12;

/** How many findings there are, whether they are shown or not. */
export interface Tally {
  error: number;
  warning: number;
  info: number;
}

interface Sweeping {
  /** Told of every file in which something can be found, also of those with no findings. */
  tell(path: Path, findings: readonly Finding[]): void;
  /** Asked between two slices: whether something has changed meanwhile, so that the rest is not worth telling. */
  isOld(): boolean;
}

/** Undefined when it was given up. */
export async function sweep(analysis: Analysis, { tell, isOld }: Sweeping): Promise<Tally | undefined> {
  const tally: Tally = { error: 0, warning: 0, info: 0 };
  let began = performance.now();
  for (const path of analysis.places()) {
    const findings = analysis.findings({ path, scope: 'project', beyondBaseline: true });
    for (const { severity } of findings) tally[severity]++;
    tell(path, findings);
    if (performance.now() - began < SLICE_MS) continue;
    await new Promise(resume => setImmediate(resume));
    if (isOld()) return undefined;
    began = performance.now();
  }
  return tally;
}

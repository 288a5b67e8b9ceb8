/** Commands measured in turn, round after round, so that a busy moment of the machine falls on all of them; printed as a table. */
import { type Measured, measure, median } from './process.ts';

export interface Line {
  readonly what: string;
  readonly command: readonly string[];
  /** Before each round. */
  readonly before?: (round: number) => void;
}

/** What was measured of each line, in the order of the rounds. */
export type Runs = ReadonlyMap<string, readonly Measured[]>;

export async function measuredRounds(lines: readonly Line[], rounds: number, beforeRound: () => void): Promise<Runs> {
  const runs = new Map<string, Measured[]>(lines.map(({ what }) => [what, []]));
  for (let round = 0; round < rounds; round++) {
    beforeRound();
    for (const { what, command, before } of lines) {
      before?.(round);
      runs.get(what)?.push(await measure(command));
    }
  }
  return runs;
}

export function millisecondsOf(runs: Runs, what: string): number {
  return median((runs.get(what) ?? []).map(run => run.milliseconds));
}

/** A row for each line, with their ratios to two public programs. */
export function tableOf(runs: Runs): string {
  const rows = [...runs].map(([what, measured]) => {
    const ratio = (to: string) => (millisecondsOf(runs, what) / millisecondsOf(runs, to)).toFixed(2);
    const cpu = median(measured.map(run => run.cpuSeconds)).toFixed(2);
    const memory = Math.round(median(measured.map(run => run.megabytes)));
    return `| ${what} | ${Math.round(millisecondsOf(runs, what))} | ${cpu} | ${ratio('node -e 0')} | ${ratio('git status')} | ${memory} |`;
  });
  return ['| what | ms | CPU s | × node -e 0 | × git status | MB |', '|---|--:|--:|--:|--:|--:|', ...rows].join('\n');
}

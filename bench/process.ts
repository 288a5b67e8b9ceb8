/** One run of a command as a whole process: time from start to exit, and the most memory it held. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export interface Measured {
  readonly milliseconds: number;
  /** Peak resident memory; 0 where /proc is not there. */
  readonly megabytes: number;
}

export async function measure([command = '', ...args]: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const child = spawn(command, args, { stdio: 'ignore' });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 15);
  await once(child, 'exit');
  const milliseconds = performance.now() - start;
  clearInterval(watch);
  return { milliseconds, megabytes: peak };
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

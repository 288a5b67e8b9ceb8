/** One run of a command as a whole process: time from start to exit, time on the processors, and the most memory it held. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export interface Measured {
  readonly milliseconds: number;
  /** User and system, of the process and of all it started; 0 where /proc is not there. In steps of ten milliseconds. */
  readonly cpuSeconds: number;
  /** Peak resident memory; 0 where /proc is not there. */
  readonly megabytes: number;
}

export async function measure([command = '', ...args]: readonly string[]): Promise<Measured> {
  const cpuBefore = cpuOfChildren();
  const start = performance.now();
  const child = spawn(command, args, { stdio: 'ignore' });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 15);
  await once(child, 'exit');
  const milliseconds = performance.now() - start;
  clearInterval(watch);
  return { milliseconds, cpuSeconds: cpuOfChildren() - cpuBefore, megabytes: peak };
}

function peakOf(pid: number | undefined): number {
  return Number(/VmHWM:\s+(\d+)/.exec(processFile(`${pid}/status`))?.[1] ?? 0) / 1024;
}

/** Ticks of a second, as Linux counts them for programs. */
const TICKS = 100;
/** The fields `cutime` and `cstime` of proc(5), counted from the one behind the name of the program, which may hold blanks. */
const [USER, SYSTEM] = [13, 14];

/** Of all processes that this one started and that have ended. */
function cpuOfChildren(): number {
  const stat = processFile('self/stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[USER] ?? 0) + Number(fields[SYSTEM] ?? 0)) / TICKS;
}

function processFile(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, 'utf8');
  } catch {
    return '';
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * Builds the command line once before a run of tests, from the sources as they are. From TypeScript each process would start 0.3
 * seconds later, and tests start several hundred.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { commandLine } from '../scripts/commandLine.ts';
import { DOCKET } from './program.ts';

/** Called by vitest. */
export async function setup(): Promise<void> {
  const outdir = path.dirname(DOCKET);
  await rm(outdir, { recursive: true, force: true });
  await build({ ...commandLine, outdir });
}

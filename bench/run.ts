/**
 * `npm run bench -- [ROUNDS] DIR…`: measures `docket` on bench repositories, each command as a ratio to something public measured
 * in the same rounds, and prints their tables. Whole processes, built program, median of the rounds. `--editor`: what an editor
 * waits for besides.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { git } from '../host/git/git.ts';
import { checkLines, STAGED, STAGED_FILES, traceLines } from './commands.ts';
import { document } from './documents.ts';
import { forms, tracedContent } from './traced.ts';
import { measuredRounds, millisecondsOf, type Runs, tableOf } from './rounds.ts';

const given = process.argv.slice(2);
const rounds = Number(given.find(word => /^\d+$/.test(word)) ?? 5);
const folders = given.filter(word => existsSync(path.join(word, '.git')));
if (folders.length === 0) {
  console.error('usage: npm run bench -- [ROUNDS] BENCH-REPOSITORY… [--editor]');
  process.exit(2);
}

const commit = git(path.resolve(import.meta.dirname, '..'), ['rev-parse', '--short', 'HEAD'])
  .out.toString()
  .trim();
console.log(`${rounds} rounds, median, at ${commit}, Node ${process.versions.node}`);
for (const folder of folders) await measureAll(folder);

async function measureAll(folder: string): Promise<void> {
  const records = path.join(folder, document(0, 1).path);
  const [traced] = tracedContent(forms.docket);
  const edited = isToTrace(folder) ? path.join(folder, traced?.path ?? '') : records;
  const lines = isToTrace(folder) ? traceLines(folder, edited) : checkLines(folder, edited);
  const original = readFileSync(edited, 'utf8');
  const asItWas = () => {
    writeFileSync(edited, original);
    git(folder, ['status', '--porcelain']);
  };
  const runs = await measuredRounds(lines, rounds, asItWas);
  asItWas();
  console.log(`\n${path.basename(folder)}\n\n${tableOf(runs)}`);
  if (isToTrace(folder)) return;
  console.log(stagedSentence(runs));
  if (given.includes('--editor')) for (const script of ['editing.ts', 'serverStart.ts']) runScript(script, folder);
}

/** The content to trace has no records. */
function isToTrace(folder: string): boolean {
  return !existsSync(path.join(folder, 'records'));
}

function stagedSentence(runs: Runs): string {
  const gate = millisecondsOf(runs, STAGED) / (millisecondsOf(runs, 'node -e 0') + millisecondsOf(runs, STAGED_FILES));
  return `\nThe staged check takes ${gate.toFixed(2)} × (node -e 0 + git diff --cached --name-only).`;
}

function runScript(name: string, folder: string): void {
  console.log('');
  spawnSync(process.execPath, [path.join(import.meta.dirname, name), folder], {
    stdio: 'inherit',
    cwd: path.resolve(import.meta.dirname, '..'),
  });
}

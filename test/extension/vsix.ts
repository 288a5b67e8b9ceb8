// The extension as a user gets it: packaged, and installed by VS Code itself into an empty folder.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { root } from '../../scripts/paths.ts';

export interface Extension {
  /** The extension under development; a suite needs one. */
  path: string;
  launchArgs: string[];
}

export async function installVsix(code: string, scratch: string): Promise<Extension> {
  node('scripts/package.ts');
  const extensions = `--extensions-dir=${join(scratch, 'extensions')}`;
  const vsix = join(root, `${manifest.name}-${manifest.version}.vsix`);
  run(code, [`--user-data-dir=${join(scratch, 'user')}`, extensions, `--install-extension=${vsix}`]);
  return { path: emptyExtension(scratch), launchArgs: [extensions] };
}

function emptyExtension(scratch: string): string {
  const folder = join(scratch, 'empty');
  mkdirSync(folder);
  const empty = { name: 'empty', publisher: 'docket', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(empty));
  return folder;
}

function node(...args: string[]): void {
  run(process.execPath, args);
}

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

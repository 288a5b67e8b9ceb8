// A second, lazily installed set of packages: a folder with its own package.json and lock, installed into the cache.
// Most contributors never need the .vsix or a real VS Code, and should not wait for 300 MB of them.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './paths.ts';

/** Installs the packages of `folder` into the cache unless its lock is installed there, then runs `after` once. */
export async function installed(
  folder: string,
  after: (home: string) => Promise<void> | void = () => {},
): Promise<string> {
  const home = join(cache, folder.replaceAll('/', '-'));
  const lock = readFileSync(join(root, folder, 'package-lock.json'), 'utf8');
  const stamp = join(home, '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return home;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(root, folder, file), join(home, file));
  npm(home, 'ci', '--force');
  await after(home);
  writeFileSync(stamp, lock);
  return home;
}

/** `--force` among the arguments lets a package for another processor (WebAssembly) in. */
export function npm(cwd: string, ...args: string[]): void {
  const options = [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const env = { ...process.env, npm_config_cache: join(cache, 'npm') };
  const cli = process.env.NPM_CLI;
  const run = cli
    ? spawnSync(process.execPath, [cli, ...options], { cwd, env, encoding: 'utf8' })
    : spawnSync('npm', options, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
  if (run.status !== 0) throw new Error(`npm ${args[0]} failed: ${reasonIn(run.stderr || String(run.error))}`);
}

/** npm writes a page; its first lines name the code and the cause. */
function reasonIn(said: string): string {
  const lines = said.split('\n').filter(line => /error (code|\w*Error:|\d{3} )/.test(line));
  return (lines.length > 0 ? lines.slice(0, 2) : [said.trim()]).map(line => line.replace(/^npm error /, '')).join(', ');
}

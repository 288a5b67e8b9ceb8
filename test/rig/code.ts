// The part of the `code` command line that test launchers use, answered by the rig.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installRig } from './install.ts';
import { codeServer, startServer } from './server.ts';
import { runSuite } from './workbench.ts';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { ...text, multiple: true },
    extensionTestsPath: text,
    'user-data-dir': text,
    'extensions-dir': text,
    'install-extension': text,
    locale: text,
    'disable-extensions': { type: 'boolean' },
  },
});
const given = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);

const rig = await installRig();
const scratch = mkdtempSync(join(tmpdir(), 'rig-'));
const userDataDir = resolve(given('user-data-dir') ?? join(scratch, 'user'));
const own = values['disable-extensions'] ? undefined : given('extensions-dir');
const extensionsDir = resolve(own ?? join(scratch, 'extensions'));

try {
  process.exitCode = given('install-extension') ? await install() : await test();
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

function install(): Promise<number> {
  const folders = ['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
  return codeServer(rig, [...folders, '--install-extension', given('install-extension') ?? '']);
}

async function test(): Promise<number> {
  const server = await startServer(rig, { userDataDir, extensionsDir, locale: given('locale') });
  try {
    return await runSuite(rig, server, {
      folder: positionals[0] ?? scratch,
      extensions: (values.extensionDevelopmentPath as string[] | undefined) ?? [],
      tests: given('extensionTestsPath') ?? '',
      timeoutMs: Number(process.env.RIG_TIMEOUT_MS) || 180_000,
      picture: process.env.RIG_PICTURE,
    });
  } finally {
    await server.stop();
  }
}

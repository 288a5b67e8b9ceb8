/**
 * docs/images/vscode.png: the sample contract in VS Code, a ticket that is resolved without its cause, the menu of what to do
 * about it. Run it again whenever the editor shows something else; only where the rig of `test/rig` runs.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { results, root } from './paths.ts';

const TICKET = 'records/ticket/2026/WX-2026-0012.md';
const scratch = mkdtempSync(path.join(tmpdir(), 'vp-'));
const sample = path.join(scratch, 'zzgl');
const scene = path.join(results, 'vscodeScene.cjs');

docket('sample', 'zzgl', sample);
const ticket = path.join(sample, TICKET);
const text = readFileSync(ticket, 'utf8');
writeFileSync(
  ticket,
  text.replace('status: closed', 'status: resolved').replace(/## 问题原因分析\n[^]*?\n(?=## )/, ''),
);
mkdirSync(path.join(scratch, 'user/User'), { recursive: true });
writeFileSync(path.join(scratch, 'user/User/settings.json'), JSON.stringify(appearance()));
await build({
  entryPoints: [path.join(import.meta.dirname, 'vscodePicture/scene.ts')],
  outfile: scene,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
});
// The scene does not end by itself: the picture is taken when its time is over.
process.env['RIG_PICTURE'] = path.join(root, 'docs/images/vscode.png');
process.env['RIG_TIMEOUT_MS'] = '30000';
const opened = runTests({
  vscodeExecutablePath: path.join(root, 'test/rig/code'),
  extensionDevelopmentPath: root,
  extensionTestsPath: scene,
  extensionTestsEnv: { DOCKET_TICKET: TICKET },
  launchArgs: [sample, `--user-data-dir=${path.join(scratch, 'user')}`, '--disable-extensions'],
});
await opened.catch(() => {});
rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });

function docket(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [path.join(root, 'cli/docket.ts'), ...args], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`docket ${args.join(' ')} ended with ${status}`);
}

/** Large letters, nothing beside the matter. */
function appearance(): object {
  return {
    'workbench.colorTheme': 'Default Light Modern',
    'editor.fontFamily': "'Liberation Mono', 'WenQuanYi Zen Hei Mono', monospace",
    'editor.fontSize': 15,
    'editor.minimap.enabled': false,
    'editor.wordWrap': 'on',
    'window.commandCenter': false,
  };
}

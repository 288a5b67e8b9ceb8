/** A small project on the disk, and the command line run in it as a person runs it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DOCKET } from '../program.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface OnDisk extends Disposable {
  readonly root: string;
}

export function onDisk(files: Readonly<Record<string, string>>): OnDisk {
  const root = mkdtempSync(path.join(tmpdir(), 'docket-cli-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}

export function docket(cwd: string, ...args: string[]): Ran {
  const { DOCKET_LANG: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [DOCKET, ...args], { cwd, encoding: 'utf8', env });
  return { code: status, out: stdout, err: stderr };
}

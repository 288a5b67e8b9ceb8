/** Finds the project a folder belongs to and opens a session on it. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Session } from '../engine/session/session.ts';
import type { FileSource } from '../engine/workspace/files.ts';
import { now } from './clock.ts';
import { diskSource } from './disk.ts';
import { HostError } from './hostError.ts';

export interface OpenProject {
  /** The folder of docket.yml. */
  readonly root: string;
  readonly source: FileSource;
  readonly session: Session;
}

/** The nearest folder at or above `from` that holds a docket.yml. */
export function findRoot(from: string): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'docket.yml'))) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

export function openProject(cwd: string, asOf = now()): OpenProject {
  const root = rootOf(cwd);
  const source = diskSource(root);
  return { root, source, session: Session.open(source, { asOf }) };
}

export function rootOf(cwd: string): string {
  if (!existsSync(cwd) || !statSync(cwd).isDirectory()) {
    throw new HostError({ zh: `打不开目录 ${cwd}：目录不存在。请检查 --cwd。`, en: `Cannot open ${cwd}: there is no such folder. Check --cwd.` });
  }
  const root = findRoot(cwd);
  if (root !== undefined) return root;
  throw new HostError({
    zh: `在 ${cwd} 及其上级目录没有找到 docket.yml。请在项目根目录运行 docket init，或用 --cwd 指定目录。`,
    en: `There is no docket.yml in ${cwd} or above. Run docket init in the project's root, or name the folder with --cwd.`,
  });
}

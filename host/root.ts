/** Finds the project a folder belongs to. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { HostError } from './hostError.ts';

/** The nearest folder at or above `from` that holds a docket.yml. */
export function findRoot(from: string): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'docket.yml'))) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
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

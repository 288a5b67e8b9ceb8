/** Finds the project a folder belongs to. */
import { existsSync, lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { asPath } from '../../engine/base/text.ts';
import { unreadableWords } from '../../engine/workspace/unreadable.ts';
import { noWorkingTree } from '../git/gitRefusals.ts';
import { diskSource } from './disk.ts';
import { git } from '../git/git.ts';
import { HostError } from '../hostError.ts';

/** The nearest folder at or above `from` that holds a docket.yml. */
export function findRoot(from: string): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (holdsConfig(folder)) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/**
 * The folder of docket.yml at or above a folder.
 *
 * @throws HostError when the folder or a docket.yml does not exist, or docket.yml cannot be read.
 */
export function rootOf(cwd: string): string {
  if (!existsSync(cwd) || !statSync(cwd).isDirectory()) {
    throw new HostError({
      zh: `打不开目录 ${cwd}：目录不存在。请检查 --cwd。`,
      en: `Cannot open ${cwd}: there is no such folder. Check --cwd.`,
    });
  }
  const root = findRoot(cwd);
  if (root !== undefined) return readable(root);
  if (git(cwd, ['rev-parse', '--is-bare-repository']).out.toString('utf8').trim() === 'true') throw noWorkingTree(cwd);
  throw new HostError({
    zh: `在 ${cwd} 及其上级目录没有找到 docket.yml。请在项目根目录运行 docket init，或用 --cwd 指定目录。`,
    en: `There is no docket.yml in ${cwd} or above. Run docket init in the project's root, or name the folder with --cwd.`,
  });
}

/** A link counts even where its target is missing: a project is meant to begin there. */
function holdsConfig(folder: string): boolean {
  try {
    return !lstatSync(path.join(folder, 'docket.yml')).isDirectory();
  } catch {
    return false;
  }
}

/** When the settings cannot be read, a check by defaults would be worse than no check. */
function readable(root: string): string {
  const content = diskSource(root).read(asPath('docket.yml'));
  if (content.state === 'bytes') return root;
  const why = unreadableWords(content.state === 'unreadable' ? content.reason : 'no such file');
  throw new HostError({
    zh: `读不了 ${path.join(root, 'docket.yml')}：${why.zh}。请检查权限；如果是链接，请让它指向项目内的文件。`,
    en: `Cannot read ${path.join(root, 'docket.yml')}: ${why.en}. Check its permissions; a link has to lead to a file of the project.`,
  });
}

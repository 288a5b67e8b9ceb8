/**
 * Finds the project in a commit, where no working tree shows it: the nearest folder with a docket.yml at or above the one named,
 * or the only one in the tree.
 */
import path from 'node:path';
import { listedNames } from './git.ts';
import { HostError } from '../hostError.ts';
import { ask, commitNamed, type Repository } from './repository.ts';

const CONFIG = 'docket.yml';

/** The repository with that folder as its project. `folder`: from the top of the tree. */
export function rootInTree(repository: Repository, revision: string, folder = repository.prefix): Repository {
  const tree = commitNamed(repository, revision);
  const configs = configsIn(repository, tree);
  const above = foldersUp(folder).find(prefix => configs.includes(prefix + CONFIG));
  const [only, ...others] = configs;
  if (above !== undefined) return { ...repository, prefix: above };
  if (only !== undefined && others.length === 0) return { ...repository, prefix: only.slice(0, -CONFIG.length) };
  throw configs.length === 0 ? noProject(revision) : severalProjects(revision, configs);
}

function configsIn({ folder }: Repository, tree: string): readonly string[] {
  const files = listedNames(ask(folder, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', tree]));
  return files.filter(file => path.posix.basename(file) === CONFIG);
}

/** `a/b/` → `a/b/`, `a/`, and the top. */
function foldersUp(folder: string): readonly string[] {
  const parts = folder.split('/').filter(part => part !== '' && part !== '.');
  return [...parts, ''].map((_, n) =>
    parts
      .slice(0, parts.length - n)
      .map(part => `${part}/`)
      .join(''),
  );
}

function noProject(revision: string): HostError {
  return new HostError({
    zh: `${revision} 里没有 docket.yml，不是 Docket 项目。请换一个提交，或先运行 docket init。`,
    en: `There is no docket.yml in ${revision}. Name another commit, or run docket init first.`,
  });
}

function severalProjects(revision: string, configs: readonly string[]): HostError {
  const found = configs.slice(0, 3).join(', ');
  return new HostError({
    zh: `${revision} 里有 ${configs.length} 个项目（${found}…）。请在其中一个目录里运行。`,
    en: `There are ${configs.length} projects in ${revision} (${found}…). Run it in the folder of one.`,
  });
}

/**
 * The indexes a commit in the making has. `git commit` and `git commit -a` have one, which the hook is told of. `git commit PATH` has
 * two: it commits a passing one, and the one that stays waits beside it as `index.lock`.
 */
import path from 'node:path';
import type { Path } from '../../engine/base/text.ts';
import { ask, type Repository } from '../git/repository.ts';
import { git } from '../git/git.ts';

/** Values of GIT_INDEX_FILE, that of the commit first; undefined is the usual one. */
export function indexesOfCommit(): readonly (string | undefined)[] {
  const own = process.env['GIT_INDEX_FILE'];
  const isPassing = own !== undefined && /^next-index-\d+\.lock$/.test(path.basename(own));
  return isPassing ? [own, path.join(path.dirname(own), 'index.lock')] : [own];
}

/** Empty where it is not in the index. */
export function textInIndex({ folder, prefix }: Repository, index: string | undefined, file: Path): string {
  return git(folder, ['cat-file', 'blob', `:0:${prefix}${file}`], undefined, within(index)).out.toString('utf8');
}

/**
 * Puts a text into the index that a hook commits, under the path of a file.
 *
 * @throws HostError when git refuses.
 */
export function putInIndex({ folder, prefix }: Repository, index: string | undefined, file: Path, text: string): void {
  const id = ask(folder, ['hash-object', '-w', '--stdin'], Buffer.from(text)).toString('utf8').trim();
  ask(folder, ['update-index', '--add', '--cacheinfo', `100644,${id},${prefix}${file}`], undefined, within(index));
}

function within(index: string | undefined): NodeJS.ProcessEnv {
  return index === undefined ? process.env : { ...process.env, GIT_INDEX_FILE: index };
}

/** The working tree as a `FileSource`: what git does not ignore, or every file where there is no git. */
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Path } from '../../engine/base/text.ts';
import { ABSENT, type FileContent, type FileSource, LARGEST_DOCUMENT } from '../../engine/workspace/files.ts';
import { git, listedNames } from '../git/git.ts';
import { reasonOf } from '../hostError.ts';
import { leftOut } from '../git/sparse.ts';
import { walkedFiles } from './walk.ts';

/** It judges also where git ignores it. */
const CONFIG = 'docket.yml';

/** `known`: the files, where the caller has listed them already. */
export function diskSource(root: string, known?: readonly Path[]): FileSource {
  const home = realpathSync(root);
  const isOutside = outsideOf(home);
  const fromGit = leftOut(home);
  return { list: () => known ?? filesIn(home), read };

  function read(file: Path): FileContent {
    const content = readFile(home, file, isOutside);
    const bytes = content.state === 'absent' ? fromGit(file) : undefined;
    return bytes === undefined ? content : { state: 'bytes', bytes };
  }
}

function filesIn(root: string): readonly Path[] {
  const answer = git(root, ['ls-files', '-z', '-t', '--cached', '--others', '--deleted', '--exclude-standard']);
  const files = answer.ok ? present(listedNames(answer.out)) : walkedFiles(root);
  const config = existsSync(path.join(root, CONFIG)) ? [CONFIG] : [];
  return [...new Set([...files, ...config])] as Path[];
}

/** Of `TAG PATH` lines those that are not deleted. */
function present(tagged: readonly string[]): readonly string[] {
  const deleted = new Set(tagged.filter(line => line.startsWith('R ')).map(line => line.slice(2)));
  return tagged.map(line => line.slice(2)).filter(file => !deleted.has(file));
}

function readFile(root: string, file: Path, isOutside: (full: string) => boolean): FileContent {
  const full = path.join(root, file);
  try {
    if (lstatSync(full).isDirectory()) return ABSENT;
    if (isOutside(full)) return { state: 'unreadable', reason: 'link leads out of the project' };
    const stat = statSync(full);
    if (!stat.isFile()) return { state: 'unreadable', reason: 'no regular file' };
    if (file.endsWith('.md') && stat.size > LARGEST_DOCUMENT) return { state: 'too-large', size: stat.size };
    return { state: 'bytes', bytes: readFileSync(full) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // What follows the comma names the call and the full path, which differs from machine to machine.
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? ABSENT
      : { state: 'unreadable', reason: reasonOf(error).split(', ', 1)[0] ?? '' };
  }
}

/** Whether a file lies outside the project, by its name (`../x`), or by a link it is or lies behind. */
function outsideOf(root: string): (full: string) => boolean {
  const folders = new Map<string, boolean>();
  const isOutside = (real: string) =>
    real !== root && !real.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
  return full => {
    const folder = path.dirname(full);
    const known = folders.get(folder) ?? isOutside(realpathSync.native(folder));
    folders.set(folder, known);
    return known || (lstatSync(full).isSymbolicLink() && isOutside(realpathSync.native(full)));
  };
}

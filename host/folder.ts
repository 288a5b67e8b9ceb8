/**
 * A folder on disk as a source of files: what git knows or would add, else everything that is not hidden.
 *
 * Invariant: reading runs nothing of the inspected repository: no hook, no filter, no file-system monitor.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { asPath, type Path } from '../engine/base/text.ts';
import { ABSENT, type FileContent, type FileSource, LARGEST_DOCUMENT } from '../engine/workspace/files.ts';

export function folderSource(root: string): FileSource {
  return { list: () => listed(root), read: path => contentOf(root, path) };
}

/** Files that differ from the last commit, and new ones. Empty where there is no repository or no commit. */
export function changedFiles(root: string): readonly Path[] {
  try {
    const changed = git(root, 'diff-index', '--name-only', '--relative', '-z', 'HEAD', '--');
    return pathsOf(changed + git(root, 'ls-files', '-z', '--others', '--exclude-standard'));
  } catch {
    return [];
  }
}

/** The nearest folder that holds a `docket.yml`, from a file upwards. */
export function projectFolderOf(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'docket.yml'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Folders below that hold a `docket.yml`; where the folder itself does, that one alone. */
export function projectFoldersIn(folder: string): readonly string[] {
  if (existsSync(join(folder, 'docket.yml'))) return [folder];
  return listed(folder)
    .filter(path => path.endsWith('/docket.yml'))
    .map(path => join(folder, dirname(path)));
}

function listed(root: string): readonly Path[] {
  try {
    const all = pathsOf(git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'));
    const deleted = new Set(pathsOf(git(root, 'ls-files', '-z', '--deleted')));
    return [...new Set(all)].filter(path => !deleted.has(path));
  } catch {
    return walk(root);
  }
}

function walk(root: string): readonly Path[] {
  const found: Path[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) found.push(asPath(path));
    }
  };
  visit('');
  return found;
}

function contentOf(root: string, path: Path): FileContent {
  const file = join(root, path);
  try {
    const stat = lstatSync(file);
    if (stat.isSymbolicLink() && !isInside(root, realpathSync(file))) return unreadable('a link out of the project');
    if (stat.isDirectory()) return ABSENT;
    if (path.endsWith('.md') && stat.size > LARGEST_DOCUMENT) return { state: 'too-large', size: stat.size };
    return { state: 'bytes', bytes: readFileSync(file) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? ABSENT : unreadable(code ?? String(error));
  }
}

const unreadable = (reason: string): FileContent => ({ state: 'unreadable', reason });

function isInside(root: string, file: string): boolean {
  return file.startsWith(realpathSync(root) + sep);
}

function git(root: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'core.fsmonitor=false', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 29,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function pathsOf(output: string): Path[] {
  return output.split('\0').filter(Boolean).map(asPath);
}

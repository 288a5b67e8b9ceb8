/** The working tree as a `FileSource`: what git does not ignore, or every file where there is no git. */
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { asPath, type Path } from '../engine/base/text.ts';
import { ABSENT, type FileContent, type FileSource, LARGEST_DOCUMENT } from '../engine/workspace/files.ts';
import { git, listed } from './git.ts';
import { reasonOf } from './hostError.ts';

/** `known`: the files, where the caller has listed them already. */
export function diskSource(root: string, known?: readonly Path[]): FileSource {
  const home = realpathSync(root);
  return { list: () => known ?? filesIn(home), read: file => readFile(home, file) };
}

function filesIn(root: string): readonly Path[] {
  const answer = git(root, ['ls-files', '-z', '-t', '--cached', '--others', '--deleted', '--exclude-standard']);
  if (!answer.ok) return globSync('**', { cwd: root, dot: true, ignore: ['**/.git/**', '**/node_modules/**'] }).map(asPath);
  const tagged = listed(answer.out);
  const deleted = new Set(tagged.filter(line => line.startsWith('R ')).map(line => line.slice(2)));
  return [...new Set(tagged.map(line => line.slice(2)))].filter(file => !deleted.has(file)).map(asPath);
}

function readFile(root: string, file: Path): FileContent {
  const full = path.join(root, file);
  try {
    const stat = lstatSync(full);
    if (stat.isSymbolicLink() && leadsOut(root, full)) return { state: 'unreadable', reason: 'link leads out of the project' };
    if (stat.isDirectory()) return ABSENT;
    if (file.endsWith('.md') && statSync(full).size > LARGEST_DOCUMENT) return { state: 'too-large', size: statSync(full).size };
    return { state: 'bytes', bytes: readFileSync(full) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOENT' || code === 'ENOTDIR' ? ABSENT : { state: 'unreadable', reason: reasonOf(error) };
  }
}

function leadsOut(root: string, full: string): boolean {
  const target = realpathSync(full);
  return target !== root && !target.startsWith(root + path.sep);
}

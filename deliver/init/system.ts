/** The system a repository holds: a code for its documents, and its modules. */
import type { Path } from '../../engine/base/text.ts';

/** Two to sixteen capitals and digits, as in `ZZGL-SRS`. */
export function systemCode(name: string): string {
  const capitals = name
    .replace(/\.git$/, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^\d+/, '')
    .slice(0, 16);
  return capitals.length >= 2 ? capitals : 'SYS';
}

const MOST_MODULES = 30;

/** Modules of a build, else the folders that hold the programs. */
export function modulesOf(program: readonly Path[]): readonly string[] {
  const built = program
    .map(path => /^(.*?)\/?src\/main\//.exec(path)?.[1])
    .filter(module => module !== undefined && module !== '');
  const folders = built.length > 0 ? built : program.map(folderOf);
  const modules = [...new Set(folders.map(folder => nameOf(folder ?? '')))]
    .filter(name => /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name))
    .sort();
  return modules.length > 0 ? modules.slice(0, MOST_MODULES) : ['main'];
}

/** `src/commands/x.ts` → `src/commands`; deeper folders are parts of a module. */
function folderOf(path: string): string {
  const parts = path.split('/').slice(0, -1);
  const start = ['src', 'lib', 'app', 'pkg', 'cmd', 'internal', 'packages'].includes(parts[0] ?? '') ? 2 : 1;
  return parts.slice(0, start).join('/');
}

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1);
}

/** Files of the index that a sparse checkout leaves out of the working tree: they are part of the project all the same. */
import { git, listedNames } from './git.ts';

/**
 * Reads such a file as git holds it; undefined for every other. Which they are is asked when the first file is missing; not
 * for one at the top, where files are optional and sparse checkouts leave nothing out.
 */
export function leftOut(root: string): (file: string) => Uint8Array | undefined {
  let known: ReadonlyMap<string, string> | undefined;
  return file => {
    if (!file.includes('/')) return undefined;
    known ??= skipped(root);
    const id = known.get(file);
    const blob = id === undefined ? undefined : git(root, ['cat-file', 'blob', id]);
    return blob?.ok ? blob.out : undefined;
  };
}

function skipped(root: string): ReadonlyMap<string, string> {
  const { ok, out } = git(root, ['ls-files', '-s', '-t', '-z']);
  const lines = ok && out.includes('S ') ? listedNames(out).filter(line => line.startsWith('S ')) : [];
  return new Map(lines.map(line => [line.slice(line.indexOf('\t') + 1), line.split(' ', 3)[2] ?? '']));
}

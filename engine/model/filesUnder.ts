/** Files that a glob or a path of a design unit means. */
import { ALL, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import type { Path } from '../base/text.ts';
import { globBase, globMatcher } from './globs.ts';
import { filePaths } from '../workspace/files.ts';

/** Paths under a glob, in order; a `#Symbol` behind it is left off. Paths are sorted, so only those that begin alike are tried. */
export const filesUnder = query<readonly Path[]>(
  'filesUnder',
  (written, get) => {
    const glob = written
      .replace(/#[^/#]*$/, '')
      .replace(/^\.\//, '')
      .replaceAll('\\', '/');
    const base = globBase(glob);
    const isLiteral = base === glob;
    const alike = beginningWith(get(filePaths, ALL), isLiteral ? glob : base === '' ? '' : `${base}/`);
    const matches = globMatcher([glob], { dot: true });
    return alike.filter(path => (isLiteral ? path === glob : matches(path)));
  },
  sameData,
);

function beginningWith(paths: readonly Path[], start: string): readonly Path[] {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paths[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < paths.length && (paths[end] ?? '').startsWith(start)) end += 1;
  return paths.slice(low, end);
}

/** The files that a glob or path of a design unit names. */
import { ALL, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { asPath, type Path } from '../../base/text.ts';
import { globBase, globMatcher } from './globs.ts';
import { filePaths, isPresent } from '../../workspace/files.ts';

/**
 * The paths that match a glob, sorted; a `#Symbol` at its end is ignored. Only paths with the same beginning are tried.
 */
export const filesUnder = query<readonly Path[]>(
  'filesUnder',
  (written, get) => {
    const glob = written.replace(/#.*$/s, '').replace(/^\.\//, '').replaceAll('\\', '/');
    const base = globBase(glob);
    if (base === glob) return get(isPresent, glob) ? [asPath(glob)] : [];
    const matches = globMatcher([glob], { dot: true });
    return get(filePaths, base === '' ? ALL : `${base}/`).filter(path => matches(path));
  },
  sameData,
);

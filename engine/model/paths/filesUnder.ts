/** Files that a glob or a path of a design unit means. */
import { ALL, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { asPath, type Path } from '../../base/text.ts';
import { globBase, globMatcher } from './globs.ts';
import { filePaths, isPresent } from '../../workspace/files.ts';

/** Paths under a glob, in order; a `#Symbol` behind it is left off. Only those that begin alike are tried. */
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

/** Globs as people write them in docket.yml and in documents: an empty or broken one matches nothing. */
import picomatch from 'picomatch';

export interface GlobOptions {
  readonly exclude?: readonly string[];
  /** Whether names that begin with a dot are matched too. */
  readonly dot?: boolean;
}

/** Compiled once; use it for many paths. */
export function globMatcher(
  include: readonly string[],
  { exclude = [], dot = false }: GlobOptions = {},
): (path: string) => boolean {
  const wanted = include.filter(glob => glob.trim() !== '');
  const unwanted = exclude.filter(glob => glob.trim() !== '');
  if (wanted.length === 0) return () => false;
  try {
    // A name may hold the end of a line.
    return picomatch(wanted, { dot, ignore: unwanted, flags: 's' });
  } catch {
    return () => false;
  }
}

/** The folder a glob stays below; the glob itself when it is a plain path. */
export function globBase(glob: string): string {
  return glob === '' ? '' : picomatch.scan(glob).base;
}

/** Matches globs of docket.yml and of documents. An empty or malformed glob matches nothing. */
import picomatch from 'picomatch';

/** Options of `globMatcher`. */
interface GlobOptions {
  readonly exclude?: readonly string[];
  /** Whether names that begin with a dot are matched. */
  readonly dot?: boolean;
}

/**
 * A test for paths: one of `include` matches and none of `exclude`. The globs are compiled once, so keep the result.
 */
export function globMatcher(
  include: readonly string[],
  { exclude = [], dot = false }: GlobOptions = {},
): (path: string) => boolean {
  const wanted = include.filter(glob => glob.trim() !== '');
  const unwanted = exclude.filter(glob => glob.trim() !== '');
  if (wanted.length === 0) return () => false;
  try {
    // A file name may contain a line end.
    return picomatch(wanted, { dot, ignore: unwanted, flags: 's' });
  } catch {
    return () => false;
  }
}

/** The folder that contains all matches of a glob; for a plain path, the path itself. */
export function globBase(glob: string): string {
  return glob === '' ? '' : picomatch.scan(glob).base;
}

/** Files that differ from the last commit, and new ones; none where there is no repository or no commit. */
import { asPath, type Path } from '../../engine/base/text.ts';
import { git, gitUnfiltered, listedNames } from '../git/git.ts';

/** Files that differ from HEAD and new files that git does not ignore. Empty where git cannot tell. */
export function namesOfChanged(root: string): readonly Path[] {
  const changed = gitUnfiltered(root, ['diff-index', '--name-only', '--relative', '-z', 'HEAD', '--']);
  const added = git(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  return [changed, added].flatMap(({ ok, out }) => (ok ? listedNames(out) : [])).map(asPath);
}

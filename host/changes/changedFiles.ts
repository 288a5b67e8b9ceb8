/** Files that differ from the last commit, and new ones; none where there is no repository or no commit. */
import { asPath, type Path } from '../../engine/base/text.ts';
import { git, gitUnfiltered, listedNames } from '../git/git.ts';

export function namesOfChanged(root: string): readonly Path[] {
  const changed = gitUnfiltered(root, ['diff-index', '--name-only', '--relative', '-z', 'HEAD', '--']);
  const added = git(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  return [changed, added].flatMap(({ ok, out }) => (ok ? listedNames(out) : [])).map(asPath);
}

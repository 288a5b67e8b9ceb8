/** Which files differ between two trees, and what they are in the later one. */
import type { Path } from '../../engine/base/text.ts';
import { git } from '../git/git.ts';

/** A file that differs between two trees. */
export interface Difference {
  readonly path: Path;
  /** A submodule is not a file of the project. */
  readonly sort: 'file' | 'link' | 'gone';
  /** Hash of its content in the later tree. */
  readonly id: string;
}

/** Undefined when git no longer has one of them. */
export function differences(root: string, before: string, after: string): readonly Difference[] | undefined {
  if (before === after) return [];
  const { ok, out } = git(root, [
    'diff-tree',
    '-r',
    '--raw',
    '-z',
    '--no-renames',
    '--no-abbrev',
    '--ignore-submodules=none',
    before,
    after,
    '--',
  ]);
  if (!ok) return undefined;
  const parts = out.toString('utf8').split('\0');
  return parts.flatMap((head, n): readonly Difference[] =>
    n % 2 === 0 && head !== '' ? [differenceIn(head, parts[n + 1] as Path)] : [],
  );
}

/** `:100644 100644 ID ID M` */
function differenceIn(head: string, path: Path): Difference {
  const [, mode = '', , id = ''] = head.split(' ');
  return { path, sort: mode.startsWith('100') ? 'file' : mode === '120000' ? 'link' : 'gone', id };
}

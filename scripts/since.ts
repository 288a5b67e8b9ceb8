/** Where the commits begin that a repository answers for: the last release, else where it left its upstream, else what its lock saw last. */
import { spawnSync } from 'node:child_process';

export type Since = { readonly commit: string; readonly what: string } | { readonly skipped: string };

/** The first of them that there is; a fresh repository and a shallow clone have none, and say so. */
export function since(folder: string): Since {
  if (ask(folder, 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}') === undefined)
    return { skipped: 'this is no git repository with a commit' };
  const head = ask(folder, 'rev-parse', 'HEAD');
  const tag = ask(folder, 'describe', '--tags', '--abbrev=0', 'HEAD^');
  if (tag !== undefined) return { commit: tag, what: `the tag ${tag}` };
  const upstream = ask(folder, 'merge-base', 'HEAD', '@{upstream}') ?? ask(folder, 'merge-base', 'HEAD', 'origin/HEAD');
  if (upstream !== undefined && upstream !== head)
    return { commit: upstream, what: `${upstream.slice(0, 8)}, where this branch left its upstream` };
  const locked = ask(folder, 'log', '-1', '--format=%H', '--', 'docket.lock');
  if (locked === undefined || locked === head)
    return {
      skipped: 'no tag, nothing ahead of the upstream, and no commit after the last one that touched docket.lock',
    };
  if (isCutOff(folder, locked))
    return { skipped: 'the clone is shallow and ends at the commit that touched docket.lock' };
  return { commit: locked, what: `${locked.slice(0, 8)}, the last commit that touched docket.lock` };
}

/** A shallow clone shows every file as added by its oldest commit. */
function isCutOff(folder: string, commit: string): boolean {
  return (
    ask(folder, 'rev-parse', '--is-shallow-repository') === 'true' &&
    ask(folder, 'rev-parse', '--verify', '--quiet', `${commit}^`) === undefined
  );
}

/** What git answers in one line; undefined where it has no answer. */
function ask(folder: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  const said = stdout?.trim();
  return status === 0 && said ? said : undefined;
}

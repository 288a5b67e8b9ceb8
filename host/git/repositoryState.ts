/**
 * The state of a repository in which facts of it hold: the commit checked out, tags, remotes, how far back the history goes. Whoever
 * keeps a result that asked for facts keeps the state with it.
 */
import { digest } from '../cache/cache.ts';
import { git } from './git.ts';

/** A text that is another one when HEAD, a tag or a remote changed. */
export function stateOf(root: string): string {
  const asked = [
    ['rev-parse', '--is-shallow-repository', 'HEAD'],
    ['show-ref', '--tags'],
    ['remote', '-v'],
  ];
  return digest(asked.map(args => git(root, args).out.toString('utf8')).join('\n'));
}

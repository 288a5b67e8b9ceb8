/**
 * Our part of a shell script that git runs as a hook. It is at the top, where no `exit` or `exec` of the rest keeps it from being
 * reached. Texts here are bytes, one a character, since a foreign script may be in any encoding.
 */
import { withMarked, withoutMarked } from './marked.ts';

export const HOOKS = ['pre-commit', 'commit-msg', 'prepare-commit-msg'] as const;

export type Hook = (typeof HOOKS)[number];

/** The script that our part calls, in the folder of the hooks. */
export const SCRIPT = 'docket-hook.sh';

/** A script that has our part already gets the present one. */
export function withBlock(script: string, hook: Hook): string {
  const foreign = withoutMarked(script);
  return withMarked(foreign, HEAD.exec(foreign)?.[0].length ?? 0, [
    `sh "\${0%/*}/${SCRIPT}" ${hook} "$@" || [ $? -ne 1 ] || exit 1`,
  ]);
}

/** Lines that come first: which shell it is, and for husky up to version 8 the one that runs the script a second time. */
const HEAD = /^(?:#!.*(?:\n|$))?(?:(?:[ \t]*\n)*\. .*husky\.sh.*(?:\n|$))?/;

const SHELL = /^#![ \t]*\S*\/(?:env[ \t]+(?:-\S+[ \t]+)*)?(?:\S*\/)?(?:ba|da|z|k|a)?sh(?:\.exe)?(?=\s|$)/;

/** A hook without a first line is run by the shell. */
export function isShellScript(script: string): boolean {
  return !script.includes('\0') && (!script.startsWith('#!') || SHELL.test(script));
}

/**
 * What installing and uninstalling do to the files where hooks are kept. A foreign shell script takes our part in; anything else that
 * git runs there is kept beside under another name and called by ours.
 */
import type { Plan } from '../../engine/base/plan.ts';
import { HOOKS, type Hook, isShellScript, SCRIPT, withBlock } from './block.ts';
import { LEFTHOOK_SCRIPTS, withJobs } from './lefthook.ts';
import { deleted, type HookFiles, hookMoved, program, written } from './hookPlan.ts';
import { hasMarked, withoutMarked } from './marked.ts';

/** What belongs where. */
interface HookPlace {
  /** `pre-commit` is the tool of that name, whose configuration is written by hand. */
  readonly by: 'git' | 'husky' | 'lefthook' | 'pre-commit';
  /** The folder of the hooks; of lefthook and pre-commit, their configuration. */
  readonly file: string;
}

/** `script`: the text of `docket-hook.sh`. Undefined where a person has to do it. */
export function installing({ by, file }: HookPlace, files: HookFiles, script: string): Plan | undefined {
  if (by === 'pre-commit') return undefined;
  if (by !== 'lefthook')
    return [
      program(`${file}/${SCRIPT}`, script, files),
      ...HOOKS.flatMap(hook => installingHook(hook, file, by, files)),
    ];
  const config = /\.ya?ml$/.test(file) ? withJobs(files(file)?.text ?? '') : undefined;
  if (config === undefined) return undefined;
  return [program(`${LEFTHOOK_SCRIPTS}/${SCRIPT}`, script, files), written(file, config, files)];
}

function installingHook(hook: Hook, folder: string, by: HookPlace['by'], files: HookFiles): Plan {
  const file = `${folder}/${hook}`;
  const present = files(file);
  if (present === undefined) return [program(file, withBlock(OWN, hook), files)];
  const { text, isExecutable } = present;
  // Husky hands its scripts to the shell, whatever their permissions.
  const takesIn = text !== undefined && (hasMarked(text) || (isShellScript(text) && (isExecutable || by === 'husky')));
  if (takesIn) return [written(file, withBlock(text, hook), files)];
  return [hookMoved(file, `${file}${KEPT}`), program(file, withBlock(calling(hook), hook), () => undefined)];
}

const OWN = '#!/bin/sh\n# Written by docket hook install; other commands may follow.\n';
const KEPT = '.before-docket';

/** A hook that git did not run is not run now either. */
function calling(hook: Hook): string {
  const file = `"\${0%/*}/${hook}${KEPT}"`;
  return `#!/bin/sh\n# The hook that was here before docket hook install:\n[ ! -x ${file} ] || exec ${file} "$@"\n`;
}

/** The plan that takes the hooks away and puts back what was there before. */
export function uninstalling({ by, file }: HookPlace, files: HookFiles): Plan {
  if (by === 'pre-commit') return [];
  const folder = by === 'lefthook' ? LEFTHOOK_SCRIPTS : file;
  const steps =
    by === 'lefthook' ? withoutJobs(file, files) : HOOKS.flatMap(hook => uninstallingHook(hook, file, files));
  return files(`${folder}/${SCRIPT}`) === undefined ? steps : [...steps, deleted(`${folder}/${SCRIPT}`, files)];
}

function withoutJobs(file: string, files: HookFiles): Plan {
  const text = files(file)?.text ?? '';
  return hasMarked(text) ? [written(file, withoutMarked(text), files)] : [];
}

function uninstallingHook(hook: Hook, folder: string, files: HookFiles): Plan {
  const file = `${folder}/${hook}`;
  const text = files(file)?.text;
  if (text === undefined || !hasMarked(text)) return [];
  const rest = withoutMarked(text);
  if (rest === OWN) return [deleted(file, files)];
  if (rest !== calling(hook) || files(`${file}${KEPT}`) === undefined) return [written(file, rest, files)];
  return [deleted(file, files), hookMoved(`${file}${KEPT}`, file)];
}

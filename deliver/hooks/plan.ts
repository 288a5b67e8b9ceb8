/**
 * What installing and uninstalling do to the files where hooks are kept. A foreign shell script takes our part in; anything else that
 * git runs there is kept beside under another name and called by ours.
 */
import { HOOKS, type Hook, isShellScript, SCRIPT, withBlock } from './block.ts';
import { LEFTHOOK_SCRIPTS, withJobs } from './lefthook.ts';
import { hasMarked, withoutMarked } from './marked.ts';

export interface HookFile {
  /** Bytes, one a character; undefined for what is no file of its own, such as a link. */
  readonly text: string | undefined;
  readonly isExecutable: boolean;
}

/** Files by their names from the top of the working tree, or absolute. */
export type HookFiles = (file: string) => HookFile | undefined;

export type Step =
  /** `isPlain`: nobody runs it. */
  | { readonly does: 'create' | 'update'; readonly file: string; readonly text: string; readonly isPlain?: true }
  | { readonly does: 'keep' | 'remove'; readonly file: string }
  | { readonly does: 'move'; readonly file: string; readonly to: string };

/** What belongs where. */
export interface Place {
  /** `pre-commit` is the tool of that name, whose configuration is written by hand. */
  readonly by: 'git' | 'husky' | 'lefthook' | 'pre-commit';
  /** The folder of the hooks; of lefthook and pre-commit, their configuration. */
  readonly file: string;
}

/** `script`: the text of `docket-hook.sh`. Undefined where a person has to do it. */
export function installing({ by, file }: Place, files: HookFiles, script: string): readonly Step[] | undefined {
  if (by === 'pre-commit') return undefined;
  if (by !== 'lefthook') return [written(`${file}/${SCRIPT}`, script, files), ...HOOKS.flatMap(hook => installingHook(hook, file, by, files))];
  const config = /\.ya?ml$/.test(file) ? withJobs(files(file)?.text ?? '') : undefined;
  if (config === undefined) return undefined;
  return [written(`${LEFTHOOK_SCRIPTS}/${SCRIPT}`, script, files), written(file, config, files)];
}

function installingHook(hook: Hook, folder: string, by: Place['by'], files: HookFiles): readonly Step[] {
  const file = `${folder}/${hook}`;
  const present = files(file);
  if (present === undefined) return [written(file, withBlock(OWN, hook), files)];
  const { text, isExecutable } = present;
  // Husky hands its scripts to the shell, whatever their permissions.
  const takesIn = text !== undefined && (hasMarked(text) || (isShellScript(text) && (isExecutable || by === 'husky')));
  if (takesIn) return [written(file, withBlock(text, hook), files)];
  return [
    { does: 'move', file, to: `${file}${KEPT}` },
    { does: 'create', file, text: withBlock(calling(hook), hook) },
  ];
}

function written(file: string, text: string, files: HookFiles): Step {
  const present = files(file);
  if (present?.text === text) return { does: 'keep', file };
  return { does: present === undefined ? 'create' : 'update', file, text };
}

const OWN = '#!/bin/sh\n# Written by docket hook install; other commands may follow.\n';
const KEPT = '.before-docket';

/** A hook that git did not run is not run now either. */
function calling(hook: Hook): string {
  const file = `"\${0%/*}/${hook}${KEPT}"`;
  return `#!/bin/sh\n# The hook that was here before docket hook install:\n[ ! -x ${file} ] || exec ${file} "$@"\n`;
}

export function uninstalling({ by, file }: Place, files: HookFiles): readonly Step[] {
  if (by === 'pre-commit') return [];
  const folder = by === 'lefthook' ? LEFTHOOK_SCRIPTS : file;
  const steps = by === 'lefthook' ? withoutJobs(file, files) : HOOKS.flatMap(hook => uninstallingHook(hook, file, files));
  return files(`${folder}/${SCRIPT}`) === undefined ? steps : [...steps, { does: 'remove', file: `${folder}/${SCRIPT}` }];
}

function withoutJobs(file: string, files: HookFiles): readonly Step[] {
  const text = files(file)?.text ?? '';
  return hasMarked(text) ? [{ does: 'update', file, text: withoutMarked(text) }] : [];
}

function uninstallingHook(hook: Hook, folder: string, files: HookFiles): readonly Step[] {
  const file = `${folder}/${hook}`;
  const text = files(file)?.text;
  if (text === undefined || !hasMarked(text)) return [];
  const rest = withoutMarked(text);
  if (rest === OWN) return [{ does: 'remove', file }];
  if (rest !== calling(hook) || files(`${file}${KEPT}`) === undefined) return [{ does: 'update', file, text: rest }];
  return [
    { does: 'remove', file },
    { does: 'move', file: `${file}${KEPT}`, to: file },
  ];
}

/** `docket hook install | uninstall | status`, and `hook run`, which the installed hooks call. */
import { fileURLToPath } from 'node:url';
import { HOOKS, hasBlock, type Hook, type Program, withBlock, withoutBlock } from '../../deliver/hooks/block.ts';
import { hooksFolder, hookText, moveHook, projectFolder, writeHook } from '../../host/hooks/folder.ts';
import { HostError } from '../../host/hostError.ts';
import { rootOf } from '../../host/root.ts';
import type { Command, Context, ExitCode } from '../command.ts';

export const hook: Command = {
  arguments: [
    { name: '<what>', says: { zh: 'install、uninstall、status，或 run', en: 'install, uninstall, status, or run' } },
    { name: '[args...]', says: { zh: 'run 之后：钩子名和 git 给它的参数', en: 'after run: the hook, and what git hands it' } },
  ],
  options: [{ flags: '--dry-run', says: { zh: '只显示，不写文件', en: 'show it and write nothing' } }],

  async run(context, [what = '', ...args], options): Promise<ExitCode> {
    if (what === 'run') return (await import('../hookRun.ts')).runHook(context, args);
    const work = { install, uninstall, status }[what];
    if (work === undefined)
      throw new HostError({
        zh: `hook ${what}：请写 install、uninstall、status 或 run。`,
        en: `hook ${what}: write install, uninstall, status or run.`,
      });
    const root = rootOf(context.cwd);
    const folder = await hooksFolder(root);
    for (const name of HOOKS) work({ context, folder, name, root, dry: options['dryRun'] === true });
    return 0;
  },
};

interface Work {
  readonly context: Context;
  readonly folder: string;
  readonly name: Hook;
  readonly root: string;
  readonly dry: boolean;
}

/** Behind the name of a hook that is no shell script, and is called by ours. */
const KEPT = '.before-docket';

function programFor(root: string): Program {
  const cli = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../docket.ts' : './cli.js', import.meta.url));
  return { node: process.execPath, cli, project: projectFolder(root) };
}

function install({ context, folder, name, root, dry }: Work): void {
  const existing = hookText(folder, name);
  const program = programFor(root);
  const foreign = withBlock(existing, name, program) === undefined;
  const own = withBlock(foreign ? undefined : existing, name, program) ?? '';
  const text = foreign ? `${own}"$(dirname "$0")/${name}${KEPT}" "$@"\n` : own;
  if (!dry && text !== existing) {
    if (foreign) moveHook(folder, name, name + KEPT);
    writeHook(folder, name, text);
  }
  context.out(`${text === existing ? '=' : '+'} ${folder}/${name}\n`);
}

function uninstall({ context, folder, name, dry }: Work): void {
  const existing = hookText(folder, name);
  if (existing === undefined || !hasBlock(existing)) return;
  const kept = hookText(folder, name + KEPT);
  if (!dry) {
    writeHook(folder, name, kept === undefined ? withoutBlock(existing) : undefined);
    if (kept !== undefined) moveHook(folder, name + KEPT, name);
  }
  context.out(`- ${folder}/${name}\n`);
}

function status({ context, folder, name }: Work): void {
  context.out(`${hasBlock(hookText(folder, name) ?? '') ? '✓' : '✗'} ${folder}/${name}\n`);
}

/** `docket hook install | uninstall | status`, and `docket hook run`, which the installed hooks call. */
import { askAheadOfStaged } from '../../host/changes/askedAhead.ts';
import { HostError } from '../../host/hostError.ts';
import type { Command, ExitCode } from '../command.ts';
import { DRY_RUN, PLAN_FORMAT } from '../plans/options.ts';

export const hook: Command = {
  arguments: [
    {
      name: '<what>',
      says: {
        zh: 'install（已装好时返回 1，npm 的 prepare 写 docket hook install || true）、uninstall、status，或 run',
        en: 'install (exit 1 when it is done already: in the prepare script of npm write docket hook install || true), uninstall, status, or run',
      },
    },
    {
      name: '[args...]',
      says: { zh: 'run 之后：钩子名和 git 给它的参数', en: 'after run: the hook, and what git hands it' },
    },
  ],
  options: [DRY_RUN, PLAN_FORMAT],

  async run(context, [what = '', ...args], options): Promise<ExitCode> {
    if (what === 'run') {
      const opensTheChange = args[0] === 'pre-commit' || args[0] === 'commit-msg';
      const ahead = opensTheChange ? askAheadOfStaged(context.cwd) : undefined;
      const { runHook } = await import('../hooks/run.ts');
      await ahead;
      return runHook(context, args);
    }
    const { install, uninstall, status } = await import('../hooks/install.ts');
    const work = new Map(Object.entries({ install, uninstall, status })).get(what);
    if (work === undefined)
      throw new HostError({
        zh: `hook ${what}：请写 install、uninstall、status 或 run。`,
        en: `hook ${what}: write install, uninstall, status or run.`,
      });
    return work(context, options);
  },
};

/** `docket completion SHELL`: a script that completes commands, options and their values, written from the table of commands. */
import { HostError } from '../../host/hostError.ts';
import type { Command, ExitCode, Option } from '../command.ts';
import { bash } from '../completion/bash.ts';
import { fish } from '../completion/fish.ts';
import { powershell } from '../completion/powershell.ts';
import type { Completed, Flag } from '../completion/completed.ts';
import { zsh } from '../completion/zsh.ts';
import { globalOptions } from '../words/help.ts';

const SHELLS: Readonly<Record<string, (table: Completed) => string>> = { bash, zsh, fish, powershell };

export const completion: Command = {
  arguments: [{ name: '<shell>', says: { zh: 'bash、zsh、fish 或 powershell', en: 'bash, zsh, fish or powershell' } }],
  options: [],

  async run({ out, commands, language = 'zh' }, [shell = '']): Promise<ExitCode> {
    const write = SHELLS[shell];
    const names = Object.keys(SHELLS);
    if (write === undefined) {
      throw new HostError({
        zh: `不支持 ${shell} 的补全：可选 ${names.join('、')}。`,
        en: `No completion for ${shell}: there is ${names.join(', ')}.`,
      });
    }
    const loaded = await Promise.all(
      commands.map(async ({ name, says, load }) => ({ name, says: says[language], command: await load() })),
    );
    const flag = (option: Option) => flagOf(option, language);
    const table = loaded.map(({ name, says, command }) => ({
      name,
      says,
      flags: [...command.options, ...globalOptions].map(flag),
      words: name === 'completion' ? names : [],
    }));
    out(write({ commands: table, globals: globalOptions.map(flag) }));
    return 0;
  },
};

/** `--format <name>` → the flag, and whether a value follows. */
function flagOf({ flags, says, choices = [] }: Option, language: 'zh' | 'en'): Flag {
  const name = /--[\w-]+/.exec(flags)?.[0] ?? flags;
  const value = /<(\w+)>/.exec(flags)?.[1];
  const takes = value === undefined ? 'nothing' : choices.length > 0 ? 'choice' : value === 'dir' ? 'folder' : 'file';
  return { name, says: says[language], takes, choices };
}

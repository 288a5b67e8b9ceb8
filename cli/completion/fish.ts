/** For ~/.config/fish/completions/docket.fish. */
import type { Completed, Flag } from './completed.ts';

/** The completion script for fish. */
export function fish({ commands, globals }: Completed): string {
  const names = commands.map(({ name }) => name).join(' ');
  const none = `-n 'not __fish_seen_subcommand_from ${names}'`;
  const lines = [
    '# fish completion for docket',
    ...commands.map(({ name, says }) => `complete -c docket -f ${none} -a ${name} -d ${quoted(says)}`),
    ...globals.map(flag => option(none, flag)),
    ...commands.flatMap(({ name, flags, words }) => {
      const here = `-n '__fish_seen_subcommand_from ${name}'`;
      return [
        ...flags.map(flag => option(here, flag)),
        ...(words.length > 0 ? [`complete -c docket -f ${here} -a '${words.join(' ')}'`] : []),
      ];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

const VALUES: Readonly<Record<Flag['takes'], string>> = {
  nothing: '',
  choice: ' -x',
  folder: " -x -a '(__fish_complete_directories)'",
  file: ' -r',
};

function option(condition: string, { name, says, takes, choices }: Flag): string {
  const value = takes === 'choice' ? ` -x -a '${choices.join(' ')}'` : VALUES[takes];
  return `complete -c docket ${condition} -l ${name.slice(2)}${value} -d ${quoted(says)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

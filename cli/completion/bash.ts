/** For ~/.bashrc: `source <(docket completion bash)`. */
import { type Completed, type Flag, valued } from './completed.ts';

/** The completion script for bash. */
export function bash(table: Completed): string {
  const { commands, globals } = table;
  return `# bash completion for docket
_docket() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= skip= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ -n $skip ]]; then skip=; continue; fi
    case $word in
      ${valued(table).join('|')}) skip=1 ;;
      -*) ;;
      *) command=$word; break ;;
    esac
  done
  case "$command $prev" in
${commands.flatMap(({ name, flags }) => flags.flatMap(flag => value(name, flag))).join('')}${globals.flatMap(flag => value('', flag)).join('')}  esac
  case $command in
    '') COMPREPLY=($(compgen -W '${[...commands.map(({ name }) => name), ...globals.map(({ name }) => name), '--help', '--version'].join(' ')}' -- "$cur")) ;;
${commands.map(command => ofCommand(command.name, command)).join('')}  esac
}
complete -o filenames -F _docket docket
`;
}

function value(command: string, { name, takes, choices }: Flag): readonly string[] {
  if (takes === 'nothing') return [];
  const made =
    takes === 'choice'
      ? `COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$cur"))`
      : `COMPREPLY=($(compgen -${takes === 'folder' ? 'd' : 'f'} -- "$cur"))`;
  return [`    '${command} ${name}') ${made}; return ;;\n`];
}

/** Flags where one is begun, the command's own words where it has some, else files. */
function ofCommand(name: string, { flags, words }: Pick<Completed['commands'][number], 'flags' | 'words'>): string {
  const flagged = `[[ $cur == -* ]] && COMPREPLY=($(compgen -W '${[...flags.map(flag => flag.name), '--help'].join(' ')}' -- "$cur"))`;
  const rest =
    words.length > 0
      ? `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur"))`
      : 'COMPREPLY=($(compgen -f -- "$cur"))';
  return `    ${name}) ${flagged} || ${rest} ;;\n`;
}

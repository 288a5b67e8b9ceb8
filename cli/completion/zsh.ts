/** For ~/.zshrc: `source <(docket completion zsh)`. */
import type { Completed, Flag } from './completed.ts';

/** The completion script for zsh. */
export function zsh({ commands, globals }: Completed): string {
  return `#compdef docket
# zsh completion for docket
_docket() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C \\
${globals.map(flag => `    ${argument(flag)} \\\n`).join('')}    '1:command:->command' \\
    '*::argument:->argument'
  case $state in
    command)
      local -a commands=(
${commands.map(({ name, says }) => `        ${quoted(`${name}:${says}`)}\n`).join('')}      )
      _describe command commands ;;
    argument)
      case $words[1] in
${commands.map(({ name, flags, words }) => ofCommand(name, flags, words)).join('')}      esac ;;
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _docket "$@"; else compdef _docket docket; fi
`;
}

function ofCommand(name: string, flags: readonly Flag[], words: readonly string[]): string {
  const rest = words.length > 0 ? `'*:argument:(${words.join(' ')})'` : "'*:file:_files'";
  return `        ${name}) _arguments ${[...flags.map(argument), rest].join(' ')} ;;\n`;
}

const ACTIONS: Readonly<Record<Flag['takes'], string>> = {
  nothing: '',
  choice: '',
  folder: ':folder:_files -/',
  file: ':file:_files',
};

function argument({ name, says, takes, choices }: Flag): string {
  const action = takes === 'choice' ? `:value:(${choices.join(' ')})` : ACTIONS[takes];
  return quoted(`${name}${takes === 'nothing' ? '' : '='}[${says.replace(/[[\]\\]/g, '\\$&')}]${action}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Our part of a git hook: put in, taken out, the rest of the file as it was. */
export const HOOKS = ['pre-commit', 'commit-msg', 'prepare-commit-msg'] as const;

export type Hook = (typeof HOOKS)[number];

/** Where the program and its Node were when the hook was installed; a graphical git may have no PATH to find them by. */
export interface Program {
  readonly node: string;
  readonly cli: string;
  /** The project's folder from the top of the working tree, where git runs hooks: `.` for the top itself. */
  readonly project: string;
}

const BEGIN = '# >>> docket >>>';
const END = '# <<< docket <<<';
const SHEBANG = '#!/bin/sh\n';

/** Undefined for a hook that is no shell script: a block in it would be no part of its language. */
export function withBlock(existing: string | undefined, hook: Hook, program: Program): string | undefined {
  const foreign = existing === undefined ? SHEBANG : (withoutBlock(existing) ?? SHEBANG);
  if (!/^#!.*\b(?:ba|da|z|k)?sh\b/.test(foreign)) return undefined;
  const first = foreign.indexOf('\n') + 1 || foreign.length;
  return `${foreign.slice(0, first)}${blockOf(hook, program)}${foreign.slice(first)}`;
}

/** Undefined where nothing but ours was in it. */
export function withoutBlock(text: string): string | undefined {
  const [start, end] = [text.indexOf(`${BEGIN}\n`), text.indexOf(`${END}\n`)];
  if (start === -1 || end < start) return text;
  const rest = text.slice(0, start) + text.slice(end + END.length + 1);
  return rest === SHEBANG ? undefined : rest;
}

export function hasBlock(text: string): boolean {
  return text.includes(`${BEGIN}\n`);
}

/** What cannot be found must not lock anybody out of committing, but is said. */
function blockOf(hook: Hook, { node, cli, project }: Program): string {
  return [
    BEGIN,
    `docket_node=${quoted(node)}`,
    `docket_cli=${quoted(cli)}`,
    '[ -f node_modules/docket/dist/cli.js ] && docket_cli=node_modules/docket/dist/cli.js',
    '[ -x "$docket_node" ] || docket_node=$(command -v node || true)',
    'if [ -n "$docket_node" ] && [ -f "$docket_cli" ]; then',
    `  "$docket_node" "$docket_cli" --cwd ${quoted(project)} hook run ${hook} "$@" || exit 1`,
    'else',
    "  echo 'docket: 找不到程序，这次提交没有检查；请重新运行 docket hook install。Not found, this commit was not checked: run docket hook install again.' >&2",
    'fi',
    END,
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** What a command of the command line is. One file a command under `commands/`. */
import type { Language, Words } from '../engine/session/types.ts';

/** A command with its arguments and options, loaded when it is run. */
export interface Command {
  /** `[PATH…]`: as printed in the help; a name in brackets may be left out, `…` takes several. */
  readonly arguments?: readonly { readonly name: string; readonly says: Words }[];
  readonly options: readonly Option[];
  /** Prints through the context; resolves to the exit code. */
  run(context: Context, args: readonly string[], options: Options): Promise<ExitCode> | ExitCode;
}

/** An option of a command, with its words in both languages. */
export interface Option {
  /** `--format <name>`, `--fix` */
  readonly flags: string;
  readonly says: Words;
  readonly choices?: readonly string[];
  readonly default?: string;
}

export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** 0 nothing at or above the fail level, 1 findings, 2 could not run. */
export type ExitCode = 0 | 1 | 2;

/** What a command is told of the run, and where it prints. */
export interface Context {
  readonly cwd: string;
  /** The language asked for, by `--lang` or the environment; without one, the project's own. */
  readonly language: Language | undefined;
  /** `--as-of`, or the present. */
  readonly asOf: string;
  readonly color: boolean;
  /** Columns of the terminal; undefined when the output goes elsewhere, where lines are as long as they are. */
  readonly width: number | undefined;
  readonly quiet: boolean;
  /** Every command of the program, for completion and help. */
  readonly commands: readonly Listed[];
  out(text: string): void;
  /** Progress and complaints; nothing is printed with `--quiet` unless it is the reason of exit 2. */
  err(text: string): void;
}

/** A command before it is loaded: what the help of the whole program needs. */
export interface Listed {
  readonly name: string;
  readonly says: Words;
  load(): Promise<Command>;
}

/** Commands that belong together, under one title of the help. */
export interface CommandGroup {
  readonly title: Words;
  readonly commands: readonly Listed[];
}

/** Text options; undefined when not given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** What a shell needs to know to complete a command line. */
export interface Completed {
  readonly commands: readonly {
    readonly name: string;
    readonly says: string;
    readonly flags: readonly Flag[];
    readonly words: readonly string[];
  }[];
  readonly globals: readonly Flag[];
}

/** An option as a shell completes it. */
export interface Flag {
  /** `--format` */
  readonly name: string;
  readonly says: string;
  readonly takes: 'nothing' | 'choice' | 'folder' | 'file';
  readonly choices: readonly string[];
}

/** Flags with a value, each once: what follows one of them is the value. */
export function valued({ commands, globals }: Completed): readonly string[] {
  const flags = [...globals, ...commands.flatMap(command => command.flags)].filter(({ takes }) => takes !== 'nothing');
  return [...new Set(flags.map(({ name }) => name))];
}

/** What a host could not do, said so that one line tells a person what, why and what next. Faces print it and exit 2. */
import type { Words } from '../engine/base/words.ts';

/** What a host could not do: what was attempted, why not, and what to do, in both languages. */
export class HostError extends Error {
  readonly says: Words;

  constructor(says: Words, cause?: unknown) {
    super(says.en, { cause });
    this.says = says;
  }
}

/** The first line of an error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? error.name) : String(error);
}

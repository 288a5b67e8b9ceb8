/** A change of one file as git shows it. */
import { createTwoFilesPatch } from 'diff';

export interface ChangedFile {
  readonly path: string;
  /** Undefined when the file is new. */
  readonly before: string | undefined;
  readonly after: string;
}

export function patchOf({ path, before, after }: ChangedFile): string {
  const lines = createTwoFilesPatch(before === undefined ? '/dev/null' : `a/${path}`, `b/${path}`, before ?? '', after);
  return lines.replace(/^=+\n/, '').replace(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2');
}

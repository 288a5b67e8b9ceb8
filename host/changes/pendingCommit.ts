/** The commit that is being made, as far as it is known. */
import type { Author, ChangedFile, Commit } from '../../engine/workspace/changeSet.ts';
import { messageIn } from './commitMessageFile.ts';

/** The commit that is being made, as far as it is known. */
export interface Making {
  readonly author: Author;
  /** The instant it is judged at, RFC 3339 with offset. */
  readonly asOf: string;
  /** The file its message is written in, as git hands it to a hook; left out while there is no message. */
  readonly messageFile?: string | undefined;
}

/** `folder`: where the settings of git hold by which the message is read. */
export function commitInMaking(
  folder: string,
  { author, asOf, messageFile }: Making,
  parents: number,
  files: readonly ChangedFile[],
): Commit {
  const message = messageFile === undefined ? '' : messageIn(folder, messageFile);
  return { hash: undefined, message, author, at: asOf, parents, files: parents > 1 ? [] : files };
}

/** The plan of one file of hooks. Foreign scripts may be in any encoding, so their texts are bytes, one a character. */
import type { FilePlan } from '../../engine/base/plan.ts';
import { asPath } from '../../engine/base/text.ts';

interface HookFile {
  /** Bytes, one a character; undefined for what is no file of its own, such as a link. */
  readonly text: string | undefined;
  readonly isExecutable: boolean;
}

/** Files by their names from the top of the working tree, or absolute. */
export type HookFiles = (file: string) => HookFile | undefined;

/** The plan that writes a hook file; its bytes are kept as latin1 text. */
export function written(file: string, text: string, files: HookFiles): FilePlan {
  const before = files(file)?.text;
  return { path: asPath(file), before: before === undefined ? undefined : bytesIn(before), after: bytesIn(text) };
}

/** A script that is run where it is new. */
export function program(file: string, text: string, files: HookFiles): FilePlan {
  return { ...written(file, text, files), isProgram: true };
}

/** The plan that deletes a hook file. */
export function deleted(file: string, files: HookFiles): FilePlan {
  return { path: asPath(file), before: bytesIn(files(file)?.text ?? ''), after: undefined };
}

/** A file, or a link, under another name. */
export function hookMoved(from: string, to: string): FilePlan {
  return { path: asPath(to), from: asPath(from), before: undefined, after: undefined };
}

function bytesIn(text: string): Uint8Array {
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
}

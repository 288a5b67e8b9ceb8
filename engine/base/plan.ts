/**
 * A plan: the files a command would write, before and after. Every writer makes one (fixes, new documents, ledgers,
 * reports, hooks, set-up). A face shows it, a host writes it file by file, an editor turns it into its own edits.
 *
 * Invariant: a plan records what each file held when the plan was made, so that a file that has changed since is not
 * overwritten.
 */
import type { Path, TextEdit } from './text.ts';

/** The content of a file: text (UTF-8), or bytes where the file may have another encoding. */
export type Content = string | Uint8Array;

/** One file of a plan: its content before and after. */
export interface FilePlan {
  /** Relative to the folder of the plan. Hooks may lie outside it; their paths are absolute. */
  readonly path: Path;
  /** The content of the file now; undefined when there is no file. */
  readonly before: Content | undefined;
  /** The content it gets; undefined when the file is deleted. */
  readonly after: Content | undefined;
  /** The file or link that is renamed to `path`, with any content; `before` and `after` are undefined then. */
  readonly from?: Path;
  /** The new file is executable. An existing file keeps its permissions. */
  readonly isProgram?: true;
}

/** Files in the order in which they are written. */
export type Plan = readonly FilePlan[];

/** What carrying out a plan does to one file. */
export type Action = 'create' | 'change' | 'delete' | 'rename' | 'keep';

/** What a plan does to a file. A file whose content stays the same is kept. */
export function actionOf({ before, after, from }: FilePlan): Action {
  if (from !== undefined) return 'rename';
  if (before === undefined) return after === undefined ? 'keep' : 'create';
  if (after === undefined) return 'delete';
  return sameContent(before, after) ? 'keep' : 'change';
}

/** Whether a plan would leave every file as it is. */
export function isEmptyPlan(plan: Plan): boolean {
  return plan.every(file => actionOf(file) === 'keep');
}

/** The plan of a file whose text gets these edits. */
export function editing(path: Path, before: string, edits: readonly TextEdit[]): FilePlan {
  return { path, before, after: applied(before, edits) };
}

/** The text after its edits. Where two edits overlap, the first one by offset is made and the other is left out. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let done = 0;
  for (const { span, text: insert } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < done) continue;
    out += text.slice(done, span.start) + insert;
    done = span.end;
  }
  return out + text.slice(done);
}

/** Whether two contents are the same, byte for byte. */
export function sameContent(a: Content, b: Content): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  const [left, right] = [bytesOf(a), bytesOf(b)];
  return left.length === right.length && left.every((byte, n) => byte === right[n]);
}

/** The bytes of a content; text is encoded as UTF-8. */
export function bytesOf(content: Content): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/**
 * A plan: what becomes of files. Every writer makes one (fixes, new documents, ledgers, reports, hooks, set-up); a face shows it, a host
 * carries it out file by file, an editor turns it into edits of its own.
 *
 * Invariant: a plan says what each file held when it was made, so that a file that has changed since is left alone.
 */
import type { Path, TextEdit } from './text.ts';

/** What a file holds: text in UTF-8, or bytes where a file may be in any encoding. */
export type Content = string | Uint8Array;

export interface FilePlan {
  /** From the folder that the plan is about. Hooks may lie elsewhere; their paths are absolute. */
  readonly path: Path;
  /** What the file holds; undefined where there is none. */
  readonly before: Content | undefined;
  /** What it is to hold; undefined where it is to be deleted. */
  readonly after: Content | undefined;
  /** The file, or link, that is renamed to `path`, whatever it holds; `before` and `after` are undefined then. */
  readonly from?: Path;
  /** A new file is one to run. A file that is there keeps its permissions. */
  readonly isProgram?: true;
}

/** Carried out in this order. */
export type Plan = readonly FilePlan[];

export type Action = 'create' | 'change' | 'delete' | 'rename' | 'keep';

export function actionOf({ before, after, from }: FilePlan): Action {
  if (from !== undefined) return 'rename';
  if (before === undefined) return after === undefined ? 'keep' : 'create';
  if (after === undefined) return 'delete';
  return sameContent(before, after) ? 'keep' : 'change';
}

/** Whether a plan would leave every file as it is. */
export function isEmpty(plan: Plan): boolean {
  return plan.every(file => actionOf(file) === 'keep');
}

/** A text and its edits as the plan of a file. */
export function editing(path: Path, before: string, edits: readonly TextEdit[]): FilePlan {
  return { path, before, after: applied(before, edits) };
}

/** The text after its edits. Of edits that overlap the first is made. */
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

export function bytesOf(content: Content): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

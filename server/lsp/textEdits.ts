// Two texts → the least edits that lead from one to the other, so that cursors and folds stay where they are.
import { diffLines } from 'diff';
import type { TextEdit } from '../../engine/session/types.ts';

/** Edits of `before`, in its order, that make it `after`. */
export function textEdits(before: string, after: string): readonly TextEdit[] {
  return lineEdits(before, after).map(edit => withoutSame(before, edit));
}

/** Lines that differ, those that follow each other as one. */
function lineEdits(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let open: TextEdit | undefined;
  for (const { value, added, removed } of diffLines(before, after)) {
    if (!added && !removed) {
      if (open) edits.push(open);
      open = undefined;
      at += value.length;
      continue;
    }
    const span = { start: open?.span.start ?? at, end: removed ? at + value.length : at };
    open = { span, text: (open?.text ?? '') + (added ? value : '') };
    if (removed) at += value.length;
  }
  return open ? [...edits, open] : edits;
}

/** What both begin with and end with stays. A letter of two code units, or a line end of two, is not taken apart. */
function withoutSame(before: string, { span, text }: TextEdit): TextEdit {
  const old = before.slice(span.start, span.end);
  const shorter = Math.min(old.length, text.length);
  let head = 0;
  while (head < shorter && old[head] === text[head]) head++;
  if (isInside(old, head) || isInside(text, head)) head--;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  if (isInside(old, old.length - tail) || isInside(text, text.length - tail)) tail--;
  return { span: { start: span.start + head, end: span.end - tail }, text: text.slice(head, text.length - tail) };
}

/** Between the two halves of a letter beyond the basic plane, or between CR and LF. */
function isInside(text: string, at: number): boolean {
  return /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)$/.test(text.slice(at - 1, at + 1));
}

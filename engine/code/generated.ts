/** Whether a program wrote a source file, by what its head says: comments are not asked for in a file that the next run writes over. */
import type { Source } from './source.ts';

const HEAD = 2000;

const MARK = new RegExp(
  [
    '@generated\\b',
    '<auto-?generated',
    'DO NOT (?:EDIT|MODIFY)\\b',
    '[Tt]his (?:file|code|class) (?:is|was|has been) (?:auto-?|automatically )?generated\\b',
    '[Cc]ode generated (?:by|from)\\b',
    '[Aa]uto-?generated (?:by|code|file|from)\\b',
    '自动生成.{0,30}(?:请勿|切勿|不要|勿)',
  ].join('|'),
  's',
);

/** A mark counts in a comment, before the code it is about. */
export function saysGenerated({ text, comments }: Source): boolean {
  if (!MARK.test(text.slice(0, HEAD))) return false;
  return comments.some(({ span }) => span.start < HEAD && MARK.test(text.slice(span.start, Math.min(span.end, HEAD))));
}

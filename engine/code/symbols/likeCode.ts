/**
 * Texts that no person writes: hundreds of brackets open at once, or `a<a<a<…`. A parser fails on some of them or takes minutes, so
 * such a text is not parsed at all. Its tokens alone decide, so every face decides alike.
 */
import { Sort, type Tokens } from '../lexer/tokens.ts';

/** In 10,876 files that people wrote, the deepest nesting measured is 16. */
const MOST_OPEN = 250;
const MOST_ANGLES = 250;
/** Characters of a regular expression. `[/[/[/…` is one without an end, and a parser tries every end there could be. */
const LONGEST_PATTERN = 5_000;

/** Characters. The time of a parser on a text made to stall it grows with the square of its length. */
const LARGEST_PARSED = 500_000;

/**
 * Whether a text is longer, opens more brackets at once, has more angle brackets open within one statement, or a longer
 * regular expression, than people write.
 */
export function isUnlikeCode(text: string, { count, sorts, starts, ends }: Tokens): boolean {
  if (text.length > LARGEST_PARSED) return true;
  let open = 0;
  let angles = 0;
  for (let n = 0; n < count; n++) {
    if (sorts[n] === Sort.line) angles = 0;
    const first = text.charAt(starts[n] ?? 0);
    const length = (ends[n] ?? 0) - (starts[n] ?? 0);
    if (sorts[n] === Sort.string && first === '/' && length > LONGEST_PATTERN) return true;
    if (sorts[n] !== Sort.symbol) continue;
    const isOne = length === 1;
    if ('([{'.includes(first)) open += 1;
    else if (')]}'.includes(first)) open = Math.max(0, open - 1);
    if (';{}'.includes(first)) angles = 0;
    // `<<` is no bracket, and `</a>` closes one.
    else if (first === '<' && isOne) angles += text.charAt(ends[n] ?? 0) === '<' ? -1 : 1;
    else if (text.charAt((ends[n] ?? 0) - 1) === '>') angles = Math.max(0, angles - 1);
    if (open > MOST_OPEN || angles > MOST_ANGLES) return true;
  }
  return false;
}

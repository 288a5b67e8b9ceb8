/** How many columns of a terminal a text takes; a tab takes none. */
import fastStringWidth from 'fast-string-width';

/** Each letter one column wide, and nothing that a terminal reads as a command. */
const PLAIN = /^[ -~]*$/;

/** Chinese letters take two columns. */
export function textWidth(text: string): number {
  return PLAIN.test(text) ? text.length : fastStringWidth(text, { tabWidth: 0 });
}

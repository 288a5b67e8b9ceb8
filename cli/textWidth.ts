/** How many columns of a terminal a text takes; a tab takes none. */
import fastStringWidth from 'fast-string-width';

export function textWidth(text: string): number {
  return fastStringWidth(text, { tabWidth: 0 });
}

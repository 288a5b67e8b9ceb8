/** Fixes several rules offer. */
import type { Words } from '../base/words.ts';
import type { EntryPage, Fix } from './rule.ts';

/** Puts a value in the place of another: in the frontmatter by its name, in a table by the cell. */
export function setValue(page: Pick<EntryPage, 'entry' | 'normalised' | 'document' | 'at'>, pointer: string, value: unknown, safe: boolean): Fix {
  const title: Words = { zh: `改为 ${String(value)}`, en: `Change to ${String(value)}` };
  const place = page.normalised.places.get(pointer);
  const inTable = page.entry.row !== undefined || (place !== undefined && place.span.start >= page.document.head.end);
  if (inTable) return { title, safe, edits: [{ do: 'replace', at: page.at(pointer), text: String(value) }] };
  return { title, safe, edits: [{ do: 'set', path: page.entry.path, pointer, value }] };
}

/** Fixes several rules offer. */
import type { Words } from '../base/words.ts';
import type { EntryPage, Fix } from './rule.ts';

/** Puts a value in the place of another, whether the record is a file or a row. */
export function setValue(page: Pick<EntryPage, 'at'>, pointer: string, value: unknown, safe: boolean): Fix {
  const title: Words = { zh: `改为 ${String(value)}`, en: `Change to ${String(value)}` };
  return { title, safe, edits: [{ do: 'set', at: page.at(pointer), value }] };
}

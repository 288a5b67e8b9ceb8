/** Fixes that several rules offer. */
import type { Words } from '../base/words.ts';
import type { EntryPage, Fix } from './rule.ts';

/** Replaces a value of a record, in a file or in a row of a journal. */
export function setValue(page: Pick<EntryPage, 'at'>, pointer: string, value: unknown, safe: boolean): Fix {
  const title: Words = { zh: `改为 ${String(value)}`, en: `Change to ${String(value)}` };
  return { title, safe, edits: [{ do: 'set', at: page.at(pointer), value }] };
}

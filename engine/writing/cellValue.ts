/** Writes a value as a table cell, in the names the table uses: `rolled_back` becomes 已回退 in a Chinese table. */
import type { Words } from '../base/words.ts';
import type { Table } from '../documents/document.ts';
import type { Field, Kind } from '../model/kinds/kinds.ts';

/** The names a table uses: Chinese labels, English labels, or English keys. */
export type Vocabulary = 'zh' | 'en' | 'key';

/** The vocabulary of most headers of a table; Chinese when no header is known. `named` gives the field of a header. */
export function vocabularyOf(
  table: Table,
  named: (header: string) => { readonly key: string; readonly label: Words } | undefined,
): Vocabulary {
  const counts: Record<Vocabulary, number> = { zh: 0, en: 0, key: 0 };
  for (const { text } of table.header) {
    const known = named(text);
    if (known === undefined) continue;
    if (text === known.key) counts.key++;
    else if (/[a-z]/i.test(text) && !/[\u4e00-\u9fff]/.test(text) && text !== known.label.zh) counts.en++;
    else counts.zh++;
  }
  if (counts.key > counts.zh && counts.key > counts.en) return 'key';
  return counts.en > counts.zh ? 'en' : 'zh';
}

/** The text of a cell for a value; undefined when a cell cannot hold it: a map of several parts, a list of maps. */
export function cellValueOf(
  field: Field,
  value: unknown,
  kind: Kind | undefined,
  words: Vocabulary,
): string | undefined {
  if (Array.isArray(value))
    return value.every(isPlain) ? value.map(String).join(words === 'en' ? ', ' : '、') : undefined;
  if (typeof value === 'boolean') return words === 'zh' ? (value ? '是' : '否') : String(value);
  if (!isPlain(value)) return partOf(field, value);
  const label = field.key === 'status' ? kind?.states.get(String(value))?.label : field.enum?.values.get(String(value));
  return label === undefined || words === 'key' ? String(value) : label[words];
}

/** A map with one required part is written as that part, which is how it is read. */
function partOf({ fields }: Field, value: unknown): string | undefined {
  const entries = Object.entries(value as Record<string, unknown>);
  const [[key, part] = ['', undefined]] = entries;
  return entries.length === 1 && key === requiredPart(fields) && isPlain(part) ? String(part) : undefined;
}

/**
 * The key of the first required field of a map; undefined when no field is required. A cell with one text is the value of
 * that field.
 */
export function requiredPart(fields: Field['fields']): string | undefined {
  return [...(fields?.byKey.values() ?? [])].find(({ required }) => required)?.key;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

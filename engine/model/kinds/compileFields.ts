/** Field data → `Field`, with every name a person may write for it. */
import type { Words } from '../../base/words.ts';
import type { Enumeration, Field, Fields, FieldType } from './kinds.ts';
import type { Raw } from '../../../docs-schema/raw.ts';

/** A map of fields as written → fields by key, and their keys by every folded name. `enums` are the lists that a field may name. */
export function compileFields(raw: Raw, enums: Raw): Fields {
  const byKey = new Map<string, Field>();
  const named = new Map<string, string>();
  for (const [key, data] of Object.entries(raw)) {
    const field = compileField(key, data as Raw, enums);
    byKey.set(key, field);
  }
  for (const field of byKey.values())
    for (const name of namesOf(field)) if (!named.has(name)) named.set(name, field.key);
  for (const key of byKey.keys()) named.set(fold(key), key);
  return { byKey, named };
}

/** One field; of a list or a map with what is inside. */
function compileField(key: string, data: Raw, enums: Raw): Field {
  const type = typeOf(data);
  return {
    key,
    label: labelOf(data, key),
    aliases: writtenList(data['aliases']),
    type,
    required: data['required'] === true,
    requiredFrom: writtenText(data['required_from']),
    requiredIf: data['required_if'] as Raw | undefined,
    rule: writtenText(data['rule']),
    derived: writtenText(data['derived']),
    default: data['default'],
    defaultFrom: writtenText(data['default_from']),
    enum: data['enum'] === undefined ? undefined : compileEnum(data['enum'], enums),
    fields: innerFields(data, enums),
    of: innerOf(key, type, data, enums),
    table: tableOf(data['table']),
    to: writtenList(data['to']),
    relation: writtenText(data['relation']),
    pattern: writtenText(data['pattern']),
    min: numberOf(data['min']),
    max: numberOf(data['max']),
    itemsMin: numberOf(data['items_min']),
    meaning: data['meaning'] === true,
    spares: writtenList(data['spares']),
    answeredBy: writtenText(data['answered_by']),
    script: data['script'] === true,
    lasts: data['lasts'] === true,
    byId: data['by_id'] as Field['byId'],
    bands: data['bands'] as Field['bands'],
    ...settingOf(data),
  };
}

/** What only settings of docket.yml have. */
function settingOf(data: Raw): Partial<Field> {
  const { form, short, off, unread, means, clause, each } = data;
  const takesKinds = each === 'kind' || data['enum'] === 'owed';
  return Object.fromEntries(
    Object.entries({ form, short, off, unread, means, clause, takesKinds: takesKinds || undefined }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

/** `each: severity` has a field for every value of that list, of the form that `of` gives. */
function innerFields(data: Raw, enums: Raw): Fields | undefined {
  const { each, fields } = data;
  if (each === undefined) return fields ? compileFields(fields as Raw, enums) : undefined;
  const of = data['of'] as Raw;
  const names = Object.entries(enums[String(each)] as Readonly<Record<string, Raw>>);
  const own = Object.fromEntries(names.map(([key, { zh, en, aliases }]) => [key, { ...of, zh, en, aliases }]));
  return compileFields({ ...own, ...(fields as Raw | undefined) }, enums);
}

function innerOf(key: string, type: FieldType, data: Raw, enums: Raw): Field | undefined {
  if (type === 'list') return compileField(key, (data['of'] as Raw | undefined) ?? { type: 'any' }, enums);
  const isOpen = data['of'] !== undefined && (data['each'] === undefined || data['each'] === 'kind');
  return isOpen ? compileField(key, data['of'] as Raw, enums) : undefined;
}

function typeOf(data: Raw): FieldType {
  if (data['type'] !== undefined) return data['type'] as FieldType;
  if (data['enum'] !== undefined) return 'enum';
  return data['fields'] === undefined && data['each'] === undefined ? 'text' : 'map';
}

function tableOf(table: unknown): Field['table'] {
  if (table === undefined) return undefined;
  if (typeof table === 'string') return new Map([[table, {}]]);
  if (Array.isArray(table)) return new Map(table.map(key => [String(key), {}]));
  return new Map(Object.entries(table as Record<string, Raw | null>).map(([key, constants]) => [key, constants ?? {}]));
}

/** A list of values: a name of one in `enums`, or the values themselves. */
export function compileEnum(source: unknown, enums: Raw): Enumeration {
  const name = typeof source === 'string' ? source : '';
  const raw = (typeof source === 'string' ? (enums[source] as Raw | undefined) : (source as Raw)) ?? {};
  const values = new Map<string, Words>();
  const named = new Map<string, string>();
  const code = new Map<string, string>();
  for (const [key, data] of Object.entries(raw)) {
    const label = labelOf(data as Raw, key);
    values.set(key, label);
    const group = writtenText((data as Raw)['code']);
    if (group !== undefined) code.set(key, group);
    for (const word of [label.zh, label.en, ...writtenList((data as Raw)['aliases'])])
      if (!named.has(fold(word))) named.set(fold(word), key);
  }
  for (const key of values.keys()) named.set(fold(key), key);
  return { name, values, named, code };
}

/** The label in both languages; a language without one has the key. */
export function labelOf(data: Raw, key: string): Words {
  const label = (data['label'] as Raw | undefined) ?? data;
  return { zh: writtenText(label['zh']) ?? key, en: writtenText(label['en']) ?? key };
}

/** How labels are compared: without case, spaces and the marks people vary. */
export function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_\-（）()【】[\]、，,。.：:/*`]/g, '');
}

function namesOf(field: Field): readonly string[] {
  return [field.key, field.label.zh, field.label.en, ...field.aliases].map(fold);
}

/** Texts of a list, of one value, or of nothing. */
export function writtenList(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** A value as text; undefined when there is none. */
export function writtenText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

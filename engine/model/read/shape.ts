/**
 * Keeps only values of the type that their field declares, so that the types generated from the kinds are true. A value
 * of another type (a map in place of a text) is left out here; the rule `doc/schema` reads the data as written and
 * reports it.
 */
import type { Data } from '../entry.ts';
import type { Field, Fields } from '../kinds/kinds.ts';

/** The data without values of a wrong type; the same object when every value fits. */
export function shaped(fields: Fields, data: Data): Data {
  let fitting: Record<string, unknown> | undefined;
  for (const key of Object.keys(data)) {
    const field = fields.byKey.get(key);
    if (field === undefined) continue;
    const value = shapedValue(field, data[key]);
    if (value === data[key]) continue;
    fitting ??= { ...data };
    if (value === undefined) delete fitting[key];
    else fitting[key] = value;
  }
  return fitting ?? data;
}

function shapedValue(field: Field, value: unknown): unknown {
  switch (field.type) {
    case 'any':
      return value;
    case 'number':
    case 'integer':
      return typeof value === 'number' ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'list':
      return Array.isArray(value) ? shapedList(field, value) : undefined;
    case 'map':
    case 'links':
      return isMap(value) ? (field.fields ? shaped(field.fields, value) : value) : undefined;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}

/** Elements keep their index, because places use it: one that does not fit becomes an empty map or an empty text. */
function shapedList({ of }: Field, values: readonly unknown[]): readonly unknown[] {
  if (of === undefined) return values;
  const empty = of.fields ? {} : '';
  const fitting = values.map(value => shapedValue(of, value) ?? (of.type === 'any' ? value : empty));
  return fitting.every((value, n) => value === values[n]) ? values : fitting;
}

function isMap(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

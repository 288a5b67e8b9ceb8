/**
 * Times in table cells may be written without an offset; they then mean the time zone of the project. Later stages
 * always see full instants.
 */
import type { Field, Fields } from '../kinds/kinds.ts';

const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)$/;

/** Adds the offset (`+08:00`) to such times of `data`, in place. */
export function withOffsets(fields: Fields, data: Record<string, unknown>, offset: string): void {
  for (const [key, value] of Object.entries(data)) {
    const field = fields.byKey.get(key);
    if (field !== undefined) data[key] = withOffset(field, value, offset);
  }
}

function withOffset(field: Field, value: unknown, offset: string): unknown {
  if (Array.isArray(value) && field.of) return value.map(element => withOffset(field.of as Field, element, offset));
  if (field.fields && typeof value === 'object' && value !== null)
    withOffsets(field.fields, value as Record<string, unknown>, offset);
  if (field.type !== 'datetime' || typeof value !== 'string') return value;
  const [, day, time] = LOCAL.exec(value) ?? [];
  return day === undefined ? value : `${day}T${time}${(time ?? '').length === 5 ? ':00' : ''}${offset}`;
}

/** Times in table cells may leave out their offset: they are of the project's own. Everything behind this sees whole moments. */
import type { Field, Fields } from '../kinds/kinds.ts';

const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)$/;

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

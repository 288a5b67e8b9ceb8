/** Fills in defaults and derived values of data, however deep; what was typed stays. */
import type { Data } from './entry.ts';
import { type DeriveFrom, derivations } from './derive.ts';
import type { Field, Fields } from './kinds.ts';

export function complete(fields: Fields, data: Record<string, unknown>, from: DeriveFrom): void {
  for (const field of fields.byKey.values()) {
    if (!Object.hasOwn(data, field.key)) fill(field, data, from);
    completeWithin(field, data[field.key], from);
  }
}

function fill(field: Field, data: Record<string, unknown>, from: DeriveFrom): void {
  const value = derivedValue(field, { ...from, data }) ?? field.default ?? (field.defaultFrom ? data[field.defaultFrom] : undefined);
  if (value !== undefined) data[field.key] = value;
}

/** What a derived field would be, were it left out. */
export function derivedValue(field: Field, from: DeriveFrom): unknown {
  return field.derived === undefined ? undefined : derivations[field.derived]?.(from);
}

function completeWithin(field: Field, value: unknown, from: DeriveFrom): void {
  if (field.of?.fields && Array.isArray(value)) for (const row of value) if (isData(row)) complete(field.of.fields, row, from);
  if (field.fields && isData(value)) complete(field.fields, value, from);
}

function isData(value: unknown): value is Data & Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

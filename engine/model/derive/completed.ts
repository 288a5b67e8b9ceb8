/**
 * Fills in derived values and defaults at every depth; values that were typed stay. A derived value may depend on
 * another (the day of a test report on its last case), so derivation repeats until it gives nothing new.
 */
import type { Data } from '../entry.ts';
import { derivations } from './derivations.ts';
import type { DeriveFrom } from './from.ts';
import type { Field, Fields } from '../kinds/kinds.ts';

/** Fills in missing values of `data` in place. */
export function complete(fields: Fields, data: Record<string, unknown>, from: DeriveFrom): void {
  for (const field of fields.byKey.values()) completeWithin(field, data[field.key], from);
  derive(fields, data, from);
  for (const field of fields.byKey.values()) fillDefault(field, data);
  derive(fields, data, from);
}

function derive(fields: Fields, data: Record<string, unknown>, from: DeriveFrom): void {
  for (let found = true; found; ) {
    found = false;
    for (const field of fields.byKey.values()) {
      if (field.derived === undefined || Object.hasOwn(data, field.key)) continue;
      const value = derivedValue(field, { ...from, data });
      if (value === undefined) continue;
      data[field.key] = value;
      found = true;
    }
  }
}

function fillDefault(field: Field, data: Record<string, unknown>): void {
  if (Object.hasOwn(data, field.key)) return;
  const value = field.default ?? (field.defaultFrom ? data[field.defaultFrom] : undefined);
  if (value !== undefined) data[field.key] = value;
}

/** The value that a derived field would have without a typed one; undefined when nothing gives it. */
function derivedValue(field: Field, from: DeriveFrom): unknown {
  return field.derived === undefined ? undefined : derivations[field.derived]?.(from, field);
}

function completeWithin(field: Field, value: unknown, from: DeriveFrom): void {
  if (field.of?.fields && Array.isArray(value))
    for (const row of value) if (isData(row)) complete(field.of.fields, row, from);
  if (field.fields && isData(value)) complete(field.fields, value, from);
}

function isData(value: unknown): value is Data & Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

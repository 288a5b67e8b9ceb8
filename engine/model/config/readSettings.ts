/**
 * The data of docket.yml, by English keys → typed settings, and every value that is not understood.
 *
 * Invariant: what comes out has the type generated from the description, whatever was written. A value that is not understood
 * counts as the strictest reading where the description names one, as the nearest choice where there is one, else as its default;
 * in the last case its pointer is in `unread`, so that nothing is judged by a number that nobody wrote.
 */
import type { Settings } from '../../../docs-schema/generated/settings.ts';
import { closest } from '../../base/closest.ts';
import { fold } from '../kinds/compileFields.ts';
import type { Data } from '../entry.ts';
import { day, forms } from './settingForms.ts';
import type { Field, Fields } from '../kinds/kinds.ts';
import type { Note } from '../read/normalise.ts';

/** A value at its place that its field does not allow. */
export interface SettingFault {
  readonly pointer: string;
  readonly field: Field;
  readonly value: unknown;
  /** The choice it counts as, out of those there are. */
  readonly near: string | undefined;
}

export interface ReadSettings {
  readonly settings: Settings;
  readonly faults: readonly SettingFault[];
  /** Pointers of what was written and is not known now. */
  readonly unread: readonly string[];
}

interface Into {
  readonly faults: SettingFault[];
  readonly unread: string[];
}

export function readSettings(fields: Fields, data: Data, notes: readonly Note[]): ReadSettings {
  const lost = notes
    .filter(({ code, key }) => code === 'unknown-field' && key === undefined)
    .map(({ pointer }) => pointer);
  const into: Into = { faults: [], unread: lost };
  const settings: Record<string, unknown> = {};
  for (const field of fields.byKey.values()) {
    const read = readField(field, data[field.key], `/${field.key}`, into);
    settings[field.key] =
      read ??
      (field.type === 'map' ? readMap(field, {}, `/${field.key}`, into) : field.type === 'list' ? [] : undefined);
  }
  return { settings: settings as unknown as Settings, ...into };
}

/** Undefined stands for what is not written. */
function readField(field: Field, value: unknown, pointer: string, into: Into): unknown {
  if (value === undefined || value === null) return field.default;
  if (field.type === 'list')
    return Array.isArray(value) ? readList(field, value, pointer, into) : lost(field, value, pointer, into);
  if (field.type === 'map') return readMapValue(field, value, pointer, into);
  const read = readScalar(field, value);
  return read === undefined ? lost(field, value, pointer, into) : read;
}

function readMapValue(field: Field, value: unknown, pointer: string, into: Into): unknown {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return readMap(field, value as Data, pointer, into);
  if (value === false && field.off) return false;
  return lost(field, value, pointer, into);
}

function readMap({ fields, of }: Field, data: Data, pointer: string, into: Into): Data {
  const read: Record<string, unknown> = {};
  for (const field of fields?.byKey.values() ?? []) {
    const value = readField(field, data[field.key], `${pointer}/${field.key}`, into);
    if (value !== undefined) read[field.key] = value;
  }
  const others =
    of === undefined ? [] : Object.keys(data).filter(key => !fields?.byKey.has(key) && !key.startsWith('x-'));
  for (const key of others) {
    const value = readField(of as Field, data[key], `${pointer}/${key}`, into);
    if (value !== undefined)
      Object.defineProperty(read, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return read;
}

/** What cannot be read is left out of a list; a map in it keeps its other keys. */
function readList({ of, label }: Field, values: readonly unknown[], pointer: string, into: Into): readonly unknown[] {
  if (of === undefined) return values;
  const each = { ...of, label };
  return values.flatMap((value, n) => {
    const read = value === null ? undefined : readField(each, value, `${pointer}/${n}`, into);
    return read === undefined ? [] : [read];
  });
}

function readScalar(field: Field, value: unknown): unknown {
  const { form, type, pattern } = field;
  if (form !== undefined) return within(field, forms[form].read(value));
  if (typeof value === 'object') return undefined;
  if (field.enum) return field.enum.values.has(String(value)) || fits(pattern, value) ? String(value) : undefined;
  if (type === 'date') return day.read(value);
  if (type === 'boolean') return booleanOf(value);
  if (type === 'number' || type === 'integer') return within(field, numberOf(value));
  return typeof value === 'string' && (pattern === undefined || fits(pattern, value)) ? value : undefined;
}

function fits(pattern: string | undefined, value: unknown): boolean {
  return pattern !== undefined && new RegExp(pattern).test(String(value));
}

function within({ type, min, max }: Field, value: unknown): unknown {
  if (typeof value !== 'number') return value;
  const fitting =
    (min === undefined || min <= value) &&
    (max === undefined || value <= max) &&
    (type !== 'integer' || Number.isInteger(value));
  return fitting ? value : undefined;
}

/** `"9"` is a number that somebody quoted. */
function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return /^\d{1,9}(\.\d{1,4})?$/.test(String(value).trim()) ? Number(value) : undefined;
}

/** Chinese and YAML 1.1 words for true and false. */
function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (/^(?:是|yes|on|true)$/i.test(String(value))) return true;
  return /^(?:否|no|off|false)$/i.test(String(value)) ? false : undefined;
}

function lost(field: Field, value: unknown, pointer: string, { faults, unread }: Into): unknown {
  const near = nearestChoice(field, value);
  faults.push({ pointer, field, value, near });
  const counts = field.unread ?? near;
  if (counts === undefined) unread.push(pointer);
  return counts ?? field.default;
}

/** The choice whose key or label is closest to what was written. */
function nearestChoice(field: Field, value: unknown): string | undefined {
  if (field.enum === undefined || typeof value !== 'string' || value.length < 3) return undefined;
  const near = closest(
    fold(value),
    [...field.enum.named.keys()].filter(name => name.length > 2),
  );
  return near === undefined ? undefined : field.enum.named.get(near);
}

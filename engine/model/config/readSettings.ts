/**
 * The data of docket.yml, by English keys → typed settings, and every value that is not understood.
 *
 * Invariant: what comes out has the type generated from the description, whatever was written. A value that is not understood
 * counts as the choice it is a slip of, else as the strictest reading where the description names one (a duty: as its parts),
 * else as not written. Only a slip is certain: every other pointer is in `unread`, and `rules/config/dependents.ts` says what waits.
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
  /** The choice it is a slip of, out of those there are. */
  readonly near: string | undefined;
  /** What it counts as until it is corrected; undefined when it counts as not written. */
  readonly counts: string | number | boolean | Data | undefined;
}

/** Typed settings, and what was not understood of them. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly faults: readonly SettingFault[];
  /** Pointers of what was written and is not known now, whatever it counts as. */
  readonly unread: readonly string[];
}

interface Into {
  readonly faults: SettingFault[];
  readonly unread: string[];
}

/** Reads every field of the description out of `data` (by English keys). `notes` are the names that were odd: an unknown one is in `unread`. */
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

/** Undefined means: not written. */
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
function readList(
  { of, label }: Field,
  values: readonly unknown[],
  pointer: string,
  into: Into,
): readonly unknown[] | undefined {
  if (of === undefined) return values;
  const each = { ...of, label };
  const list = values.flatMap((value, n) => {
    const read = value === null ? undefined : readField(each, value, `${pointer}/${n}`, into);
    return read === undefined ? [] : [read];
  });
  // Of documents, and of hours, nothing that can be read is not the same as none.
  return list.length === 0 && values.length > 0 ? undefined : list;
}

/** What a single value means as this setting; undefined when it is not understood. A list or a map of settings has none. */
export function readScalar(field: Field, value: unknown): unknown {
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

/** `"9"` is a number in quotes. */
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
  const counts = near ?? field.unread ?? strictestOf(field);
  faults.push({ pointer, field, value, near, counts });
  if (near === undefined) unread.push(pointer);
  return counts ?? field.default;
}

/**
 * A duty of which nothing can be read is on, with what its parts count as; where it comes from is not made up. Undefined where nothing
 * tells which part was meant: the periods of assessments, the reports that are due.
 */
function strictestOf({ type, of, fields }: Field): Data | undefined {
  const parts = [...(fields?.byKey.values() ?? [])];
  const isKnown = parts.every(
    part => !part.required && part.type !== 'map' && !(part.default === false && part.unread === true),
  );
  if (type !== 'map' || of !== undefined || !isKnown) return undefined;
  const counts = parts.flatMap(({ key, unread }) =>
    unread === undefined || key === 'source' ? [] : [[key, unread] as const],
  );
  return counts.length === 0 ? undefined : Object.fromEntries(counts);
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

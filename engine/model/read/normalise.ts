/**
 * Turns YAML or table cells into data by English keys, with the place of every value. Labels and aliases are accepted
 * for keys and enum values. Scalars are read by the type of their field (`1.10` of a text field stays `1.10`).
 */
import type { Span } from '../../base/text.ts';
import type { Cell, YamlMap, YamlNode } from '../../documents/document.ts';
import { fold } from '../kinds/compileFields.ts';
import type { Field, Fields } from '../kinds/kinds.ts';

/** The spans of a value and of its key. */
export interface PairSpans {
  readonly span: Span;
  readonly keySpan: Span;
}

/** A remark about a name as written: an unknown field, a field written twice, or an alias. */
export interface Note {
  readonly code: 'unknown-field' | 'twice' | 'alias';
  readonly pointer: string;
  /** The name as written. */
  readonly name: string;
  /** The key that is meant, when it is known. */
  readonly key: string | undefined;
  readonly span: Span;
}

/** Data by English key, the place of each value by its pointer, and remarks about names. */
export interface Normalised {
  readonly data: Record<string, unknown>;
  readonly places: Map<string, PairSpans>;
  readonly notes: Note[];
}

/** Gives the key that an unknown name is read as, among the free keys; undefined to leave it unknown. */
type Guess = (name: string, fields: Fields, isFree: (key: string) => boolean) => string | undefined;

interface Into extends Normalised {
  readonly guess: Guess | undefined;
}

/** Normalises a YAML map. Never throws: a value of the wrong type is kept as written, for the schema to report. */
export function normalise(fields: Fields, map: YamlMap, guess?: Guess): Normalised {
  const into: Into = { data: {}, places: new Map(), notes: [], guess };
  readMap(fields, undefined, map, '', into.data, into);
  return { data: into.data, places: into.places, notes: into.notes };
}

/** `others` is the field of keys that have none of their own. A name with neither gets a remark. */
function readMap(
  fields: Fields,
  others: Field | undefined,
  map: YamlMap,
  at: string,
  data: Record<string, unknown>,
  into: Into,
): void {
  const written = new Set(map.pairs.map(({ key }) => fields.named.get(fold(key))));
  for (const { key: name, keySpan, value } of map.pairs) {
    const named = fields.named.get(fold(name));
    const isUnknown = named === undefined && !name.startsWith('x-');
    const guessed = isUnknown
      ? into.guess?.(name, fields, key => !written.has(key) && !Object.hasOwn(data, key))
      : undefined;
    const key = named ?? guessed;
    const pointer = `${at}/${key ?? name}`;
    if (isUnknown && others === undefined) {
      into.notes.push({ code: 'unknown-field', pointer: `${at}/${name}`, name, key, span: keySpan });
    }
    if (guessed !== undefined) {
      into.places.set(`${at}/${name}`, { span: value.span, keySpan });
      if (others !== undefined) define(data, name, readNode(others, value, `${at}/${name}`, into));
    }
    if (named !== undefined && key !== name) into.notes.push({ code: 'alias', pointer, name, key, span: keySpan });
    if (key !== undefined && Object.hasOwn(data, key)) {
      into.notes.push({ code: 'twice', pointer, name, key, span: keySpan });
      continue;
    }
    into.places.set(pointer, { span: value.span, keySpan });
    const field = key === undefined ? (name.startsWith('x-') ? undefined : others) : fields.byKey.get(key);
    const read = field ? readNode(field, value, pointer, into) : placed(value, pointer, into);
    if (read !== undefined && read !== null) define(data, key ?? name, read);
  }
}

/** `__proto__` in a document is an ordinary key. */
function define(data: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(data, key, { value, enumerable: true, writable: true, configurable: true });
}

const NO_FIELDS: Fields = { byKey: new Map(), named: new Map() };

function readNode(field: Field, node: YamlNode, at: string, into: Into): unknown {
  if (field.type === 'list') return readList(field, node, at, into);
  if (node.sort === 'map' && (field.fields || field.of)) {
    const data: Record<string, unknown> = {};
    readMap(field.fields ?? NO_FIELDS, field.of, node, at, data, into);
    return data;
  }
  if (
    field.short !== undefined &&
    field.fields &&
    node.sort === 'scalar' &&
    node.value !== null &&
    typeof node.value !== 'boolean'
  ) {
    into.places.set(`${at}/${field.short}`, { span: node.span, keySpan: node.span });
    return {
      [field.short]: readNode(field.fields.byKey.get(field.short) as Field, node, `${at}/${field.short}`, into),
    };
  }
  if (node.sort !== 'scalar') return placed(node, at, into);
  return node.value === null ? undefined : readScalar(field, node.value, node.raw);
}

/** A single value in place of a list is read as a list of one. */
function readList(field: Field, node: YamlNode, at: string, into: Into): unknown {
  const { of } = field;
  if (of === undefined) return placed(node, at, into);
  if (node.sort === 'scalar' && node.value === null) return undefined;
  const items = node.sort === 'list' ? node.items : [node];
  return items.map((item, n) => {
    const pointer = `${at}/${n}`;
    into.places.set(pointer, { span: item.span, keySpan: item.span });
    return readNode(of, item, pointer, into) ?? null;
  });
}

const WRITTEN = new Set<Field['type']>([
  'text',
  'date',
  'datetime',
  'ref',
  'person',
  'system',
  'module',
  'path',
  'glob',
  'sha256',
  'version',
  'kind',
  'state',
]);

function readScalar(field: Field, value: unknown, raw: string): unknown {
  if (field.form !== undefined) return raw.trim();
  if (field.type === 'enum') return field.enum?.named.get(fold(raw)) ?? raw;
  return WRITTEN.has(field.type) ? raw : value;
}

/**
 * The value of a table cell by the type of its field; undefined for an empty cell or a dash. `/` is a value (a volume);
 * `\|` is a bar.
 */
export function readCell(field: Field, cell: Cell): unknown {
  const text = cell.text
    .replace(/^`(.*)`$/, '$1')
    .replaceAll('\\|', '|')
    .trim();
  if (text === '' || /^[-—–]+$/.test(text)) return undefined;
  switch (field.type) {
    case 'number':
    case 'integer': {
      const digits = text.replace(/[,，%％\s]/g, '');
      return /^[-+]?\d+(\.\d+)?$/.test(digits) ? Number(digits) : text;
    }
    case 'boolean':
      return /^(是|有|✔|√|true|yes)$/i.test(text) ? true : /^(否|无|✘|×|false|no)$/i.test(text) ? false : text;
    case 'list':
      return splitIds(text).map(part => (field.of ? readCell(field.of, { text: part, span: cell.span }) : part));
    case 'ref':
      return splitIds(text)[0];
    default:
      return readScalar(field, text, text);
  }
}

/** The parts of a list in one text, without link brackets: `[[WX-2026-0003]]、WX-2026-0004` → both identifiers. */
export function splitIds(text: string): readonly string[] {
  return text
    .replace(/!?\[\[([^\]|#]+)[^\]]*\]\]/g, '$1')
    .split(/[、,，;；\s]+/)
    .filter(part => part !== '');
}

/** Values without a field have places too, so that a finding about a setting is placed at its line. */
function placed(node: YamlNode, at: string, into: Normalised): unknown {
  notePlaces(node, at, into);
  return plain(node);
}

function notePlaces(node: YamlNode, at: string, into: Normalised): void {
  if (node.sort === 'scalar') return;
  const parts =
    node.sort === 'map' ? node.pairs : node.items.map((value, n) => ({ key: String(n), keySpan: value.span, value }));
  for (const { key, keySpan, value } of parts) {
    into.places.set(`${at}/${key}`, { span: value.span, keySpan });
    notePlaces(value, `${at}/${key}`, into);
  }
}

/** YAML as plain data, for values without a field. */
function plain(node: YamlNode): unknown {
  if (node.sort === 'scalar') return node.value;
  if (node.sort === 'list') return node.items.map(plain);
  const data: Record<string, unknown> = {};
  for (const { key, value } of node.pairs) define(data, key, plain(value));
  return data;
}

/** Walks data by its fields and gives every leaf with its pointer, and the references among them. */
import { BARE_ID } from '../../documents/body.ts';
import type { Data } from '../entry.ts';
import type { Catalogue, Field, Fields } from '../kinds/kinds.ts';

/** A value that is neither a list nor a map, with its field. */
interface Leaf {
  readonly pointer: string;
  readonly field: Field;
  readonly value: unknown;
}

/** Several rules walk the same data in turn, so the last walks are kept; older ones would only use memory. */
const walked = new Map<Data, readonly Leaf[]>();
const KEPT = 16;

/** All leaves of some data. The result is kept, so `data` must not change afterwards. */
export function leavesOf(fields: Fields, data: Data): readonly Leaf[] {
  const known = walked.get(data);
  if (known) return known;
  const leaves: Leaf[] = [];
  collect(fields, data, '', leaves);
  walked.set(data, leaves);
  for (const oldest of walked.keys()) {
    if (walked.size <= KEPT) break;
    walked.delete(oldest);
  }
  return leaves;
}

function collect(fields: Fields, data: Data, at: string, leaves: Leaf[]): void {
  for (const key of Object.keys(data)) {
    const field = fields.byKey.get(key);
    if (field !== undefined) collectField(field, data[key], `${at}/${key}`, leaves);
  }
}

function collectField(field: Field, value: unknown, pointer: string, leaves: Leaf[]): void {
  if (Array.isArray(value) && field.of) {
    const of = elementOf(field, field.of);
    value.forEach((element, n) => collectField(of, element, `${pointer}/${n}`, leaves));
  } else if (field.fields && typeof value === 'object' && value !== null)
    collect(field.fields, value as Data, pointer, leaves);
  else if (value !== undefined && value !== null) leaves.push({ pointer, field, value });
}

/** An element of a list has the key and relation of the list. */
function elementOf({ key, relation }: Field, of: Field): Field {
  return of.key === key && (of.relation !== undefined || relation === undefined)
    ? of
    : { ...of, relation: of.relation ?? relation, key };
}

/** An identifier in data that refers to a record or item. */
interface Reference {
  readonly pointer: string;
  readonly relation: string;
  readonly target: string;
  /** The kinds that the target may have; empty means any. */
  readonly to: readonly string[];
}

/** The references in `ref` fields, under `links:`, and in texts of fields with a relation. */
export function* referencesOf(
  fields: Fields,
  data: Data,
  { kindOfId }: Pick<Catalogue, 'kindOfId'>,
): Iterable<Reference> {
  for (const { pointer, field, value } of leavesOf(fields, data)) {
    if (typeof value !== 'string') continue;
    for (const target of targetsIn(field, value, kindOfId))
      yield { pointer, relation: field.relation ?? field.key, target, to: field.to };
  }
}

function targetsIn(field: Field, value: string, kindOfId: Catalogue['kindOfId']): readonly string[] {
  if (field.type === 'ref') return [value];
  return field.relation === undefined ? [] : idsIn(value).filter(id => kindOfId(id) !== undefined);
}

/**
 * All parts of a text with the form of an identifier: `QR-2026-001（§2）、XQ-2026-0001`. A full stop at the end is not
 * part of it.
 */
export function idsIn(text: string): readonly string[] {
  return [...text.matchAll(BARE_ID)].map(([id]) => id.replace(/\.+$/, ''));
}

/** Walks data along its fields: every leaf with its pointer, and among them what refers to something else. */
import { BARE_ID } from '../../documents/body.ts';
import type { Data } from '../entry.ts';
import type { Catalogue, Field, Fields } from '../kinds/kinds.ts';

export interface Leaf {
  readonly pointer: string;
  readonly field: Field;
  readonly value: unknown;
}

/** Several rules walk the same data one after the other; the last walks are kept, older ones would only fill the memory. */
const walked = new Map<Data, readonly Leaf[]>();
const KEPT = 16;

/** `data` must not change any more. */
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

/** An element of a list goes by the name and relation of the list. */
function elementOf({ key, relation }: Field, of: Field): Field {
  return of.key === key && (of.relation !== undefined || relation === undefined)
    ? of
    : { ...of, relation: of.relation ?? relation, key };
}

export interface Reference {
  readonly pointer: string;
  readonly relation: string;
  readonly target: string;
  /** Kinds the target may be of; empty means any. */
  readonly to: readonly string[];
}

/** References in `ref` fields, under `links:`, and in texts that say a relation. */
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

/** Everything in a text that has the form of an identifier: `QR-2026-001（§2）、XQ-2026-0001`. A full stop ends a sentence. */
export function idsIn(text: string): readonly string[] {
  return [...text.matchAll(BARE_ID)].map(([id]) => id.replace(/\.+$/, ''));
}

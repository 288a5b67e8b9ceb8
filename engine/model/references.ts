/** Walks data along its fields: every leaf with its pointer, and among them what refers to something else. */
import { BARE_ID } from '../documents/body.ts';
import type { Data } from './entry.ts';
import type { Catalogue, Field, Fields } from './kinds.ts';

export interface Leaf {
  readonly pointer: string;
  readonly field: Field;
  readonly value: unknown;
}

export function* leavesOf(fields: Fields, data: Data, at = ''): Iterable<Leaf> {
  for (const [key, value] of Object.entries(data)) {
    const field = fields.byKey.get(key);
    if (field !== undefined) yield* leavesOfField(field, value, `${at}/${key}`);
  }
}

function* leavesOfField(field: Field, value: unknown, pointer: string): Iterable<Leaf> {
  if (Array.isArray(value) && field.of) {
    for (const [n, element] of value.entries()) yield* leavesOfField({ ...field.of, relation: field.of.relation ?? field.relation, key: field.key }, element, `${pointer}/${n}`);
  } else if (field.fields && typeof value === 'object' && value !== null) {
    yield* leavesOf(field.fields, value as Data, pointer);
  } else if (value !== undefined && value !== null) yield { pointer, field, value };
}

export interface Reference {
  readonly pointer: string;
  readonly relation: string;
  readonly target: string;
  /** Kinds the target may be of; empty means any. */
  readonly to: readonly string[];
}

/** References in `ref` fields, under `links:`, and in texts that say a relation. */
export function* referencesOf(fields: Fields, data: Data, { kindOfId }: Pick<Catalogue, 'kindOfId'>): Iterable<Reference> {
  for (const { pointer, field, value } of leavesOf(fields, data)) {
    if (typeof value !== 'string') continue;
    for (const target of targetsIn(field, value, kindOfId)) yield { pointer, relation: field.relation ?? field.key, target, to: field.to };
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

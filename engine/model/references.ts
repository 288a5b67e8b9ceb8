/** Walks data along its fields: every leaf with its pointer, and among them what refers to something else. */
import type { Data } from './entry.ts';
import type { Field, Fields } from './kinds.ts';

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

/** References in `ref` fields and under `links:`. */
export function* referencesOf(fields: Fields, data: Data): Iterable<Reference> {
  for (const { pointer, field, value } of leavesOf(fields, data)) {
    if (field.type === 'ref' && typeof value === 'string') yield { pointer, relation: field.relation ?? field.key, target: value, to: field.to };
  }
}

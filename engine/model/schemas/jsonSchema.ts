/**
 * A kind as JSON Schema (draft-07): which values are allowed, by English key. Editors use it for documents; validators
 * compiled from it check normalised data. Which values a state requires is checked by rules.
 */
import type { Field, Fields, Kind } from '../kinds/kinds.ts';

/** A JSON Schema, draft-07. */
export type Schema = { readonly [keyword: string]: unknown };

/** The parts of a kind that a schema describes. */
export type Described = Pick<Kind, 'key' | 'label' | 'fields' | 'states'>;

/** The JSON Schema of a kind, with titles in both languages. */
export function schemaOf(kind: Described): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${kind.key}.schema.json`,
    title: `${kind.label.zh} ${kind.label.en}`,
    ...mapSchema(kind.fields, [...kind.states.keys()]),
  };
}

function mapSchema(fields: Fields, states: readonly string[]): Schema {
  const properties = [...fields.byKey.values()].map(
    field => [field.key, { ...fieldSchema(field, states), ...wordsOf(field) }] as const,
  );
  const required = [...fields.byKey.values()].filter(isAlwaysTyped).map(({ key }) => key);
  return { type: 'object', properties: Object.fromEntries(properties), ...(required.length > 0 ? { required } : {}) };
}

function isAlwaysTyped({ required, derived, default: otherwise, defaultFrom }: Field): boolean {
  return required && derived === undefined && otherwise === undefined && defaultFrom === undefined;
}

function wordsOf({ label }: Field): Schema {
  return { title: label.zh, description: label.en };
}

function fieldSchema(field: Field, states: readonly string[]): Schema {
  switch (field.type) {
    case 'any':
      return {};
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
    case 'integer':
      return { type: field.type, ...some({ minimum: field.min, maximum: field.max }) };
    case 'enum':
      return { enum: [...(field.enum?.values.keys() ?? [])] };
    case 'state':
      return states.length > 0 ? { enum: [...states] } : { type: 'string' };
    case 'list':
      return {
        type: 'array',
        items: field.of ? fieldSchema(field.of, states) : {},
        ...some({ minItems: field.itemsMin }),
      };
    case 'map':
    case 'links':
      return field.fields ? mapSchema(field.fields, states) : { type: 'object' };
    default:
      return { type: 'string', ...some({ pattern: field.pattern ?? PATTERNS[field.type] }) };
  }
}

/** The form of types that are written as text. Whether a day exists is checked by a rule. */
const PATTERNS: Readonly<Partial<Record<Field['type'], string>>> = {
  date: '^\\d{4}-\\d{2}-\\d{2}$',
  datetime: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})$',
  sha256: '^[0-9a-f]{64}$',
  version: '^V\\d+(\\.\\d+){0,3}$',
};

function some(keywords: Readonly<Record<string, unknown>>): Schema {
  return Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined));
}

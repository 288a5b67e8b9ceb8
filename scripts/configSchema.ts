/** JSON Schema of docket.yml for editors, from its description: keys and choices by every name they have. */
import type { Words } from '../engine/base/words.ts';
import { day, forms } from '../engine/model/config/settingForms.ts';
import type { Field, Fields } from '../engine/model/kinds/kinds.ts';
import type { Schema } from '../engine/model/schemas/jsonSchema.ts';

export function configSchema(fields: Fields): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'docket.schema.json',
    title: 'docket.yml',
    description: '随单的项目配置。The configuration of Docket.',
    ...mapSchema(fields, undefined, '#'),
  };
}

/** `at` is the JSON pointer of the schema that comes out, for the other names of a key to lead to. */
function mapSchema(fields: Fields | undefined, others: Field | undefined, at: string): Schema {
  const all = [...(fields?.byKey.values() ?? [])];
  const properties = Object.fromEntries(
    all.map(field => [field.key, described(field, `${at}/properties/${escaped(field.key)}`)]),
  );
  const names = all.flatMap(field =>
    otherNames(field).map(name => [`^${literal(name)}$`, { $ref: `${at}/properties/${escaped(field.key)}` }] as const),
  );
  return {
    type: 'object',
    properties,
    patternProperties: { '^x-': {}, ...Object.fromEntries(names) },
    additionalProperties: others ? described(others, `${at}/additionalProperties`) : false,
  };
}

function described(field: Field, at: string): Schema {
  const { label, means, default: otherwise } = field;
  return {
    title: `${label.zh} ${label.en}`,
    ...(means ? { description: both(means) } : {}),
    ...(otherwise === undefined ? {} : { default: otherwise }),
    ...valueSchema(field, at),
  };
}

function both({ zh, en }: Words): string {
  return `${zh}\n${en}`;
}

/** A key with nothing behind it is not written; other keys take one of several forms. */
function valueSchema(field: Field, at: string): Schema {
  const { type, of, off, short, fields } = field;
  if (type === 'list')
    return {
      anyOf: [{ type: ['array', 'null'], items: of ? valueSchema(of, `${at}/anyOf/0/items`) : {} }, single(of, at)],
    };
  if (type !== 'map') return scalarSchema(field);
  const map = mapSchema(fields, of, off || short ? `${at}/anyOf/0` : at);
  const one = short === undefined ? [] : [scalarSchema(fields?.byKey.get(short) as Field)];
  return off || short ? { anyOf: [map, ...one, ...(off ? [{ const: false }] : [])] } : map;
}

/** One value where a list is meant is a list of one. */
function single(of: Field | undefined, at: string): Schema {
  return of ? valueSchema(of, `${at}/anyOf/1`) : {};
}

function scalarSchema({ type, form, pattern, min, max, enum: choices }: Field): Schema {
  if (form === 'module') return { type: ['string', 'object'] };
  const textual = (source: string | undefined) => ({ type: 'string', ...(source ? { pattern: source } : {}) });
  if (form === 'shift')
    return {
      anyOf: [textual(forms.shift.pattern), { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 }],
    };
  if (form)
    return {
      type: ['string', 'integer', 'number'],
      ...('pattern' in forms[form] ? { pattern: forms[form].pattern } : {}),
    };
  if (choices) {
    const words = [...choices.values].flatMap(([key, { zh, en }]) => [key, zh, en]);
    const listed = {
      enum: [...new Set([...words, ...choices.named.keys(), ...(choices.named.has('false') ? [false] : [])])],
    };
    return pattern ? { anyOf: [listed, textual(pattern)] } : listed;
  }
  if (type === 'date') return textual(day.pattern);
  if (type === 'boolean') return { enum: [true, false, '是', '否', 'yes', 'no', 'on', 'off'] };
  if (type === 'number' || type === 'integer')
    return { type, ...(min === undefined ? {} : { minimum: min }), ...(max === undefined ? {} : { maximum: max }) };
  return type === 'any' ? {} : { type: ['string', 'number', 'boolean'], ...(pattern ? { pattern } : {}) };
}

function otherNames({ key, label, aliases }: Field): readonly string[] {
  return [...new Set([label.zh, ...aliases])].filter(name => name !== key);
}

function literal(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** In a JSON pointer. */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

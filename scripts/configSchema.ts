/**
 * JSON Schema of docket.yml for editors, from its description: keys and choices by every name they have.
 *
 * A form of value that several settings have is written once, under `definitions`. Draft-07 reads nothing beside `$ref`,
 * so title and description are put around the reference.
 */
import type { Words } from '../engine/base/words.ts';
import { fold } from '../engine/model/kinds/compileFields.ts';
import { day, forms } from '../engine/model/config/settingForms.ts';
import type { Field, Fields } from '../engine/model/kinds/kinds.ts';
import type { Schema } from '../engine/model/schemas/jsonSchema.ts';

/** The schema of a whole docket.yml, draft-07. */
export function configSchema(fields: Fields): Schema {
  const once = new Definitions();
  const root = mapSchema(fields, undefined, once);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'docket.schema.json',
    title: 'docket.yml',
    description: '随单的项目配置。The configuration of Docket.',
    ...root,
    definitions: once.all,
  };
}

/** Schemas by what they say: an equal one has the same name. */
class Definitions {
  readonly all: Record<string, Schema> = {};
  readonly #names = new Map<string, string>();

  /** The schema itself when it is short, else a reference to it. */
  refer(schema: Schema): Schema {
    const text = JSON.stringify(schema);
    if (text.length < SHORT) return schema;
    const name = this.#names.get(text) ?? `form${this.#names.size + 1}`;
    this.#names.set(text, name);
    this.all[name] = schema;
    return { $ref: `#/definitions/${name}` };
  }
}

/** Characters below which a reference saves nothing. */
const SHORT = 60;

function mapSchema(fields: Fields | undefined, others: Field | undefined, once: Definitions): Schema {
  const all = [...(fields?.byKey.values() ?? [])].map(field => ({ field, value: valueSchema(field, once) }));
  const said = Map.groupBy(all, ({ field }) => field.means?.en);
  const isOften = ({ means }: Field) => means?.en === others?.means?.en || (said.get(means?.en)?.length ?? 0) > 2;
  const otherNames = all.flatMap(({ field, value }) => {
    const names = namesBesides(field);
    return names.length === 0 ? [] : [[`^(${names.map(literal).join('|')})$`, value] as const];
  });
  return {
    type: ['object', 'null'],
    properties: Object.fromEntries(all.map(({ field, value }) => [field.key, described(field, value, isOften(field))])),
    patternProperties: { '^x-': {}, ...Object.fromEntries(otherNames) },
    additionalProperties: others ? described(others, valueSchema(others, once)) : false,
  };
}

/** A meaning that many keys of a map share is left out: their titles say what they are. */
function described({ label, means, default: otherwise }: Field, value: Schema, isOften = false): Schema {
  return {
    title: `${label.zh} ${label.en}`,
    ...(means && !isOften ? { description: both(means) } : {}),
    ...(otherwise === undefined ? {} : { default: otherwise }),
    ...(value['$ref'] === undefined ? value : { allOf: [value] }),
  };
}

function both({ zh, en }: Words): string {
  return `${zh}\n${en}`;
}

function valueSchema(field: Field, once: Definitions): Schema {
  const { type, of, off, short, fields } = field;
  if (type === 'list') {
    const one = of ? valueSchema(of, once) : {};
    // One value where a list is meant is a list of one.
    return once.refer({ anyOf: [{ type: ['array', 'null'], items: one }, one] });
  }
  if (type !== 'map') return once.refer(scalarSchema(field));
  const map = mapSchema(fields, of, once);
  const one = short === undefined ? [] : [scalarSchema(fields?.byKey.get(short) as Field)];
  return once.refer(off || short ? { anyOf: [map, ...one, ...(off ? [{ const: false }] : [])] } : map);
}

/** A key with nothing behind it is not written. */
function scalarSchema({ type, form, pattern, min, max, enum: choices }: Field): Schema {
  if (form === 'module') return { type: ['string', 'number', 'object'] };
  if (form === 'shift')
    return {
      anyOf: [textual(forms.shift.pattern), { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 }],
    };
  if (form)
    return {
      type: ['string', 'number', 'null'],
      ...('pattern' in forms[form] ? { pattern: forms[form].pattern } : {}),
    };
  if (choices) {
    const words = [...choices.values].flatMap(([key, { zh, en }]) => [key, zh, en]);
    // A name is compared without case and blanks; in that form it is listed only where it is a name of its own.
    const folded = new Set(words.map(fold));
    const aliases = [...choices.named.keys()].filter(name => !folded.has(name));
    const listed = { enum: [...new Set([...words, ...aliases, ...plainOf(choices.named), null])] };
    return pattern ? { anyOf: [listed, textual(pattern)] } : listed;
  }
  if (type === 'date') return textual(day.pattern);
  if (type === 'boolean') return { enum: [true, false, '是', '否', 'yes', 'no', 'on', 'off', null] };
  if (type === 'number' || type === 'integer')
    return {
      type: [type, 'null'],
      ...(min === undefined ? {} : { minimum: min }),
      ...(max === undefined ? {} : { maximum: max }),
    };
  return type === 'any' ? {} : { type: ['string', 'null'], ...(pattern ? { pattern } : {}) };
}

function textual(source: string | undefined): Schema {
  return { type: ['string', 'null'], ...(source ? { pattern: source } : {}) };
}

/** `off` may be written `false`. */
function plainOf(named: ReadonlyMap<string, string>): readonly boolean[] {
  return named.has('false') ? [false] : [];
}

function namesBesides({ key, label, aliases }: Field): readonly string[] {
  return [...new Set([label.zh, ...aliases])].filter(name => name !== key);
}

function literal(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

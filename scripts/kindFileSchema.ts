/** JSON Schema of a file in `docket/kinds/` for editors, from the form that its reader goes by. */
import {
  type Choice,
  FIELD_TYPES,
  type Form,
  KIND_FORM,
  type Scalar,
  type Shape,
} from '../engine/model/kinds/kindForm.ts';
import type { Schema } from '../engine/model/schemas/jsonSchema.ts';
import type { RawCatalogue } from '../docs-schema/raw.ts';

/** The schema of a whole kind file, draft-07. Names that a file may define itself are not restricted. */
export function kindFileSchema(raw: RawCatalogue): Schema {
  const definitions: Record<string, Schema> = {};
  const into: Into = { names: new Map(), definitions, choices: choicesOf(raw) };
  const root = formSchema(KIND_FORM, into);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'kind-file.schema.json',
    title: 'docket/kinds/*.yml',
    description:
      '项目自己的文档种类，或对内置种类的修改。A kind of document of the project, or changes of a built-in one.',
    ...root,
    definitions,
  };
}

interface Into {
  /** Forms that are maps, which may contain themselves. */
  readonly names: Map<Shape, string>;
  readonly definitions: Record<string, Schema>;
  readonly choices: Readonly<Partial<Record<Choice, readonly string[]>>>;
}

/** Names that every project has. States and lists of values may be the file's own, so those are open. */
function choicesOf(raw: RawCatalogue): Into['choices'] {
  return {
    type: FIELD_TYPES,
    numbered: ['year', 'month', 'week', 'plain', 'none'],
    relation: Object.keys(raw.relations),
    group: Object.keys(raw.base.groups),
  };
}

/** An empty value takes away what a built-in kind has, wherever it is not said to be filled. */
function formSchema(form: Form, into: Into): Schema {
  const { scalar, list, map, filled } = form;
  const ways = [
    ...(scalar === undefined ? [] : [scalarSchema(scalar, into)]),
    ...(list === undefined
      ? []
      : [list === form ? { type: 'array' } : { type: 'array', items: formSchema(list, into) }]),
    ...(map === undefined ? [] : [{ $ref: `#/definitions/${mapName(map, into)}` }]),
    ...(filled ? [] : [{ type: 'null' }]),
  ];
  return ways.length === 1 ? (ways[0] as Schema) : { anyOf: ways };
}

function mapName(shape: Shape, into: Into): string {
  const known = into.names.get(shape);
  if (known !== undefined) return known;
  const name = `map${into.names.size + 1}`;
  into.names.set(shape, name);
  const keys = Object.entries(shape.keys?.() ?? {});
  into.definitions[name] = {
    type: 'object',
    properties: Object.fromEntries(keys.map(([key, inner]) => [key, formSchema(inner, into)])),
    patternProperties: { '^x-': {} },
    additionalProperties: shape.others ? formSchema(shape.others, into) : false,
  };
  return name;
}

function scalarSchema(scalar: Scalar, { choices }: Into): Schema {
  if (scalar === 'flag') return { type: 'boolean' };
  if (scalar === 'number') return { type: 'number' };
  const listed = choices[scalar as Choice];
  return listed ? { enum: [...listed] } : { type: ['string', 'number', 'boolean'] };
}

/**
 * Schemas for the validators: without texts for people, with keys of one form gathered into one pattern, and with parts
 * that several kinds share (signatures, revisions) kept once. The compiled code is a tenth of that of the plain
 * schemas.
 */
import { type Described, type Schema, schemaOf } from './jsonSchema.ts';

const SHARED = 'shared';

/** One schema for each kind, with its key as `$id`, and one with the shared parts. */
export function bareSchemas(kinds: readonly Described[]): readonly Schema[] {
  const gathered = kinds.map(kind => ({ $id: kind.key, ...(gather(schemaOf(kind)) as Schema) }));
  const counts = new Map<string, number>();
  for (const schema of gathered) count(schema, counts);
  const shared = [...counts].filter(([, times]) => times > 1).map(([text]) => text);
  const names = new Map(shared.map((text, n) => [text, `s${n}`]));
  const definitions = Object.fromEntries(shared.map((text, n) => [`s${n}`, replace(JSON.parse(text), names, false)]));
  return [{ $id: SHARED, definitions }, ...gathered.map(schema => replace(schema, names, false) as Schema)];
}

const KEPT = new Set(['type', 'properties', 'items', 'enum', 'pattern', 'minimum', 'maximum', 'minItems']);

function gather(schema: unknown): unknown {
  if (!isSchema(schema)) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => KEPT.has(keyword));
  const { properties, ...rest } = Object.fromEntries(
    kept.map(([keyword, value]) => [keyword, keyword === 'items' ? gather(value) : value]),
  );
  return isSchema(properties) ? { ...rest, ...gatherKeys(properties) } : rest;
}

/** `{ from: S, to: S }` → one pattern `^(?:from|to)$` for S. */
function gatherKeys(properties: Schema): Schema {
  const byText = Map.groupBy(Object.entries(properties), ([, schema]) => JSON.stringify(gather(schema)));
  const single = [...byText].filter(([text, keys]) => keys.length === 1 && text !== '{}');
  const many = [...byText].filter(([text, keys]) => keys.length > 1 && text !== '{}');
  return {
    ...(single.length > 0
      ? { properties: Object.fromEntries(single.map(([text, [first]]) => [first?.[0], JSON.parse(text)])) }
      : {}),
    ...(many.length > 0
      ? {
          patternProperties: Object.fromEntries(
            many.map(([text, keys]) => [`^(?:${keys.map(([key]) => key).join('|')})$`, JSON.parse(text)]),
          ),
        }
      : {}),
  };
}

/** In characters of JSON. Shorter schemas cost less in place than as a call. */
const WORTH_SHARING = 120;

function count(schema: unknown, counts: Map<string, number>): void {
  for (const value of innerOf(schema)) {
    const text = JSON.stringify(value);
    if (text.length >= WORTH_SHARING) counts.set(text, (counts.get(text) ?? 0) + 1);
    count(value, counts);
  }
}

function innerOf(schema: unknown): readonly unknown[] {
  if (!isSchema(schema)) return [];
  const { properties = {}, patternProperties = {}, items } = schema;
  return [
    ...Object.values(properties as Schema),
    ...Object.values(patternProperties as Schema),
    ...(items === undefined ? [] : [items]),
  ];
}

function replace(schema: unknown, names: ReadonlyMap<string, string>, itself: boolean): unknown {
  if (!isSchema(schema)) return schema;
  const name = itself ? names.get(JSON.stringify(schema)) : undefined;
  if (name !== undefined) return { $ref: `${SHARED}#/definitions/${name}` };
  const inner = (values: unknown) =>
    Object.fromEntries(Object.entries(values as Schema).map(([key, value]) => [key, replace(value, names, true)]));
  const { properties, patternProperties, items, ...rest } = schema;
  return {
    ...rest,
    ...(properties === undefined ? {} : { properties: inner(properties) }),
    ...(patternProperties === undefined ? {} : { patternProperties: inner(patternProperties) }),
    ...(items === undefined ? {} : { items: replace(items, names, true) }),
  };
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

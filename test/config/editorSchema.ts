/** The JSON Schemas that editors use, compiled; and what they are asked about. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * What a schema of `docs-schema/generated/schemas` says against a text of YAML: a line for each error, none when it is right.
 *
 * @throws Error when the schema itself is wrong, or names a keyword that there is not.
 */
export function schemaErrors(name: string): (yaml: string) => readonly string[] {
  const file = path.join(ROOT, 'docs-schema/generated/schemas', name);
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false }).compile(
    JSON.parse(readFileSync(file, 'utf8')) as object,
  );
  return yaml =>
    validate(load(yaml)) ? [] : (validate.errors ?? []).map(error => `${error.instancePath} ${error.message}`);
}

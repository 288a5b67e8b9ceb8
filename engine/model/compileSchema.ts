/** Validators compiled at run time. Loaded only where a project has kinds of its own (`loadSchemaCompiler`). */
import { Ajv } from 'ajv';
import { bareSchemas } from './bareSchema.ts';
import type { Described } from './schema.ts';
import type { Validator } from './validators.ts';

/** Kinds of one key may differ from project to project, so each has a compiler of its own. */
export function compileSchema(kind: Described): Validator {
  const ajv = new Ajv({ allErrors: true, messages: false, strict: false, schemas: [...bareSchemas([kind])] });
  return ajv.getSchema(kind.key) as Validator;
}

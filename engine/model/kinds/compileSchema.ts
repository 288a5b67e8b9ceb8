/** Validators compiled at run time, for kinds a project adds or overrides. */
import { Ajv } from 'ajv';
import { bareSchemas } from '../schemas/bareSchema.ts';
import type { Described } from '../schemas/jsonSchema.ts';
import type { Validator } from '../../../docs-schema/validator.ts';

/** A kind whose own schema is broken judges nothing; `config/kinds-readable` reports the kind. */
const ANYTHING: Validator = () => true;

/** Kinds of one key may differ from project to project, so each has a compiler of its own. */
export function compileSchema(kind: Described): Validator {
  const ajv = new Ajv({ allErrors: true, messages: false, strict: false, schemas: [...bareSchemas([kind])] });
  try {
    return (ajv.getSchema(kind.key) as Validator | undefined) ?? ANYTHING;
  } catch {
    return ANYTHING;
  }
}

/**
 * Validators compiled from the JSON Schema of each kind. Those of built-in kinds come compiled with the product; those
 * of a project's own kinds are compiled at first use.
 */
import { validators as compiled } from '../../../docs-schema/generated/validators.js';
import { builtInCatalogue } from '../config/projectConfig.ts';
import { compileSchema } from '../kinds/compileSchema.ts';
import { type Described, schemaOf } from './jsonSchema.ts';
import type { Validator, ValueError } from '../../../docs-schema/validator.ts';

const known = new WeakMap<Described, Validator>();

/** The errors of normalised data against the schema of its kind; none when it is valid. */
export function valueErrors(kind: Described, data: unknown): readonly ValueError[] {
  const validate = known.get(kind) ?? validatorOf(kind);
  known.set(kind, validate);
  return validate(data) ? [] : (validate.errors ?? []);
}

function validatorOf(kind: Described): Validator {
  const builtIn = builtInCatalogue.kinds.get(kind.key);
  const isBuiltIn =
    builtIn === kind || (builtIn !== undefined && JSON.stringify(schemaOf(builtIn)) === JSON.stringify(schemaOf(kind)));
  return (isBuiltIn ? compiled.get(kind.key) : undefined) ?? compileSchema(kind);
}

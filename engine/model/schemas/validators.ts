/**
 * Whether values are what their kind says: validators compiled from its JSON Schema. Those of the built-in kinds come with
 * the product; those of kinds a project adds or overrides are compiled when they are first asked.
 */
import { validators as compiled } from '../../../docs-schema/generated/validators.js';
import { builtInCatalogue } from '../config/projectConfig.ts';
import { compileSchema } from '../kinds/compileSchema.ts';
import { type Described, schemaOf } from './jsonSchema.ts';
import type { Validator, ValueError } from '../../../docs-schema/validator.ts';

const known = new WeakMap<Described, Validator>();

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

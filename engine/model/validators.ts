/**
 * Whether values are what their kind says: validators compiled from its JSON Schema. Those of the built-in kinds come with
 * the product; those of kinds a project adds or overrides are compiled when they are first asked.
 */
import { validators as compiled } from '../../docs-schema/generated/validators.js';
import { builtInCatalogue, configFields } from './project.ts';
import { describedConfig, type Described, schemaOf } from './schema.ts';

/** Where a value is wrong, as a JSON pointer; which keyword of the schema it fails. */
export interface ValueError {
  readonly instancePath: string;
  readonly keyword: string;
}

export type Validator = ((data: unknown) => boolean) & { errors?: readonly ValueError[] | null };

let compileSchema: ((kind: Described) => Validator) | undefined;

/** The compiler is heavy and only projects with kinds of their own need it: load it before such a project is opened. */
export async function loadSchemaCompiler(): Promise<void> {
  compileSchema ??= (await import('./compileSchema.ts')).compileSchema;
}

/** docket.yml, judged like a document. */
export const config = describedConfig(configFields);

const known = new WeakMap<Described, Validator>();

export function valueErrors(kind: Described, data: unknown): readonly ValueError[] {
  const validate = known.get(kind) ?? validatorOf(kind);
  known.set(kind, validate);
  return validate(data) ? [] : (validate.errors ?? []);
}

function validatorOf(kind: Described): Validator {
  const builtIn = kind === config ? config : builtInCatalogue.kinds.get(kind.key);
  const isBuiltIn = builtIn === kind || (builtIn !== undefined && JSON.stringify(schemaOf(builtIn)) === JSON.stringify(schemaOf(kind)));
  const validate = isBuiltIn ? compiled.get(kind.key) : compileSchema?.(kind);
  if (validate === undefined) throw new Error(`the schema of ${kind.key} cannot be compiled: loadSchemaCompiler() was not called`);
  return validate;
}

/**
 * docs-schema/*.yml → the catalogue the engine loads, the types of its kinds, their JSON Schemas and validators; engine/rules →
 * the list of rules. `--check` writes nothing and fails when a file is not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadSchemaData } from '../docs-schema/load.ts';
import { compileCatalogue } from '../engine/model/compile.ts';
import { compileFields } from '../engine/model/compileFields.ts';
import { describedConfig } from '../engine/model/schema.ts';
import { kindTypes } from './generateTypes.ts';
import { ruleCatalogue } from './generateRules.ts';
import { editorSchemas, validatorModule } from './generateSchemas.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const schemas = loadSchemaData();
const compiled = compileCatalogue(schemas);
const described = [...compiled.kinds.values(), describedConfig(compileFields(schemas.config, schemas.enums))];

const files: Readonly<Record<string, string>> = {
  'docs-schema/generated/catalogue.json': `${JSON.stringify(schemas, null, 1)}\n`,
  'docs-schema/generated/types.ts': kindTypes(compiled),
  'docs-schema/generated/validators.js': validatorModule(described),
  ...Object.fromEntries(
    Object.entries(editorSchemas(described)).map(([name, text]) => [`docs-schema/generated/schemas/${name}`, text]),
  ),
  'engine/rules/catalogue.generated.ts': ruleCatalogue(),
};

const stale = Object.entries(files).filter(([name, text]) => readOr(path.join(ROOT, name)) !== text);
if (process.argv.includes('--check')) {
  for (const [name] of stale) console.error(`${name} is not fresh: run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [name, text] of stale) {
    mkdirSync(path.dirname(path.join(ROOT, name)), { recursive: true });
    writeFileSync(path.join(ROOT, name), text);
  }
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * docs-schema/*.yml → the catalogue the engine loads, the types of its kinds, their JSON Schemas and validators; engine/rules →
 * the list of rules and the pages about them. `--check` writes nothing and fails when a file is not what it would write.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadSchemaData } from '../docs-schema/load.ts';
import { compileCatalogue } from '../engine/model/kinds/compile.ts';
import { compileConfigFields } from '../engine/model/config/configFields.ts';
import { kindTypes } from './generateTypes.ts';
import { RULE_PAGES, rulePages } from './generateRulePages.ts';
import { ruleCatalogue } from './generateRules.ts';
import { configSchema } from './configSchema.ts';
import { CONFIG_PAGE, configPage } from './generateConfigPage.ts';
import { kindFileSchema } from './kindFileSchema.ts';
import type { Schema } from '../engine/model/schemas/jsonSchema.ts';
import { settingsType } from './generateSettings.ts';
import { editorSchemas, validatorModule } from './generateSchemas.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');
const schemas = loadSchemaData();
const compiled = compileCatalogue(schemas);
const described = [...compiled.kinds.values()];
const settings = compileConfigFields(schemas);

settle({
  'docs-schema/generated/catalogue.json': `${JSON.stringify(atRunTime(schemas), null, 1)}\n`,
  'docs-schema/generated/types.ts': kindTypes(compiled),
  'docs-schema/generated/settings.ts': settingsType(settings),
  'docs-schema/generated/validators.js': validatorModule(described),
  ...Object.fromEntries(
    Object.entries(editorSchemas(described)).map(([name, text]) => [`docs-schema/generated/schemas/${name}`, text]),
  ),
  'docs-schema/generated/schemas/docket.schema.json': inLines(configSchema(settings)),
  'docs-schema/generated/schemas/kind-file.schema.json': inLines(kindFileSchema(schemas)),
  [CONFIG_PAGE]: configPage(settings),
  'engine/rules/catalogue.generated.ts': ruleCatalogue(),
});

// The pages are about the rules that are listed by now.
const { rules } = await import('../engine/rules/catalogue.generated.ts');
const pages = rulePages(rules);
settle(pages);
for (const name of filesIn(RULE_PAGES)) if (!(name in pages)) dropPage(name);

function settle(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(ROOT, name);
    if (readOr(file) === text) continue;
    if (isCheck) complain(`${name} is not fresh: run npm run generate`);
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

/** What a setting means, and its clause, is for pages and editors; it need not be loaded at every start. */
function atRunTime({ config, ...others }: typeof schemas): unknown {
  const text = JSON.stringify(config, (key, value: unknown) =>
    key === 'means' || key === 'clause' ? undefined : value,
  );
  return { ...others, config: JSON.parse(text) as unknown };
}

/** A line for each property and definition: short, and a change shows where it is. */
function inLines(schema: Schema): string {
  const line = ([key, value]: [string, unknown]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const block = (value: unknown) =>
    `{\n${Object.entries(value as Schema)
      .map(line)
      .join(',\n')}\n}`;
  const parts = Object.entries(schema).map(([key, value]) =>
    key === 'properties' || key === 'definitions' ? `${JSON.stringify(key)}: ${block(value)}` : line([key, value]),
  );
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** A rule that is gone leaves no page. */
function dropPage(name: string): void {
  if (isCheck) complain(`${name} is about no rule: run npm run generate`);
  else rmSync(path.join(ROOT, name));
}

function complain(what: string): void {
  console.error(what);
  process.exitCode = 1;
}

function filesIn(folder: string): readonly string[] {
  const found = existsSync(path.join(ROOT, folder)) ? readdirSync(path.join(ROOT, folder)) : [];
  return found.map(name => `${folder}/${name}`);
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * docs-schema/*.yml → docs-schema/generated: the catalogue the engine loads. `--check` writes nothing and fails when a file
 * is not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadSchemaData } from '../docs-schema/load.ts';

const OUT = path.resolve(import.meta.dirname, '../docs-schema/generated');

const files: Readonly<Record<string, string>> = {
  'catalogue.json': `${JSON.stringify(loadSchemaData(), null, 1)}\n`,
};

const stale = Object.entries(files).filter(([name, text]) => readOr(path.join(OUT, name)) !== text);
if (process.argv.includes('--check')) {
  for (const [name] of stale) console.error(`docs-schema/generated/${name} is not fresh: run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(OUT, { recursive: true });
  for (const [name, text] of stale) writeFileSync(path.join(OUT, name), text);
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

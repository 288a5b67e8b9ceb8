/** Reads the YAML of this folder into one plain object. Used when the product is built, and by tests. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import type { RawCatalogue } from './raw.ts';

const FOLDER = import.meta.dirname;

export function loadSchemaData(): RawCatalogue {
  return {
    base: yaml('base.yml'),
    enums: yaml('enums.yml'),
    relations: yaml('relations.yml'),
    items: yaml('items.yml'),
    profiles: folder('profiles'),
    kinds: folder('kinds'),
    config: Object.assign(yaml('config.yml'), ...Object.values(folder('config'))),
    presets: yaml('presets.yml'),
  } as unknown as RawCatalogue;
}

function yaml(file: string): Record<string, unknown> {
  return load(readFileSync(path.join(FOLDER, file), 'utf8')) as Record<string, unknown>;
}

/** Every file of a folder under its own name. */
function folder(name: string): Record<string, unknown> {
  const files = readdirSync(path.join(FOLDER, name))
    .filter(file => file.endsWith('.yml'))
    .sort();
  return Object.fromEntries(files.map(file => [file.slice(0, -4), yaml(`${name}/${file}`)]));
}

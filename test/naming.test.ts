/** Names in the code: one name for one thing, no name that is used by no other file, a sentence above everything that is exported. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const PRODUCT = ['engine', 'host', 'deliver', 'server', 'cli', 'extension'];
/** Files whose exports a tool asks for by name. */
const ENTRANCES = ['extension/extension.ts'];

const product = PRODUCT.flatMap(sourcesIn).filter(file => !file.includes('.generated.'));
const everything = [...product, ...['test', 'scripts', 'bench', 'engine/rules'].flatMap(sourcesIn)];
const texts = new Map(everything.map(file => [file, readFileSync(path.join(ROOT, file), 'utf8')]));
const exports = product.flatMap(exportsOf);

interface Export {
  readonly file: string;
  readonly name: string;
  readonly sort: string;
  readonly isExplained: boolean;
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => `${folder}/${file.replaceAll('\\', '/')}`);
}

function exportsOf(file: string): readonly Export[] {
  const lines = texts.get(file)?.split('\n') ?? [];
  return lines.flatMap((line, n) => {
    const [, sort, name] = /^export (?:async )?(const|function|class|interface|type)\*? (\w+)/.exec(line) ?? [];
    return sort === undefined || name === undefined
      ? []
      : [{ file, name, sort, isExplained: /\*\/\s*$/.test(lines[n - 1] ?? '') }];
  });
}

/** `file#name` of everything that some file imports, and of whole files that are loaded when they are needed. */
function importedNames(): { readonly names: ReadonlySet<string>; readonly files: ReadonlySet<string> } {
  const names = new Set<string>();
  const files = new Set<string>();
  for (const [file, text] of texts) {
    const resolve = (target: string) => path.posix.join(path.posix.dirname(file), target);
    for (const [, list = '', target = ''] of text.matchAll(
      /(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'(\.[^']+)'/g,
    )) {
      for (const name of list.split(','))
        names.add(
          `${resolve(target)}#${
            name
              .trim()
              .replace(/^type /, '')
              .split(' as ')[0]
          }`,
        );
    }
    for (const [, target = ''] of text.matchAll(/\bimport\('(\.[^']+)'\)/g)) files.add(resolve(target));
  }
  return { names, files };
}

test('a type has one meaning: its name is exported once', () => {
  const types = exports.filter(({ sort }) => sort === 'interface' || sort === 'type' || sort === 'class');
  expect(repeated(types)).toEqual([]);
});

test('a function has one meaning: its name is exported once', () => {
  expect(
    repeated(exports.filter(({ sort, file }) => sort === 'function' && !/^engine\/rules\/[^/]+\//.test(file))),
  ).toEqual([]);
});

test('what is exported is imported somewhere', () => {
  const { names, files } = importedNames();
  const unused = exports.filter(
    ({ file, name }) => !names.has(`${file}#${name}`) && !files.has(file) && !ENTRANCES.includes(file),
  );
  expect(unused.map(({ file, name }) => `${file}#${name}`)).toEqual([]);
});

test('exported functions, interfaces and classes say what they are', () => {
  const explained = ['function', 'interface', 'class'];
  const overloads = Map.groupBy(
    exports.filter(({ sort }) => explained.includes(sort)),
    ({ file, name }) => `${file}#${name}`,
  );
  const silent = [...overloads].filter(([, all]) => !all.some(({ isExplained }) => isExplained));
  expect(silent.map(([name]) => name)).toEqual([]);
});

test('a folder holds few enough files to look through', () => {
  const counts = Map.groupBy(product, file => path.posix.dirname(file));
  const flat = [...counts].filter(([folder, files]) => files.length > 24 && !/^engine\/rules\/[^/]+$/.test(folder));
  expect(flat.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([]);
});

/** Overloads of one function are one. */
function repeated(some: readonly Export[]): readonly string[] {
  const places = Map.groupBy(some, ({ name }) => name);
  return [...places]
    .map(([name, all]) => `${name}: ${[...new Set(all.map(({ file }) => file))].join(', ')}`)
    .filter(line => line.includes(', '));
}

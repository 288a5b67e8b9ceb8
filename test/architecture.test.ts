/** The invariants of ARCHITECTURE.md. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Each layer may import itself and those named here. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'docs-schema': [],
  'engine/base': [],
  'engine/workspace': ['engine/base'],
  'engine/documents': ['engine/base', 'engine/workspace'],
  'engine/code': ['engine/base', 'engine/workspace'],
  'engine/model': ['docs-schema', 'engine/base', 'engine/workspace', 'engine/documents', 'engine/code'],
  'engine/links': ['docs-schema', 'engine/base', 'engine/workspace', 'engine/documents', 'engine/code', 'engine/model'],
  'engine/trace': [
    'docs-schema',
    'engine/base',
    'engine/workspace',
    'engine/documents',
    'engine/code',
    'engine/model',
    'engine/links',
    'engine/measure',
  ],
  'engine/writing': ['engine/base', 'engine/documents', 'engine/model'],
  'engine/measure': [
    'docs-schema',
    'engine/base',
    'engine/workspace',
    'engine/documents',
    'engine/code',
    'engine/model',
    'engine/links',
    'engine/writing',
  ],
  'engine/rules': [
    'docs-schema',
    'engine/base',
    'engine/workspace',
    'engine/documents',
    'engine/code',
    'engine/model',
    'engine/links',
    'engine/trace',
    'engine/measure',
    'engine/writing',
  ],
  'engine/features': [
    'docs-schema',
    'engine/base',
    'engine/workspace',
    'engine/documents',
    'engine/code',
    'engine/model',
    'engine/links',
    'engine/trace',
    'engine/measure',
    'engine/rules',
    'engine/writing',
  ],
  'engine/session': ['engine'],
  deliver: ['engine'],
  host: ['engine/base', 'engine/workspace', 'engine/session'],
  server: ['engine/session', 'host', 'deliver'],
  cli: ['engine/session', 'host', 'deliver', 'server'],
  extension: ['engine/session'],
};

/** What the engine may use besides itself: no disk, no processes, no clock, no editor. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'engine/base': ['fast-string-width'],
  'engine/documents': ['js-yaml', 'mdast', 'satteri', 'unified', 'remark-parse', 'remark-gfm'],
  'engine/model': ['picomatch', 'ajv'],
  'engine/measure': ['chinese-days'],
  'engine/writing': ['yaml'],
};

// A folder of the house that holds nothing yet is not in a fresh clone.
const files = Object.keys(MAY_IMPORT)
  .filter(layer => existsSync(path.join(ROOT, layer)))
  .flatMap(layer => sourcesIn(layer));
const imports = new Map(files.map(file => [file, importsOf(file)]));

function sourcesIn(layer: string): readonly string[] {
  return readdirSync(path.join(ROOT, layer), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => `${layer}/${file.replaceAll('\\', '/')}`);
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const named = [
    ...text.matchAll(/(?:^|\n)(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'/g),
    ...text.matchAll(/\bimport\('([^']+)'\)/g),
  ];
  return named
    .map(match => match[1] ?? '')
    .map(target => (target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target));
}

function layerOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter(layer => file.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function isInside(file: string): boolean {
  return files.includes(file) || file.startsWith('docs-schema/') || file === 'package.json';
}

/** The files of the project that it imports and may not. */
function refusedIn(file: string): readonly string[] {
  const layer = layerOf(file) ?? '';
  const allowed = [layer, ...(MAY_IMPORT[layer] ?? [])];
  return (imports.get(file) ?? []).filter(
    target => isInside(target) && target !== 'package.json' && !allowed.some(other => target.startsWith(`${other}/`)),
  );
}

describe('imports run one way', () => {
  test.each([...imports.keys()])('%s', file => {
    expect(refusedIn(file)).toEqual([]);
  });
});

test.each(files.filter(file => file.startsWith('server/open/')))('%s knows no wire', file => {
  expect(
    (imports.get(file) ?? []).filter(target => target.startsWith('server/lsp/') || target.startsWith('vscode')),
  ).toEqual([]);
});

describe('faces and hosts ask a session, not its cache', () => {
  const outside = files.filter(file => /^(cli|server|extension|host)\//.test(file));
  test.each(outside)('%s', file => {
    const code = readFileSync(path.join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(
      /\b(session|before|after)\.cache\b|\bcache\.(get|set|provide)\b|\bproject(\(\))?\.get\b|\{ get \} =/,
    );
  });
});

describe('what makes files asks a project, never the cache behind it', () => {
  test.each(files.filter(file => file.startsWith('deliver/')))('%s', file => {
    const code = readFileSync(path.join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(/\bcache\b/);
  });
});

test('no file imports itself, however far round', () => {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    expect(trail, `circle: ${[...trail, file].join(' → ')}`).not.toContain(file);
    if (done.has(file)) return;
    for (const target of imports.get(file) ?? []) if (imports.has(target)) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});

describe('the engine is pure', () => {
  const engine = files.filter(file => file.startsWith('engine/'));
  test.each(engine)('%s', file => {
    const libraries = LIBRARIES[layerOf(file) ?? ''] ?? [];
    for (const target of imports.get(file) ?? []) {
      if (isInside(target)) continue;
      expect(
        libraries.some(name => target === name || target.startsWith(`${name}/`)),
        `${file} may not use ${target}`,
      ).toBe(true);
    }
    const code = readFileSync(path.join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(
      /\bnew Date\(\)|\bDate\.now\(|\bprocess\.\w|\bperformance\.|\bMath\.random\(|\beval\(|new Function\(/,
    );
  });
});

describe('a file is one idea', () => {
  const hand = files.filter(file => !file.includes('generated'));
  test.each(hand)('%s', file => {
    const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n').length;
    expect(lines).toBeLessThanOrEqual(400);
    expect(path.basename(file)).not.toMatch(/util|helper|manager|service\b/i);
  });

  test('most are under a hundred lines', () => {
    const lengths = hand
      .map(file => readFileSync(path.join(ROOT, file), 'utf8').split('\n').length)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(100);
  });
});

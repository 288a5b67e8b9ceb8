/** Kinds of a project: what can be used of a file, and what is said about the rest. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInCatalogueData } from '../../engine/model/kinds/builtInCatalogue.ts';
import { compileCatalogue, withProjectKinds } from '../../engine/model/kinds/compile.ts';
import { readKind } from '../../engine/model/kinds/readKind.ts';

const KINDS = path.resolve(import.meta.dirname, '../../docs-schema/kinds');

test.each(readdirSync(KINDS).filter(name => name.endsWith('.yml')))(
  'the built-in kind %s has no fault and is read whole',
  name => {
    const { kind, faults } = readKind(readFileSync(path.join(KINDS, name), 'utf8'));
    expect(faults).toEqual([]);
    expect(kind).toEqual(builtInCatalogueData.kinds[name.slice(0, -4)]);
  },
);

const BROKEN: readonly (readonly [text: string, faults: readonly string[]])[] = [
  ["kind: a\nid: '('\n", ['wrong-pattern (']],
  ["kind: a\nfields: { n: { pattern: '[' } }\n", ['wrong-pattern [']],
  ['kind: a\nfields: { n: 甲, m: [1] }\n', ['wrong-shape n', 'wrong-shape m']],
  [
    'kind: a\nfields: [n]\nsections: 一\nstates: [x]\n',
    ['wrong-shape fields', 'wrong-shape sections', 'wrong-shape states'],
  ],
  ['kind: a\nstates: versionned\n', ['unknown-name versionned']],
  ['kind: ticket\nfields: { n: { required_from: resolvd } }\n', ['unknown-name resolvd']],
  ['kind: ticket\nlinks: [chnge]\ntakes: recrd\n', ['unknown-name chnge', 'unknown-name recrd']],
  ['kind: a\nfields: { n: { enum: { x: 甲, y: } } }\n', ['wrong-shape x', 'wrong-shape y']],
  [
    'kind: a\nsigners: [{ role: handler, if: }, 5]\nfields: { n: , m: { required_if: , table: , of: , type: , enum: } }\n',
    ['wrong-shape signers'],
  ],
  [
    'kind: a\nimpact: always\nitems: { x: { form: cell, id: "(", attributes: { c: { type: globb } } } }\nrelations: { r: { reach: up } }\n',
    ['unknown-name always', 'unknown-name cell', 'wrong-pattern (', 'unknown-name globb', 'unknown-name up'],
  ],
  [
    'kind: a\nledger: { named: 10, columns: x }\ntakes_over: ticket\nfiles: { a: b }\n',
    ['wrong-shape named', 'wrong-shape columns', 'wrong-shape takes_over', 'wrong-shape files'],
  ],
  [
    'kind: a\nitems: { x: , y: { column: , code: [] } }\nledger: { columns: [{ field: }, 5] }\ntakes_over: { ticket: { values: { a: } } }\n',
    ['unknown-key code', 'wrong-shape columns'],
  ],
  ['kind: a\nkind: b\n', ['yaml']],
  ['- kind: a\n', ['no-kind']],
  ['', ['no-kind']],
];

describe.each(BROKEN)('%j', (text, wanted) => {
  const { kind, faults } = readKind(text);

  test('is told', () => {
    expect(faults.map(fault => ('name' in fault ? `${fault.fault} ${fault.name}` : fault.fault))).toEqual(wanted);
  });

  test('does not stop what is right', () => {
    const catalogue = compileCatalogue(withProjectKinds(builtInCatalogueData, kind === undefined ? [] : [kind]));
    expect(catalogue.kinds.get('ticket')?.fields.byKey.get('cause_category')?.enum?.values.size).toBeGreaterThan(3);
    expect(catalogue.kinds.has('a')).toBe(kind?.['kind'] === 'a');
  });
});

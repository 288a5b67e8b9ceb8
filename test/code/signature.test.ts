/** What moves the meaning of a file, and what does not. */
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { changedSymbols, isMeaningful } from '../../engine/code/signature/changedSymbols.ts';
import { signatureOf, signatureOfFile } from '../../engine/code/signature/signature.ts';
import type { Source } from '../../engine/code/source.ts';
import { sourceOf } from '../../engine/code/sourceOf.ts';

const SAME: readonly (readonly [path: string, before: string, after: string])[] = [
  [
    'a.java',
    'import a;\nimport b;\nclass A { int x = 1; }',
    'import b;\r\nimport a;\r\n\r\n/* x */ class A\r\n{\r\n\tint x=1; // y\r\n}',
  ],
  [
    'a.ts',
    "import {a} from 'a'\nimport type { b } from 'b'\nconst c = require('c')\nx()",
    "const c = require('c')\nimport type {b} from 'b'\nimport { a } from 'a'\nx()",
  ],
  ['a.go', 'package a\nimport (\n"a"\n"b"\n)\nfunc f() {}', 'package a\nimport (\n\t"b"\n\n\t"a"\n)\nfunc f() {\n}'],
  [
    'a.py',
    'import a\nfrom b import c\ndef f(x):\n  return 1\n',
    'from b import c\nimport a\n\n\ndef f( x ):\n\t# why\n\t"""doc"""\n\treturn 1',
  ],
  ['a.py', 'f(1,\n  2)\nif x:\n    y()\nz()', 'f(1, 2)\nif x:\n\ty()\n\n\nz()'],
  ['a.yml', 'a:\n  b: 1\n  c: 2', '# why\na:\n    b: 1\n\n    c: 2 # why'],
  ['a.sql', 'select a from t', 'SELECT A -- why\n  FROM T'],
  ['a.php', '<?php use B; use A; f();', '<?php\nuse A;\nuse B;\n# why\nf( );'],
  ['a.cs', 'using A;\nusing B;\nclass C { }', 'using B;\nusing A;\nclass C\n{\n}'],
  ['a.c', '#include <b.h>\n#include "a.h"\nint f(void);', '#include "a.h"\n#include <b.h>\n\nint f( void );'],
  ['a.sh', 'if a; then\n  b\nfi', '# why\nif a; then\n\n\tb # why\nfi'],
  [
    'a.vue',
    '<template><p>a</p></template>\n<script>\nf()\n</script>',
    '<template>\n  <p>a</p>\n</template>\n\n<!-- why -->\n<script>\nf( ) // why\n</script>',
  ],
  ['a.xml', '<a b="1"><c/></a>', '<a  b="1">\n  <c/>\n</a>'],
  ['a.txt', 'a\nb\n', 'a  \r\nb'],
  // Where a name comes from.
  [
    'a.java',
    'import javax.servlet.Filter;\nimport java.util.*;\nclass A {}',
    'import jakarta.servlet.Filter;\nimport static b.C.d;\nclass A {}',
  ],
  ['a.kt', 'import a.B\nval c = B()', 'import b.B\nval c = B()'],
  ['a.cs', 'using A;\nclass C { }', 'using A.B;\nclass C { }'],
  ['a.go', 'import (\n"a/b"\n)\nb.c()', 'import (\n"d/b"\n"e"\n)\nb.c()'],
  ['a.rs', 'use a::{b, c};\nb();', 'use d::b;\nb();'],
  ['a.php', '<?php use A\\B; f();', '<?php use C\\B; f();'],
  ['a.py', 'from a import b\nb()', 'from c.a import b\nb()'],
  ['a.ts', "import { a } from './a'; import type B from 'b'; a()", "import {a} from '../a'; a()"],
  // What only the compiler reads.
  ['a.java', 'class A { @Override @SuppressWarnings({"a", "b"}) void b() {} }', 'class A { void b() {} }'],
  ['a.java', 'class A { List<List<B>> c; }', 'class A { List<List<B> > c; }'],
];

const DIFFERENT: readonly (readonly [path: string, before: string, after: string])[] = [
  ['a.java', 'int x = 1;', 'int x = 2;'],
  ['a.go', 'import f "a"', 'import f "b"'],
  ['a.py', 'import a as x', 'import b as x'],
  ['a.py', 'from __future__ import annotations\nx', 'x'],
  ['a.ts', "import 'a'; f()", "import 'b'; f()"],
  ['a.ts', "import { a as f } from 'a'; f()", "import { b as f } from 'a'; f()"],
  ['a.c', '#include "a.h"', '#include "b.h"'],
  ['a.java', '@Deprecated void a() {}', 'void a() {}'],
  ['a.java', '@Override int x = 1;', '@Override int x = 2;'],
  ['a.java', 'String s = "a b";', 'String s = "a  b";'],
  ['a.java', 'int[] a = {1, 2};', 'int[] a = {1, 2,};'],
  ['a.java', 'new int x;', 'newint x;'],
  ['a.c', 'a = b - -c;', 'a = b--c;'],
  ['a.py', 'if x:\n  y()\nz()', 'if x:\n  y()\n  z()'],
  ['a.py', 'x = 1\ny = 2', 'x = 1 + y == 2'],
  ['a.py', 'x\n"a"', 'x'],
  ['a.yml', 'a:\n  b: 1\nc: 2', 'a:\n  b: 1\n  c: 2'],
  ['a.yml', 'a: b c', 'a: bc'],
  ['a.sh', 'a = b', 'a=b'],
  ['a.sh', 'a\nb', 'a b'],
  ['a.sql', "select 'a'", "select 'A'"],
  ['a.go', 'a <- b', 'a < - b'],
  ['a.ts', "import a from 'a'; import b from 'b'; f()", "import a from 'a'; f()"],
  ['a.txt', 'a b', 'a  b'],
];

describe('says the same', () => {
  test.each(SAME)('%s %j', (path, before, after) => {
    expect(signed(path, after)).toBe(signed(path, before));
  });
});

describe('says something else', () => {
  test.each(DIFFERENT)('%s %j', (path, before, after) => {
    expect(signed(path, after)).not.toBe(signed(path, before));
  });
});

test('a signature has twelve digits; bytes have one too, what is not there has none', () => {
  expect(signed('a.java', 'class A {}')).toMatch(/^[0-9a-f]{12}$/);
  const binary = (last: number) =>
    signatureOfFile(asPath('a.bin'), { state: 'bytes', bytes: Uint8Array.of(0, 255, last) });
  expect(binary(1)).toMatch(/^[0-9a-f]{12}$/);
  expect(binary(1)).not.toBe(binary(2));
  expect(signatureOfFile(asPath('a.java'), { state: 'absent' })).toBeUndefined();
});

test('source in GB18030 says what it says in UTF-8', () => {
  const text = 'class A { String s = "超期"; } // 超期预警';
  const gb18030 = Uint8Array.of(
    ...[...'class A { String s = "'].map(ascii),
    0xb3,
    0xac,
    0xc6,
    0xda,
    ...[...'"; }'].map(ascii),
  );
  expect(signatureOfFile(asPath('A.java'), { state: 'bytes', bytes: gb18030 })).toBe(signed('A.java', text));
});

test('minified, large and binary files are signed as they are written', () => {
  const line = `var a = ${'1 + '.repeat(2000)}1;`;
  expect(signed('a.js', `${line}// x`)).not.toBe(signed('a.js', line));
  expect(signed('a.js', 'f()\n// x')).toBe(signed('a.js', 'f()'));
});

describe('changed symbols', () => {
  const CLASS =
    'class A {\n  int x = 1;\n  /** a */ void a(int p) { f(); }\n  void b() {}\n  class I { void c() { g(); } }\n}';

  test.each([
    ['comments and layout', CLASS.replace('/** a */', '/** b */').replace('{ f(); }', '{\n f();\n}'), []],
    ['a method', CLASS.replace('f();', 'h();'), ['changed A.a']],
    ['its parameters', CLASS.replace('int p', 'int q'), ['changed A.a']],
    ['an inner method', CLASS.replace('g();', 'h();'), ['changed A.I.c']],
    ['a field', CLASS.replace('x = 1', 'x = 2'), ['changed A']],
    ['a new method', CLASS.replace('void b() {}', 'void b() {} void n() {}'), ['added A.n']],
    ['a new overload before', CLASS.replace('void b() {}', 'void b(int x) {} void b() {}'), ['added A.b']],
    ['a method that is gone', CLASS.replace('void b() {}', ''), ['changed A']],
    ['two at once', CLASS.replace('f();', 'h();').replace('g();', 'h();'), ['changed A.a', 'changed A.I.c']],
  ])('%s', (_, after, expected) => {
    expect(changes(CLASS, after)).toEqual(expected);
    expect(isMeaningful(source('A.java', CLASS), source('A.java', after))).toBe(expected.length > 0);
  });

  test('what a symbol was', () => {
    const [change] = changedSymbols(source('A.java', CLASS), source('A.java', CLASS.replace('int p', 'int p, int q')));
    expect(change?.was?.parameters).toEqual(['p']);
    expect(change?.symbol.parameters).toEqual(['p', 'q']);
  });

  test('all of a new file', () => {
    expect(changedSymbols(undefined, source('A.java', CLASS)).map(({ how }) => how)).toEqual([
      'added',
      'added',
      'added',
      'added',
      'added',
    ]);
  });

  test('an abstract method is new in its interface, which is not changed', () => {
    expect(changes('interface A { void a(); }', 'interface A { void a(); void b(); }')).toEqual(['added A.b']);
  });

  test('signatures by name', () => {
    const [before, after] = [source('A.java', CLASS), source('A.java', CLASS.replace('f();', 'h();'))];
    expect(signatureOf(before, 'A.b')).toBe(signatureOf(after, 'A.b'));
    expect(signatureOf(before, 'A.a')).not.toBe(signatureOf(after, 'A.a'));
    expect(signatureOf(before, 'A.none')).toBeUndefined();
  });
});

function signed(path: string, text: string): string | undefined {
  return signatureOfFile(asPath(path), { state: 'text', text });
}

function changes(before: string, after: string): readonly string[] {
  return changedSymbols(source('A.java', before), source('A.java', after)).map(
    ({ how, symbol }) => `${how} ${symbol.name}`,
  );
}

function source(path: string, text: string): Source {
  const found = sourceOf(asPath(path), text);
  if (found === undefined) throw new Error(path);
  return found;
}

function ascii(char: string): number {
  return char.charCodeAt(0);
}

/** Without its grammar a language has no symbols to tell, and no other way of reading it takes its place. */
import { afterEach, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { signatureOf } from '../../engine/code/signature/signature.ts';
import { sourceOf } from '../../engine/code/sourceOf.ts';
import { GrammarUnreadable, giveGrammars } from '../../engine/code/symbols/syntax.ts';
import { guarded } from '../../engine/rules/runner/run.ts';
import { grammarOf } from '../../host/grammars.ts';

afterEach(() => giveGrammars(grammarOf));

test('symbols of a language whose grammar is missing are refused, also within a rule; what needs none is told', () => {
  giveGrammars(grammarOf);
  expect(() => grammarOf('none')).toThrow(/tree-sitter-none\.wasm.*install Docket again/);
  giveGrammars(() => grammarOf('none'));
  const source = sourceOf(asPath('A.java'), 'class A { void a() {} }');
  expect(() => source?.symbols).toThrow(GrammarUnreadable);
  expect(() =>
    guarded({ id: 'x/y' }, undefined, () => {
      throw new GrammarUnreadable({ zh: '', en: '' });
    }),
  ).toThrow(GrammarUnreadable);
  expect(source && signatureOf(source)).toHaveLength(12);
  expect(sourceOf(asPath('a.sh'), 'a() { x; }')?.symbols).toHaveLength(1);
});

test('the call operator of C++ has one name', () => {
  const text = 'struct Eq { bool operator()(int a, int b) const { return a == b; } };';
  expect(sourceOf(asPath('eq.hpp'), text)?.symbols.map(({ name }) => name)).toEqual(['Eq', 'Eq.operator()']);
});

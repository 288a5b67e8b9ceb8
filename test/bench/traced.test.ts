/** The content for OpenFastTrace says what the content for Docket says. */
import { expect, test } from 'vitest';
import { forms, tracedContent } from '../../bench/traced.ts';

/** Identifiers that a pattern finds in its first group, sorted. */
function found(form: keyof typeof forms, pattern: RegExp): readonly string[] {
  const texts = [...tracedContent(forms[form])].map(({ text }) => text);
  return texts.flatMap(text => [...text.matchAll(pattern)].map(([, id = '']) => id)).sort();
}

test('the same items', () => {
  const items = found('docket', /^### ((?:REQ|LD)-\S+)/gm);
  expect(new Set(items).size).toBe(20_000);
  expect(found('openFastTrace', /^`(?:req|dsn)~(.*)~1`$/gm)).toEqual(items);
});

test('the same tags, each to an item of its sort', () => {
  const tags = found('docket', /@implements (\S+)/g);
  expect(tags).toHaveLength(20_000);
  expect(found('openFastTrace', /\[impl->(?:req~(?=REQ)|dsn~(?=LD))(.*)~1\]/g)).toEqual(tags);
});

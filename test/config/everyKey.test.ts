/** Each key of docket.yml, walked through its description: one misspelling and one wrong value, and what is said where. */
import { describe, expect, test } from 'vitest';
import { configFields } from '../../engine/model/config/projectConfig.ts';
import type { Field, Fields } from '../../engine/model/kinds/kinds.ts';
import type { Finding } from '../../engine/rules/runner/finding.ts';
import { open } from '../inMemory.ts';
import { schemaErrors } from './editorSchema.ts';

interface Key {
  readonly path: readonly string[];
  readonly field: Field;
}

/** Lists are walked through their first element. */
function* keysOf(fields: Fields, path: readonly string[] = []): Iterable<Key> {
  for (const field of fields.byKey.values()) {
    const here = [...path, field.key];
    yield { path: here, field };
    const inner = field.type === 'list' ? field.of?.fields : field.fields;
    if (inner) yield* keysOf(inner, field.type === 'list' ? [...here, '0'] : here);
  }
}

/** What an editor says of the same text. */
const editorSays = schemaErrors('docket.schema.json');

const keys = [...keysOf(configFields)];
const misspelt = (key: string) => `${key}z`;

/** JSON is YAML; the value at a path, everything around it as short as it can be. */
function written(path: readonly string[], value: unknown): string {
  const inside = path
    .toReversed()
    .reduce<unknown>((inner, part) => (part === '0' ? [inner] : { [part]: inner }), value);
  return `${JSON.stringify(inside)}\n`;
}

function told(text: string): readonly Finding[] {
  const all = open({ 'docket.yml': text }).analysis().findings({ scope: 'project', beyondBaseline: false });
  return all.filter(({ rule }) => rule === 'config/readable');
}

function placed(text: string, { at: { range } }: Finding): string {
  const lines = text.split('\n');
  expect(range.start.line).toBe(range.end.line);
  return lines[range.start.line]?.slice(range.start.character, range.end.character) ?? '';
}

/** Something that no reading of the field understands. */
function wrongFor(field: Field): unknown {
  if (field.type === 'list')
    return [field.of?.fields && field.of.type !== 'map' ? '是的' : wrongFor(field.of as Field)];
  if (field.form === 'module') return [['a']];
  if (field.form === 'person' || (field.form === undefined && ['text', 'path'].includes(field.type) && !field.enum))
    return { 不是: '文字' };
  if (field.type === 'date') return '2026-13-45';
  return '是的呢';
}

describe('a slip in a key', () => {
  test.each(keys.map(key => [key.path.join('.'), key] as const))('%s', (_name, { path, field }) => {
    const name = misspelt(field.key);
    const text = written([...path.slice(0, -1), name], field.type === 'map' ? {} : (field.default ?? null));
    const [finding, ...more] = told(text).filter(({ message }) => message.zh.includes(`“${name}”`));
    expect(more).toEqual([]);
    expect(placed(text, finding as Finding).replaceAll('"', '')).toBe(name);
    expect(finding?.message.zh).toMatch(field.key.length > 2 ? `是否指 ${field.key}？` : /此处可写|是否指/);
    expect(finding?.message.en).toMatch(/There is no (?:setting|kind)/);
    // A kind of document may be the project's own, which no schema knows.
    if (finding?.message.en.includes('setting')) expect(editorSays(text)).not.toEqual([]);
  });
});

const wrong = keys.map(({ path, field }) => {
  const value = wrongFor(field);
  const text = written(path, value);
  const faults = told(text).filter(({ message }) => /写作|应为/.test(message.zh));
  return { name: path.join('.'), text, value, faults };
});

describe('a value that is not understood', () => {
  test.each(wrong.map(one => [one.name, one] as const))('%s', (_name, { text, faults }) => {
    expect(faults).toHaveLength(1);
    const [fault] = faults as [Finding];
    expect(text.slice(text.indexOf(placed(text, fault)))).not.toBe('');
    expect(placed(text, fault)).toMatch(/是的|2026-13-45|不是|a/);
    expect(fault.message.en).toMatch(/should be/);
    expect(fault.severity).toBe('error');
    expect(editorSays(text)).not.toEqual([]);
  });

  test('what is said', async () => {
    const said = wrong.map(
      ({ name, faults }) => `${name}: ${faults.map(({ message }) => `${message.zh}\n  ${message.en}`).join('\n')}`,
    );
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot('messages.txt');
  });
});

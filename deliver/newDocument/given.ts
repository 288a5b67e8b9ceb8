/** Values as somebody types them, `reporter.org=西渡市XX局` or `级别=P2`, read as the kind means them. */
import type { Words } from '../../engine/base/words.ts';
import { fold } from '../../engine/model/compileFields.ts';
import type { Field, Fields, Kind } from '../../engine/model/kinds.ts';
import { readCell } from '../../engine/model/normalise.ts';
import { closest } from '../../engine/rules/nearest.ts';

export type Given = { readonly values: ReadonlyMap<string, unknown> } | { readonly refused: Words };

export function givenValues(kind: Kind, pairs: readonly string[]): Given {
  const values = new Map<string, unknown>();
  for (const pair of pairs) {
    const at = pair.search(/[=＝]/);
    if (at <= 0) return { refused: { zh: `--set ${pair} 应写成 字段=值。`, en: `--set ${pair}: write field=value.` } };
    const name = pair.slice(0, at).trim();
    const found = fieldAt(kind.fields, name.split('.'));
    if (found === undefined) return { refused: unknownField(kind, name) };
    const text = pair.slice(at + 1).trim();
    const value = readCell(found.field, { text, span: { start: 0, end: 0 } });
    const wrong = wrongChoice(found.field, value);
    if (wrong !== undefined) return { refused: wrong };
    values.set(found.path, value ?? text);
  }
  return { values };
}

/** The field a dotted name leads to, each part by key, label or alias. */
function fieldAt(fields: Fields, [name = '', ...rest]: readonly string[]): { readonly field: Field; readonly path: string } | undefined {
  const field = fields.byKey.get(fields.named.get(fold(name)) ?? '');
  if (field === undefined) return undefined;
  if (rest.length === 0) return { field, path: field.key };
  const below = field.fields && fieldAt(field.fields, rest);
  return below && { field: below.field, path: `${field.key}.${below.path}` };
}

function unknownField({ label, fields }: Kind, name: string): Words {
  const meant = closest(name, [...fields.byKey.keys()]);
  return {
    zh: `${label.zh}没有字段 ${name}${meant === undefined ? '' : `，是否要写 ${meant}`}。`,
    en: `${label.en} has no field ${name}${meant === undefined ? '' : `; did you mean ${meant}`}.`,
  };
}

function wrongChoice(field: Field, value: unknown): Words | undefined {
  const values = field.enum?.values ?? field.of?.enum?.values;
  if (values === undefined) return undefined;
  const wrong = [value].flat().find(one => !values.has(String(one)));
  if (wrong === undefined) return undefined;
  const list = (language: 'zh' | 'en') =>
    [...values].map(([key, label]) => (key === label[language] ? key : `${key} ${label[language]}`)).join(language === 'zh' ? '、' : ', ');
  return {
    zh: `“${field.label.zh}”不能是 ${String(wrong)}。可选：${list('zh')}。`,
    en: `${field.label.en} cannot be ${String(wrong)}. Choose from: ${list('en')}.`,
  };
}

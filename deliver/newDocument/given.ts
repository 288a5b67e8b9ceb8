/**
 * Values as they are typed, `reporter.org=西渡市XX局`, `级别=P2` or `问题原因分析=取号时没有行锁`, read as the kind means
 * them: fields first, then sections.
 */
import type { Words } from '../../engine/base/words.ts';
import { fold } from '../../engine/model/kinds/compileFields.ts';
import type { Config } from '../../engine/model/config/config.ts';
import { sectionKey } from '../../engine/model/read/headings.ts';
import type { Field, Fields, Kind } from '../../engine/model/kinds/kinds.ts';
import { readCell } from '../../engine/model/read/normalise.ts';
import { corrected } from '../../engine/rules/doc/corrections.ts';
import { closest } from '../../engine/rules/nearest.ts';

/** Values and sections that a person types with `--set`. */
export interface Typed {
  /** By dotted path: `reporter.org`. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Texts by the key of their section. */
  readonly sections: ReadonlyMap<string, string>;
}

type Given = Typed | { readonly refused: Words };

export const NOTHING_TYPED: Typed = { values: new Map(), sections: new Map() };

/** The values of `--set`, by field, or what is wrong with them. */
export function givenValues(kind: Kind, pairs: readonly string[], { calendar }: Pick<Config, 'calendar'>): Given {
  const values = new Map<string, unknown>();
  const sections = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.search(/[=＝]/);
    if (at <= 0) return { refused: { zh: `--set ${pair} 应写成 字段=值。`, en: `--set ${pair}: write field=value.` } };
    const name = pair.slice(0, at).trim();
    const text = pair.slice(at + 1).trim();
    const found = fieldAt(kind.fields, name.split('.'));
    const section = found === undefined || isTable(found.field) ? sectionKey(name, kind.sections) : undefined;
    if (section !== undefined) {
      sections.set(section, text);
      continue;
    }
    if (found === undefined) return { refused: unknownField(kind, name) };
    if (isTable(found.field)) return { refused: tableOf(found.field) };
    const value = readCell(found.field, { text, span: { start: 0, end: 0 } });
    const wrong = wrongChoice(found.field, value);
    if (wrong !== undefined) return { refused: wrong };
    values.set(found.path, corrected(found.field, text, String(calendar['offset'] ?? CHINA)) ?? value ?? text);
  }
  return { values, sections };
}

const CHINA = '+08:00';

/** Rows of several values each have no place behind an equals sign. */
function isTable({ of }: Field): boolean {
  return of?.fields !== undefined;
}

function tableOf({ key, label }: Field): Words {
  return {
    zh: `“${label.zh}”是多行登记，请直接写在文件中（${key}）。`,
    en: `${label.en} has rows of its own: write them in the file (${key}).`,
  };
}

/** The field a dotted name leads to, each part by key, label or alias. */
function fieldAt(
  fields: Fields,
  [name = '', ...rest]: readonly string[],
): { readonly field: Field; readonly path: string } | undefined {
  const field = fields.byKey.get(fields.named.get(fold(name)) ?? '');
  if (field === undefined) return undefined;
  if (rest.length === 0) return { field, path: field.key };
  const below = field.fields && fieldAt(field.fields, rest);
  return below && { field: below.field, path: `${field.key}.${below.path}` };
}

function unknownField({ label, fields, sections }: Kind, name: string): Words {
  const meant = closest(name, [...fields.byKey.keys(), ...sections.map(({ key }) => key)]);
  return {
    zh: `${label.zh}没有字段或章节 ${name}${meant === undefined ? '。' : `，是否要写 ${meant}？`}`,
    en: `${label.en} has no field or section ${name}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  };
}

function wrongChoice(field: Field, value: unknown): Words | undefined {
  const values = field.enum?.values ?? field.of?.enum?.values;
  if (values === undefined) return undefined;
  const wrong = [value].flat().find(one => !values.has(String(one)));
  if (wrong === undefined) return undefined;
  const list = (language: 'zh' | 'en') =>
    [...values]
      .map(([key, label]) => (key === label[language] ? key : `${key} ${label[language]}`))
      .join(language === 'zh' ? '、' : ', ');
  return {
    zh: `“${field.label.zh}”不能是 ${String(wrong)}。可选：${list('zh')}。`,
    en: `${field.label.en} cannot be ${String(wrong)}. Choose from: ${list('en')}.`,
  };
}

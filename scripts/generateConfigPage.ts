/** docs/config.md: every setting of docket.yml, in both languages, from its description. */
import type { Words } from '../engine/base/words.ts';
import { day, forms } from '../engine/model/config/settingForms.ts';
import type { Field, Fields } from '../engine/model/kinds/kinds.ts';

/** Where the page is, from the folder of the repository. */
export const CONFIG_PAGE = 'docs/config.md';

const HEAD = `# docket.yml

<!-- Generated from docs-schema/config.yml by npm run generate. Do not edit. -->

本页列出 \`docket.yml\` 的全部设置。键可以写英文代号，也可以写中文名称；自用的内容以 \`x-\` 开头。写错的键和看不懂的值由
[config/readable](rules/config-readable.md) 指出。编辑器可在文件第一行写
\`# yaml-language-server: $schema=node_modules/docket/docs-schema/generated/schemas/docket.schema.json\`。

Every setting of \`docket.yml\`. A key may be written by its English key or its Chinese name; names of your own begin with \`x-\`. Misspelt keys and values
that are not understood are told by [config/readable](rules/config-readable.md). For completion in an editor, begin the file with the line above; the
schema of \`docket/kinds/*.yml\` is \`kind-file.schema.json\` beside it.
`;

/** The page as Markdown. */
export function configPage(fields: Fields): string {
  return [HEAD, ...[...fields.byKey.values()].map(part)].join('\n');
}

function part(field: Field): string {
  const rows = rowsOf(field, field.key);
  return [
    `## ${field.key} ${field.label.zh}`,
    '',
    ...(field.means ? [field.means.zh, '', field.means.en, ''] : []),
    '| 设置 Setting | 值 Value | 默认 Default | 含义 Meaning | 条款 Clause |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function rowsOf(field: Field, path: string): readonly string[] {
  const inner = field.type === 'list' ? field.of : field;
  const within = field.type === 'list' && inner?.fields ? `${path}[]` : path;
  const own = row(field, path);
  const others = field.type === 'map' && field.of ? rowsOf(field.of, `${path}.*`) : [];
  const families = familiesOf([...(inner?.fields?.byKey.values() ?? [])], field.type === 'map' ? field.of : undefined);
  return [own, ...families.flatMap(family => rowsOfFamily(family, within)), ...others];
}

/** Settings that differ in their name alone, such as the levels of a ticket. */
type Family = readonly [Field, ...Field[]];

/** In the order of the first of each; left out are those that the row of all other keys describes. */
function familiesOf(fields: readonly Field[], others: Field | undefined): readonly Family[] {
  const all = Map.groupBy(fields, field => (field.means ? sameness(field) : field.key));
  if (others) all.delete(sameness(others));
  return [...all.values()] as unknown as readonly Family[];
}

function sameness({ key: _key, label: _label, aliases: _aliases, ...others }: Field): string {
  return JSON.stringify(others, (_name, value: unknown) => (value instanceof Map ? [...value] : value));
}

/** A family of three or more has its table once, under the names of all. */
function rowsOfFamily(family: Family, within: string): readonly string[] {
  const [first] = family;
  if (family.length < 3) return family.flatMap(one => rowsOf(one, `${within}.${one.key}`));
  const names = family.map(({ key, label }) => `\`${key}\` ${label.zh}`).join('、');
  const any = { ...first, label: { zh: names, en: '' } };
  return rowsOf(any, `${within}.<${first.key}…>`);
}

function row(field: Field, path: string): string {
  const value = valueWords(field);
  const otherwise = field.default === undefined ? '' : `\`${String(field.default)}\``;
  const means = field.means ? `${field.means.zh}<br>${field.means.en}` : '';
  const cells = [
    `\`${path}\`<br>${field.label.zh}`,
    `${value.zh}<br>${value.en}`,
    otherwise,
    means,
    field.clause ?? '',
  ];
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('*', '\\*')).join(' | ')} |`;
}

function valueWords(field: Field): Words {
  const { type, form, of, off, short, fields } = field;
  if (type === 'list') {
    const each = of?.fields ? { zh: '组合', en: 'maps' } : of ? valueWords(of) : { zh: '值', en: 'values' };
    return { zh: `列表：${each.zh}`, en: `a list: ${each.en}` };
  }
  if (type === 'map') {
    const one = short === undefined ? undefined : valueWords(fields?.byKey.get(short) as Field);
    const [zh, en] = [one ? `组合，或只写${one.zh}` : '组合', one ? `a map, or only ${one.en}` : 'a map'];
    return off ? { zh: `${zh}，或 false`, en: `${en}, or false` } : { zh, en };
  }
  if (form) return { zh: forms[form].words.zh.trim(), en: forms[form].words.en };
  if (field.enum) return choices(field);
  if (type === 'date') return day.words;
  return PLAIN[type] ?? { zh: '文字', en: 'text' };
}

const PLAIN: Readonly<Partial<Record<Field['type'], Words>>> = {
  boolean: { zh: 'true 或 false', en: 'true or false' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  path: { zh: '路径', en: 'a path' },
};

function choices(field: Field): Words {
  if (field.takesKinds) return { zh: '文档种类，或 `reached`', en: 'kinds of documents, or `reached`' };
  const keys = [...(field.enum?.values.keys() ?? [])].map(key => `\`${key}\``).join(', ');
  const also = field.pattern ? ', `release+5d`' : '';
  return { zh: `${keys}${also}`, en: 'one of these' };
}
